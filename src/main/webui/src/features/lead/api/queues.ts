import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Schema } from '@/shared/api/types';

export type Queue = Schema<'LeadQueueView'>;

export const queuesQuery = queryOptions({
  queryKey: ['queue'],
  queryFn: () => data(api.GET('/api/queues')),
  meta: { recordTypes: ['lead'] },
});

export function createQueue(queue: Schema<'NewLeadQueue'>) {
  return data(api.POST('/api/queues', { body: queue }));
}

export function changeQueue(id: string, queue: Schema<'ChangedLeadQueue'>) {
  return data(api.PUT('/api/queues/{id}', { params: { path: { id } }, body: queue }));
}
