import { api, data } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

export type AttentionItem = Answer<'/api/attention', 'get'>['items'][number];

export function listAttention(query: { recordId?: string; after?: string; limit?: number }) {
  return data(api.GET('/api/attention', { params: { query } }));
}

export function retryAttention(id: string) {
  return data(api.POST('/api/attention/{id}/retry', { params: { path: { id } } }));
}
