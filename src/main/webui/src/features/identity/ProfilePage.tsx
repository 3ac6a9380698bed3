import { Radio, Stack, useMantineColorScheme } from '@mantine/core';
import { Facts } from '@/shared/components/Facts';
import { Page } from '@/shared/components/Page';
import { Section } from '@/shared/components/Section';
import { useSession } from '@/shared/session';
import { PasswordSection } from './PasswordSection';
import { EmailSection } from './profile/EmailSection';
import { SessionsSection } from './profile/SessionsSection';
import { roleNames } from './roles';

export function ProfilePage() {
  const { user, roles, organisation } = useSession();
  return (
    <Page title="Profile" description={`${roleNames(roles)} in ${organisation.name}`} width="form">
      <Section title="You">
        <Facts
          facts={[
            { label: 'Name', value: user.name },
            { label: 'Email', value: user.email },
          ]}
        />
      </Section>
      <Appearance />
      <EmailSection email={user.email} />
      <PasswordSection email={user.email} avoid={[user.name, organisation.name]} />
      <SessionsSection />
    </Page>
  );
}

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section title="Appearance">
      <Radio.Group
        aria-label="Colours"
        value={colorScheme}
        onChange={(value) => setColorScheme(value as 'auto' | 'light' | 'dark')}
      >
        <Stack gap="xs">
          <Radio value="auto" label="As the system" />
          <Radio value="light" label="Light" />
          <Radio value="dark" label="Dark" />
        </Stack>
      </Radio.Group>
    </Section>
  );
}
