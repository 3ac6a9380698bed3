import type { Icon } from '@tabler/icons-react';
import type { Audience } from './session';

export interface NavigationItem extends Audience {
  label: string;
  to: string;
  icon: Icon;
  /** Sections in this order: work (no heading), records, settings. */
  section: 'work' | 'records' | 'settings';
  /** Small comes first within its section. */
  order: number;
}
