import { api, data } from '@/shared/api/client';

export function removeLayer(id: string, layerId: string) {
  return data(api.DELETE('/api/teams/{id}/layers/{layerId}', { params: { path: { id, layerId } } }));
}
