import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

export type WhatIfReport = Answer<'/api/rule-sets/{ruleSet}/what-if', 'post'>;

/** Replays the last decisions with the draft. Writes nothing. */
export function whatIf(ruleSet: string, last: number) {
  return data(
    api.POST('/api/rule-sets/{ruleSet}/what-if', { params: { path: { ruleSet } }, body: { last, version: null } }),
  );
}

/** One of the last decisions, as the table in force and as the draft would make it after those before it. */
export const replayQuery = (ruleSet: string, decisionId: string, last: number) =>
  queryOptions({
    queryKey: ['rule-set', ruleSet, 'what-if', decisionId, last],
    queryFn: () =>
      data(
        api.GET('/api/rule-sets/{ruleSet}/what-if/{decisionId}', {
          params: { path: { ruleSet, decisionId }, query: { last } },
        }),
      ),
    gcTime: 0,
  });
