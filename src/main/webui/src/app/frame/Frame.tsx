import { useLocalStorage } from '@mantine/hooks';
import { Outlet, useLocation, useMatches } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useLiveUpdates } from '@/shared/hooks/useLiveUpdates';
import { mayEnter, useSession } from '@/shared/session';
import { NoPermissionPage } from '../pages/NoPermissionPage';
import { BottomBar } from './BottomBar';
import classes from './Frame.module.css';
import { OfflineBanner } from './OfflineBanner';
import { SearchDialog } from './SearchDialog';
import { SideNavigation } from './SideNavigation';
import { TopBar } from './TopBar';

/** What surrounds every page of somebody who is logged in. */
export function Frame() {
  const session = useSession();
  const [collapsed, setCollapsed] = useLocalStorage({ key: 'partnerflow-nav-collapsed', defaultValue: false });
  const allowed = useMatches({
    select: (matches) => matches.every((match) => mayEnter(session, match.staticData.audience ?? {})),
  });
  const main = useFocusAfterNavigation();
  useLiveUpdates(session.organisation.id);

  return (
    <div className={classes.frame} data-collapsed={collapsed || undefined}>
      <a href="#main" className={classes.skip}>
        Skip to the content
      </a>
      <SideNavigation collapsed={collapsed} onToggle={() => setCollapsed(!collapsed)} />
      <TopBar />
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <OfflineBanner />
        {allowed ? <Outlet /> : <NoPermissionPage />}
      </main>
      <BottomBar />
      <SearchDialog />
    </div>
  );
}

/** A new page begins at its top, for the keyboard and for screen readers too. */
function useFocusAfterNavigation() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [pathname]);
  return main;
}
