import * as audit from '@/features/audit/routes';
import * as deal from '@/features/deal/routes';
import * as engine from '@/features/engine/routes';
import * as identity from '@/features/identity/routes';
import * as lead from '@/features/lead/routes';
import * as partner from '@/features/partner/routes';
import * as portal from '@/features/portal/routes';
import * as rules from '@/features/rules/routes';
import * as settings from '@/features/settings/routes';
import * as support from '@/features/support/routes';
import * as workflow from '@/features/workflow/routes';
import { registerAccountTabs } from '@/shared/accountTabs';
import type { HomePanel } from '@/shared/home';
import type { NavigationItem } from '@/shared/navigation';
import * as home from './home/routes';

// Every feature with its pages, its items in the navigation and its panels on the start page. A new one is added here, on lines of its own.

// prettier-ignore
export const routes = [
  ...home.routes,
  ...audit.routes,
  ...deal.routes,
  ...engine.routes,
  ...identity.routes,
  ...lead.routes,
  ...partner.routes,
  ...portal.routes,
  ...rules.routes,
  ...settings.routes,
  ...support.routes,
  ...workflow.routes,
] as const;

// prettier-ignore
export const navigation: NavigationItem[] = [
  ...home.navigation,
  ...audit.navigation,
  ...deal.navigation,
  ...engine.navigation,
  ...identity.navigation,
  ...lead.navigation,
  ...partner.navigation,
  ...portal.navigation,
  ...rules.navigation,
  ...settings.navigation,
  ...support.navigation,
  ...workflow.navigation,
];

// prettier-ignore
export const homePanels: HomePanel[] = [
  ...deal.homePanels,
  ...lead.homePanels,
  ...engine.homePanels,
  ...support.homePanels,
];

// prettier-ignore
registerAccountTabs([
  ...portal.accountTabs,
]);
