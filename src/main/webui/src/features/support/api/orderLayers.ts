import { api, data } from '@/shared/api/client';

export function orderLayers(id: string, layerIds: string[]) {
  return data(api.PUT('/api/teams/{id}/layers', { params: { path: { id } }, body: { layerIds } }));
}
