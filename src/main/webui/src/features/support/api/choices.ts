import { api, data } from '@/shared/api/client';
import { isActiveStaff, listUsers } from '@/features/identity/api/users';
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

export async function staffChoices(q: string): Promise<Choice[]> {
  const page = await listUsers({ q: q || undefined, limit: 100 });
  return page.items.filter(isActiveStaff).map(({ id, name }) => ({ value: id, label: name }));
}
