import { api, data } from '@/shared/api/client';
import type { TableDocument } from './draft';

/** `version` is that of the draft that was edited; null for a new draft. */
export function saveDraft(ruleSet: string, version: number | null, document: TableDocument) {
  return data(
    api.PUT('/api/rule-sets/{ruleSet}/draft', { params: { path: { ruleSet } }, body: { version, document } }),
  );
}
