import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

/** What the page needs to draw typed cells: columns with their operators, outcomes, and the targets that exist. */
export type TableForm = Answer<'/api/rule-sets/{ruleSet}/form', 'get'>;
export type Column = TableForm['columns'][number];
export type Outcome = TableForm['outcomes'][number];
export type Target = TableForm['targets'][number];
export type Operator = Column['operators'][number]['operator'];

export const formQuery = (ruleSet: string) =>
  queryOptions({
    queryKey: ['rule-set', ruleSet, 'form'],
    queryFn: () => data(api.GET('/api/rule-sets/{ruleSet}/form', { params: { path: { ruleSet } } })),
  });
