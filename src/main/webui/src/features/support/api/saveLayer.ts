import { api, data } from '@/shared/api/client';
import type { Layer } from './types';

export interface LayerForm {
  name: string;
  responseMinutes: number;
  resolutionMinutes: number;
}

export function addLayer(teamId: string, form: LayerForm) {
  return data(api.POST('/api/teams/{id}/layers', { params: { path: { id: teamId } }, body: form }));
}

export function changeLayer(teamId: string, { id, version }: Layer, form: LayerForm) {
  return data(
    api.PUT('/api/teams/{id}/layers/{layerId}', {
      params: { path: { id: teamId, layerId: id } },
      body: { ...form, version },
    }),
  );
}
