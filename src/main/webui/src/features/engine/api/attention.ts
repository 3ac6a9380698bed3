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

export function retryAttention(id: string) {
  return data(api.POST('/api/attention/{id}/retry', { params: { path: { id } } }));
}

export function putAttentionAside(id: string, reason: string) {
  return data(api.POST('/api/attention/{id}/put-aside', { params: { path: { id } }, body: { reason } }));
}

export function endAttention(id: string, reason: string) {
  return data(api.POST('/api/attention/{id}/end', { params: { path: { id } }, body: { reason } }));
}
