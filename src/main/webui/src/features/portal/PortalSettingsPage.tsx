import { Button, Checkbox, Group, Skeleton, Stack, Switch, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '@/shared/components/Page';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { StatusBadge } from '@/shared/components/StatusBadge';
import { toast } from '@/shared/components/toast';
import {
  changePortalSettings,
  portalSettingsQuery,
  type PortalNotification,
  type PortalSettings,
} from './api/portalSettings';

const notifications: Record<PortalNotification, string> = {
  DEAL_MOVED: 'A deal has moved to another stage',
  DEAL_CLOSED: 'A deal was won or lost',
  NOTE_SHARED: 'A note was shared',
};

export function PortalSettingsPage() {
  const { data: settings, error } = useQuery(portalSettingsQuery);
  if (error) throw error;
  return (
    <Page title="Partner portal" description="How partners are invited, and what they are told." width="form">
      {settings ? <Form key={settings.version} settings={settings} /> : <Skeleton height={320} />}
    </Page>
  );
}

function Form({ settings }: { settings: PortalSettings }) {
  const queryClient = useQueryClient();
  const [form, setForm] = useState({
    mailPartnerAdded: settings.mailPartnerAdded,
    mailDealShared: settings.mailDealShared,
    partnersKeepTheirLeads: settings.partnersKeepTheirLeads,
    notifications: settings.notifications as string[],
  });
  const save = useMutation({
    mutationFn: () =>
      changePortalSettings(settings.version, { ...form, notifications: form.notifications as PortalNotification[] }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['portal-settings'] });
      await queryClient.invalidateQueries({ queryKey: ['partner-user'] });
      toast.success('Portal settings saved');
    },
  });
  const isChanged =
    form.mailPartnerAdded !== settings.mailPartnerAdded ||
    form.mailDealShared !== settings.mailDealShared ||
    form.partnersKeepTheirLeads !== settings.partnersKeepTheirLeads ||
    [...form.notifications].sort().join() !== [...settings.notifications].sort().join();
  return (
    <>
      <ProblemAlert error={save.error} />
      <Section
        title="Portal"
        action={
          settings.portalEnabled ? (
            <StatusBadge tone="won">Enabled</StatusBadge>
          ) : (
            <StatusBadge tone="lost">Not enabled</StatusBadge>
          )
        }
        description="Partner users log in here, make deals and take leads."
      >
        <Stack gap="md">
          <Text size="sm">
            Partners’ new deals begin in the default one of your <Link to="/workflows">workflows</Link>.
          </Text>
          <Switch
            label="Email “partner added”"
            description="Invites a new partner user once they are allocated. Off, no log-in email is sent; turned on again, the invitations that have waited go out."
            checked={form.mailPartnerAdded}
            onChange={(event) => setForm({ ...form, mailPartnerAdded: event.currentTarget.checked })}
          />
          <Switch
            label="Email “deal shared”"
            description="Tells a partner user of a deal that is shared with them."
            checked={form.mailDealShared}
            onChange={(event) => setForm({ ...form, mailDealShared: event.currentTarget.checked })}
          />
          <Switch
            label="Leads that a partner enters are theirs"
            description="They become deals of that partner. Off, the assignment rules say who is asked, which may be another partner."
            checked={form.partnersKeepTheirLeads}
            onChange={(event) => setForm({ ...form, partnersKeepTheirLeads: event.currentTarget.checked })}
          />
        </Stack>
      </Section>
      <Section
        title="Notifications"
        description="Which notifications partners may turn on for themselves. They do not see the others."
      >
        <Checkbox.Group
          aria-label="Notifications that partners may turn on"
          value={form.notifications}
          onChange={(chosen) => setForm({ ...form, notifications: chosen })}
        >
          <Stack gap="xs">
            {Object.entries(notifications).map(([value, label]) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Section>
      <Group justify="flex-end">
        <Button disabled={!isChanged} loading={save.isPending} onClick={() => save.mutate()}>
          Save settings
        </Button>
      </Group>
    </>
  );
}
