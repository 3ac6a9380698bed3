import { Navigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { Page } from '@/shared/components/Page';
import { mayEnter, useSession } from '@/shared/session';
import { homePanels } from '../features';
import { useNavigationItems } from '../frame/useNavigationItems';
import { Waiting } from '../pages/Waiting';
import classes from './HomePage.module.css';

/** Staff see what waits for them; partners and customers begin at their work, which is one list. */
export function HomePage() {
  const session = useSession();
  const [first] = useNavigationItems();
  if (session.kind !== 'STAFF' && first) return <Navigate to={first.to} replace />;

  const panels = homePanels.filter((panel) => mayEnter(session, panel)).sort((a, b) => a.order - b.order);
  return (
    <Page title={`Good day, ${session.user.name.split(' ')[0]}`} description="What waits for you today.">
      <div className={classes.panels}>
        {panels.map(({ id, component: Panel }) => (
          <Suspense key={id} fallback={<Waiting />}>
            <Panel />
          </Suspense>
        ))}
      </div>
    </Page>
  );
}
