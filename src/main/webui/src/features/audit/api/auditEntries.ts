import { api, data } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

export type AuditEntry = Answer<'/api/audit-entries', 'get'>['items'][number];

export function auditEntries(query: { recordId?: string; after?: string; limit?: number }) {
  return data(api.GET('/api/audit-entries', { params: { query } }));
}
