import { api, data } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

export type Reconciliation = Answer<'/api/engine/reconciliations', 'get'>[number];
export type ReconciliationItem = Answer<'/api/engine/reconciliations/{id}/items', 'get'>[number];

export function listReconciliations() {
  return data(api.GET('/api/engine/reconciliations'));
}

export function listReconciliationItems(id: string) {
  return data(api.GET('/api/engine/reconciliations/{id}/items', { params: { path: { id } } }));
}

export function beginReconciliation() {
  return data(api.POST('/api/engine/reconciliations'));
}
