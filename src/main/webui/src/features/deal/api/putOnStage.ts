import { api, data } from '@/shared/api/client';

/** Puts a stuck deal on a stage of its workflow. */
export function putOnStage(id: string, elementId: string) {
  return data(api.POST('/api/deals/{id}/stage', { params: { path: { id } }, body: { elementId } }));
}
