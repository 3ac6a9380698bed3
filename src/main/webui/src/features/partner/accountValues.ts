import type { Account, AccountForm } from './api/accounts';

/** What the form for an account holds: text for everything, so that each field is under control. */
export interface AccountValues extends Record<string, unknown> {
  name: string;
  typeId: string | null;
  statusId: string | null;
  employerPartner: boolean;
  website: string;
  phone: string;
  street: string;
  town: string;
  state: string;
  postcode: string;
  country: string;
  notes: string;
  ownerUserId: string | null;
}

export const emptyAccount: AccountValues = {
  name: '',
  typeId: null,
  statusId: null,
  employerPartner: false,
  website: '',
  phone: '',
  street: '',
  town: '',
  state: '',
  postcode: '',
  country: '',
  notes: '',
  ownerUserId: null,
};

export function valuesOf(account: Account): AccountValues {
  return {
    name: account.name,
    typeId: account.type?.id ?? null,
    statusId: account.status.id,
    employerPartner: account.employerPartner,
    website: account.website ?? '',
    phone: account.phone ?? '',
    street: account.street ?? '',
    town: account.town ?? '',
    state: account.state ?? '',
    postcode: account.postcode ?? '',
    country: account.country ?? '',
    notes: account.notes ?? '',
    ownerUserId: account.owner.id,
  };
}

export function formOf(values: AccountValues): AccountForm {
  const text = (value: string) => (value.trim() ? value.trim() : null);
  return {
    name: values.name.trim(),
    typeId: values.typeId,
    statusId: values.statusId,
    employerPartner: values.employerPartner,
    website: text(values.website),
    phone: text(values.phone),
    street: text(values.street),
    town: text(values.town),
    state: text(values.state),
    postcode: text(values.postcode),
    country: text(values.country),
    notes: text(values.notes),
    ownerUserId: values.ownerUserId,
  };
}

export const fieldWords: Record<string, string> = {
  name: 'Full name',
  typeId: 'Type of organisation',
  statusId: 'Status',
  employerPartner: 'Employer partner',
  website: 'Web site',
  phone: 'Phone',
  street: 'Street',
  town: 'Town',
  state: 'State or region',
  postcode: 'Postcode',
  country: 'Country',
  notes: 'Notes',
  ownerUserId: 'Owner',
  firstName: 'First name',
  lastName: 'Last name',
  title: 'Title',
  email: 'Email',
  partnerTypeId: 'Partner type',
  practitionerTypeId: 'Type of practitioner',
};
