import { api, data } from '@/shared/api/client';
import { listUsers, works } from '@/features/identity/api/users';
import { listCustomers } from './customers';
import { listOrgUnits } from './orgUnits';

/** What a person can choose in a form, found by the words that they type. */
export interface Choice {
  value: string;
  label: string;
}

const few = 20;

export async function partnerAccountChoices(q: string): Promise<Choice[]> {
  const page = await data(api.GET('/api/partner-accounts', { params: { query: { q: q || undefined, limit: few } } }));
  return page.items.map(({ id, name }) => ({ value: id, label: name }));
}

export async function orgUnitChoices(q: string): Promise<Choice[]> {
  const page = await listOrgUnits(q || undefined);
  return page.items.map(({ id, name }) => ({ value: id, label: name }));
}

export async function customerChoices(q: string): Promise<Choice[]> {
  const page = await listCustomers({ q: q || undefined, limit: few });
  return page.items.map(({ id, name, orgUnit }) => ({ value: id, label: `${name} (${orgUnit.name})` }));
}

/** Who can lead a team: the lead takes requests that nobody else can. */
export async function leadChoices(q: string): Promise<Choice[]> {
  const page = await listUsers({ q: q || undefined, limit: 100 });
  return page.items
    .filter((user) => works(user, 'ADMIN', 'TECHNICIAN'))
    .map(({ id, name }) => ({ value: id, label: name }));
}
