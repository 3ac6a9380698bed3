import {
  Autocomplete,
  Button,
  Group,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
  Input,
} from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { choicesQuery, labelsOf } from '@/features/partner/api/picklists';
import { Page } from '@/shared/components/Page';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import { useProblemForm } from '@/shared/hooks/useProblemForm';
import { useSession } from '@/shared/session';
import { customerChoices } from '../api/choices';
import { logRequest, type NewRequest } from '../api/logRequest';
import { requestTeamsQuery } from '../api/requestTeams';
import type { Priority } from '../api/types';
import { ChoiceSelect } from '../components/ChoiceSelect';
import { priorityWords } from '../words';

const priorities = Object.entries(priorityWords).map(([value, label]) => ({ value, label }));

/** Customers ask for help; staff log what a customer told them. */
export function NewRequestPage() {
  const { kind } = useSession();
  const customer = kind === 'CUSTOMER';
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { data: teams = [] } = useQuery(requestTeamsQuery);
  const { data: lists } = useQuery(choicesQuery);
  const { form, problem, busy, submit } = useProblemForm(
    {
      draft: 'New request',
      initialValues: {
        subject: '',
        text: '',
        priority: 'NORMAL' as Priority,
        product: '',
        category: '',
        customerId: null as string | null,
        teamId: null as string | null,
      },
      validate: {
        subject: (value: string) => (value.trim() ? null : 'Say in a few words what it is about.'),
        text: (value: string) => (value.trim() ? null : 'Describe what happens and what you expected.'),
        customerId: (value: string | null) => (customer || value ? null : 'Choose the customer that it is from.'),
        teamId: (value: string | null) => (teams.length < 2 || value ? null : 'Choose the team that it goes to.'),
      },
    },
    async ({ product, category, ...values }) => {
      const request: NewRequest = { ...values, product: product.trim() || null, category: category.trim() || null };
      const logged = await logRequest(request);
      await queryClient.invalidateQueries({ queryKey: ['request'] });
      toast.success(`${logged.summary.name} is logged.`);
      await navigate({ to: '/requests/$id', params: { id: logged.summary.id } });
    },
  );
  return (
    <Page
      title={customer ? 'New request' : 'Log request'}
      description={
        customer
          ? 'Tell us what is wrong. You get a mail when somebody answers.'
          : 'For a customer who called or wrote; they see it in their portal.'
      }
      width="form"
    >
      <Section title="What is it about?">
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            <ProblemAlert error={problem} />
            {!customer && (
              <ChoiceSelect
                label="Customer"
                placeholder="Name or email address"
                required
                recordType="customer"
                load={customerChoices}
                {...form.getInputProps('customerId')}
              />
            )}
            <TextInput
              label="Subject"
              placeholder="Printer on floor 2 jams"
              required
              maxLength={150}
              data-autofocus
              {...form.getInputProps('subject')}
            />
            <Textarea
              label="Description"
              placeholder="What happens, since when, and what did you try?"
              required
              autosize
              minRows={5}
              maxRows={16}
              maxLength={10000}
              {...form.getInputProps('text')}
            />
            <Input.Wrapper label="Priority" labelElement="div" id="priority">
              <SegmentedControl
                fullWidth
                aria-label="Priority"
                data={priorities}
                {...form.getInputProps('priority')}
                onChange={(value) => form.setFieldValue('priority', value as Priority)}
              />
            </Input.Wrapper>
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
              <Autocomplete
                label="Product"
                maxLength={100}
                data={labelsOf(lists, 'PRODUCT')}
                {...form.getInputProps('product')}
              />
              <Autocomplete
                label="Category"
                maxLength={100}
                data={labelsOf(lists, 'REQUEST_CATEGORY')}
                {...form.getInputProps('category')}
              />
            </SimpleGrid>
            {teams.length > 1 && (
              <Select
                label="Team"
                required
                data={teams.map(({ id, name }) => ({ value: id, label: name }))}
                {...form.getInputProps('teamId')}
              />
            )}
            <Group justify="flex-end" gap="xs">
              <Button component={Link} to="/requests" variant="default">
                Cancel
              </Button>
              <Button type="submit" loading={busy}>
                {customer ? 'Send request' : 'Log request'}
              </Button>
            </Group>
          </Stack>
        </form>
      </Section>
    </Page>
  );
}
