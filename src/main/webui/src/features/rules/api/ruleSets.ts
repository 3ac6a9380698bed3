import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

export type RuleSet = Answer<'/api/rule-sets', 'get'>[number];

export const ruleSetsQuery = queryOptions({
  queryKey: ['rule-set'],
  queryFn: () => data(api.GET('/api/rule-sets')),
});

export const ruleSetQuery = (ruleSet: string) =>
  queryOptions({
    queryKey: ['rule-set', ruleSet],
    queryFn: () => data(api.GET('/api/rule-sets/{ruleSet}', { params: { path: { ruleSet } } })),
  });
