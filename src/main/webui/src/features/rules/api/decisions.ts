import { api, data } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

export type Decision = Answer<'/api/rule-sets/{ruleSet}/decisions', 'get'>['items'][number];
export type Ruling = Decision['ruling'];
export type Assignee = Ruling['assignee'];

export function decisions(ruleSet: string, after?: string) {
  return data(api.GET('/api/rule-sets/{ruleSet}/decisions', { params: { path: { ruleSet }, query: { after } } }));
}
