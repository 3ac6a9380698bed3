import {
  IconBriefcase,
  IconBuildingCommunity,
  IconBuildingSkyscraper,
  IconFileImport,
  IconId,
  IconLifebuoy,
  IconRoute,
  IconStairsUp,
  IconTargetArrow,
  IconUser,
  IconUserCircle,
  IconUserShare,
  type Icon,
} from '@tabler/icons-react';
import type { RecordType } from './api/types';

interface RecordKind {
  name: string;
  /** The record's page is this and the id. */
  path: string;
  icon: Icon;
}

/** Where a record that was found has its page, by its record type. */
export const recordPages: Partial<Record<RecordType, RecordKind>> = {
  'partner-account': { name: 'Partner account', path: '/partner-accounts', icon: IconBuildingSkyscraper },
  contact: { name: 'Contact', path: '/contacts', icon: IconId },
  'partner-user': { name: 'Partner user', path: '/partner-users', icon: IconUserShare },
  deal: { name: 'Deal', path: '/deals', icon: IconBriefcase },
  lead: { name: 'Lead', path: '/leads', icon: IconTargetArrow },
  request: { name: 'Request', path: '/requests', icon: IconLifebuoy },
  customer: { name: 'Customer', path: '/customers', icon: IconUser },
  'org-unit': { name: 'Org unit', path: '/org-units', icon: IconBuildingCommunity },
  team: { name: 'Team', path: '/teams', icon: IconStairsUp },
  import: { name: 'Import', path: '/imports', icon: IconFileImport },
  workflow: { name: 'Workflow', path: '/workflows', icon: IconRoute },
  user: { name: 'User', path: '/users', icon: IconUserCircle },
};
