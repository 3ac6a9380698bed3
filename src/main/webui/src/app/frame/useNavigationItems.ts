import type { NavigationItem } from '@/shared/navigation';
import { mayEnter, useSession, type Session } from '@/shared/session';
import { navigation } from '../features';

const sections = ['work', 'records', 'settings'] as const;
export const sectionTitles = { work: undefined, records: 'Records', settings: 'Settings' } as const;

export function itemsFor(session: Session, items: NavigationItem[]): NavigationItem[] {
  return items
    .filter((item) => mayEnter(session, item))
    .sort((a, b) => sections.indexOf(a.section) - sections.indexOf(b.section) || a.order - b.order);
}

export function useNavigationItems(): NavigationItem[] {
  return itemsFor(useSession(), navigation);
}
