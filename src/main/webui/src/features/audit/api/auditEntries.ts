import { api, data } from '@/shared/api/client';
import type { Answer, AuditAction, RecordType } from '@/shared/api/types';

export type AuditEntry = Answer<'/api/audit-entries', 'get'>['items'][number];

interface AuditQuery {
  recordId?: string;
  recordType?: RecordType;
  q?: string;
  actions?: AuditAction[];
  from?: string;
  until?: string;
  after?: string;
  limit?: number;
}

export function auditEntries(query: AuditQuery) {
  return data(api.GET('/api/audit-entries', { params: { query } }));
}
