import {
  IconBriefcase,
  IconBuildingCommunity,
  IconBuildingSkyscraper,
  IconId,
  IconLifebuoy,
  IconStairsUp,
  IconTargetArrow,
  IconUser,
  IconUserCircle,
  IconUserShare,
  type Icon,
} from '@tabler/icons-react';

interface RecordKind {
  name: string;
  /** The record's page is this and the id. */
  path: string;
  icon: Icon;
}

/** Where a record that was found has its page, by its record type. */
export const recordPages: Record<string, RecordKind> = {
  'partner-account': { name: 'Partner account', path: '/partner-accounts', icon: IconBuildingSkyscraper },
  contact: { name: 'Contact', path: '/contacts', icon: IconId },
  'partner-user': { name: 'Partner user', path: '/partner-users', icon: IconUserShare },
  deal: { name: 'Deal', path: '/deals', icon: IconBriefcase },
  lead: { name: 'Lead', path: '/leads', icon: IconTargetArrow },
  request: { name: 'Request', path: '/requests', icon: IconLifebuoy },
  'support-request': { name: 'Request', path: '/requests', icon: IconLifebuoy },
  customer: { name: 'Customer', path: '/customers', icon: IconUser },
  'org-unit': { name: 'Org unit', path: '/org-units', icon: IconBuildingCommunity },
  team: { name: 'Team', path: '/teams', icon: IconStairsUp },
  user: { name: 'User', path: '/users', icon: IconUserCircle },
};
