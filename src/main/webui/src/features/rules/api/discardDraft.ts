import { api } from '@/shared/api/client';

export function discardDraft(ruleSet: string, version: number) {
  return api.DELETE('/api/rule-sets/{ruleSet}/draft', { params: { path: { ruleSet }, query: { version } } });
}
