import type { ComponentType } from 'react';
import type { Audience } from './session';

/** A tab of a partner account's page that belongs to another feature than the account itself. */
export interface AccountTab extends Audience {
  id: string;
  label: string;
  order: number;
  component: ComponentType<{ accountId: string }>;
}

const tabs: AccountTab[] = [];

/** Called once by the app (src/app/features.ts) with the tabs of all features. */
export function registerAccountTabs(more: AccountTab[]) {
  for (const tab of more) if (!tabs.some(({ id }) => id === tab.id)) tabs.push(tab);
  tabs.sort((a, b) => a.order - b.order);
}

export function accountTabs(): readonly AccountTab[] {
  return tabs;
}
