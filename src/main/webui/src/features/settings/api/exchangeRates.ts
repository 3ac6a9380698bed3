import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

export type ExchangeRate = Answer<'/api/exchange-rates', 'get'>[number];

export const exchangeRatesQuery = queryOptions({
  queryKey: ['exchange-rate'],
  queryFn: () => data(api.GET('/api/exchange-rates')),
});

export function setExchangeRate(currency: string, rate: number) {
  return data(api.PUT('/api/exchange-rates/{currency}', { params: { path: { currency } }, body: { rate } }));
}

export function removeExchangeRate(currency: string) {
  return data(api.DELETE('/api/exchange-rates/{currency}', { params: { path: { currency } } }));
}
