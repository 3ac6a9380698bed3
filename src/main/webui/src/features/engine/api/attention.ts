import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

export type AttentionItem = Answer<'/api/attention', 'get'>['items'][number];

interface Query {
  recordId?: string;
  q?: string;
  works?: string[];
  kind?: AttentionItem['kind'];
  state?: AttentionItem['state'];
  after?: string;
  limit?: number;
}

export function listAttention(query: Query) {
  return data(api.GET('/api/attention', { params: { query } }));
}

export type ElementStanding = Answer<'/api/attention/elements', 'get'>['elements'][number];

/** Where the records of a process stand in its diagram, or one of them, and what keeps failing there. */
export function standingQuery(processId: string, recordId?: string) {
  return queryOptions({
    queryKey: ['attention', 'elements', processId, recordId ?? 'all'],
    queryFn: () => data(api.GET('/api/attention/elements', { params: { query: { processId, recordId } } })),
    meta: { recordTypes: ['deal'] },
  });
}

/** A plain value that a process gets. */
export type Value = string | number | boolean;

export function retryAttention(id: string, variables: Record<string, Value> = {}) {
  return data(api.POST('/api/attention/{id}/retry', { params: { path: { id } }, body: { variables } }));
}

export function putAttentionAside(id: string, reason: string) {
  return data(api.POST('/api/attention/{id}/put-aside', { params: { path: { id } }, body: { reason } }));
}

export function endAttention(id: string, reason: string) {
  return data(api.POST('/api/attention/{id}/end', { params: { path: { id } }, body: { reason } }));
}
