import { Page } from '@/shared/components/Page';
import { useSession } from '@/shared/session';

export function HomePage() {
  const { user, organisation } = useSession();
  const firstName = user.name.split(' ')[0] ?? user.name;
  return (
    <Page title={`Good day, ${firstName}`} description={`You work in ${organisation.name}.`}>
      {null}
    </Page>
  );
}
