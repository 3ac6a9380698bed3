import { api, data } from '@/shared/api/client';
import type { Body } from '@/shared/api/types';

export function publishDraft(ruleSet: string, body: Body<'/api/rule-sets/{ruleSet}/draft/publication', 'post'>) {
  return data(api.POST('/api/rule-sets/{ruleSet}/draft/publication', { params: { path: { ruleSet } }, body }));
}
