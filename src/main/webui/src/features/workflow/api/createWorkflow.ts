import { api, data } from '@/shared/api/client';

/** Makes a workflow from the shipped diagram. */
export function createWorkflow(name: string) {
  return data(api.POST('/api/workflows', { body: { name } }));
}
