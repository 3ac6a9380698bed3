import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

export type Version = Answer<'/api/rule-sets/{ruleSet}/versions', 'get'>[number];
export type Difference = Answer<'/api/rule-sets/{ruleSet}/versions/{number}/differences', 'get'>[number];

export const versionsQuery = (ruleSet: string) =>
  queryOptions({
    queryKey: ['rule-set', ruleSet, 'versions'],
    queryFn: () => data(api.GET('/api/rule-sets/{ruleSet}/versions', { params: { path: { ruleSet } } })),
  });

export const differencesQuery = (ruleSet: string, from: number, number: number) =>
  queryOptions({
    queryKey: ['rule-set', ruleSet, 'versions', number, 'differences', from],
    queryFn: () =>
      data(
        api.GET('/api/rule-sets/{ruleSet}/versions/{number}/differences', {
          params: { path: { ruleSet, number }, query: { from } },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY, // versions never change
  });
