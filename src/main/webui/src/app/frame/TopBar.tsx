import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { NewsMenu } from '@/features/deal/NewsMenu';
import { Logo } from '@/shared/components/Logo';
import { useCan } from '@/shared/session';
import { OrganisationSwitch } from './OrganisationSwitch';
import { openSearch } from './SearchDialog';
import classes from './TopBar.module.css';
import { UserMenu } from './UserMenu';

const onMac = /mac|iphone|ipad/i.test(navigator.userAgent);

export function TopBar() {
  const can = useCan();
  return (
    <header className={classes.bar}>
      <Link to="/" className={classes.brand} aria-label="Partnerflow, start page">
        <Logo size={24} />
      </Link>
      <button type="button" className={classes.search} onClick={openSearch} aria-keyshortcuts="Control+K">
        <IconSearch size={16} stroke={1.8} aria-hidden />
        <span>Search</span>
        <kbd aria-hidden>{onMac ? '⌘' : 'Ctrl'} K</kbd>
      </button>
      <div className={classes.end}>
        <OrganisationSwitch />
        <ColourToggle />
        {can('deal:view') && <NewsMenu />}
        <UserMenu />
      </div>
    </header>
  );
}

function ColourToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme('light');
  const other = shown === 'dark' ? 'light' : 'dark';
  return (
    <Tooltip label={`Switch to ${other}`}>
      <ActionIcon onClick={() => setColorScheme(other)} aria-label={`Switch to ${other} colours`}>
        {other === 'dark' ? <IconMoon size={18} stroke={1.7} /> : <IconSun size={18} stroke={1.7} />}
      </ActionIcon>
    </Tooltip>
  );
}
