import { api, data } from '@/shared/api/client';

export function switchOrganisation(organisationId: string) {
  return data(api.PUT('/api/session/organisation', { body: { organisationId } }));
}
