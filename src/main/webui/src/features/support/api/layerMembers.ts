import { api, data } from '@/shared/api/client';

const path = '/api/teams/{id}/layers/{layerId}/members/{userId}' as const;

export function addMember(id: string, layerId: string, userId: string) {
  return data(api.PUT(path, { params: { path: { id, layerId, userId } } }));
}

/** What somebody would leave behind who is taken out of the layer. */
export function memberWork(id: string, layerId: string, userId: string) {
  return data(
    api.GET('/api/teams/{id}/layers/{layerId}/members/{userId}/work', { params: { path: { id, layerId, userId } } }),
  );
}

export function removeMember(id: string, layerId: string, userId: string) {
  return data(api.DELETE(path, { params: { path: { id, layerId, userId } } }));
}
