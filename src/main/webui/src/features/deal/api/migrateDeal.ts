import { api, data } from '@/shared/api/client';

export function migrateDeal(id: string, version: number) {
  return data(api.POST('/api/deals/{id}/migration', { params: { path: { id } }, body: { version } }));
}
