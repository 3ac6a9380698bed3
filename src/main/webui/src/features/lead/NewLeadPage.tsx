import { Button, Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Page } from '@/shared/components/Page';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import { useProblemForm } from '@/shared/hooks/useProblemForm';
import { useSession } from '@/shared/session';
import { receiveLead } from './api/receiveLead';
import { checks, formOf, LeadFields, noLead, type LeadValues } from './LeadFields';

export function NewLeadPage() {
  const { kind } = useSession();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { form, problem, busy, submit } = useProblemForm<LeadValues>(
    { draft: 'New lead', initialValues: noLead, validate: checks },
    async (values) => {
      const lead = await receiveLead(formOf(values));
      await queryClient.invalidateQueries({ queryKey: ['lead'] });
      toast.success(
        lead.state === 'ACCEPTED'
          ? `${lead.company} is yours and becomes a deal.`
          : `${lead.company} is on its way to a partner.`,
      );
      await navigate({ to: '/leads/$leadId', params: { leadId: lead.id } });
    },
  );
  return (
    <Page
      title="New lead"
      description={
        kind === 'STAFF'
          ? 'The assignment rules look at region, industry, product, source and value to find the partner who is asked first.'
          : undefined
      }
      width="form"
    >
      <form onSubmit={submit} noValidate>
        <Section title="The lead">
          <Stack gap="md">
            <ProblemAlert error={problem} />
            <LeadFields form={form} />
            <Group justify="flex-end" gap="xs">
              <Button component={Link} to={kind === 'STAFF' ? '/leads' : '/lead-inbox'} variant="default">
                Cancel
              </Button>
              <Button type="submit" loading={busy}>
                Enter lead
              </Button>
            </Group>
          </Stack>
        </Section>
      </form>
    </Page>
  );
}
