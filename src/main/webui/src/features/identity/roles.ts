const names: Record<string, string> = {
  ADMIN: 'Administrator',
  OPS_MANAGER: 'Ops manager',
  BROKER: 'Broker',
  TECHNICIAN: 'Technician',
  PARTNER: 'Partner',
  CUSTOMER: 'Customer',
};

export const roleOptions = Object.entries(names).map(([value, label]) => ({ value, label }));

export const staffRoleOptions = roleOptions.filter(({ value }) => value !== 'PARTNER' && value !== 'CUSTOMER');

export function roleName(role: string): string {
  return names[role] ?? role;
}

export function roleNames(roles: string[]): string {
  return roles.map(roleName).join(', ');
}
