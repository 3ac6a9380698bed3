import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

export type Draft = Answer<'/api/rule-sets/{ruleSet}/draft', 'get'>;
export type TableDocument = Draft['document'];
export type Row = TableDocument['rows'][number];
export type Cell = Row['conditions'][string];
export type TestCase = TableDocument['cases'][number];
export type TableProblem = Draft['problems'][number];
export type CaseResult = Draft['cases'][number];

export const draftQuery = (ruleSet: string) =>
  queryOptions({
    queryKey: ['rule-set', ruleSet, 'draft'],
    queryFn: () => data(api.GET('/api/rule-sets/{ruleSet}/draft', { params: { path: { ruleSet } } })),
  });
