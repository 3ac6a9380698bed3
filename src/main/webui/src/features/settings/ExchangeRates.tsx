import { ActionIcon, Button, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '@/shared/components/FormDialog';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import { exchangeRatesQuery, removeExchangeRate, setExchangeRate, type ExchangeRate } from './api/exchangeRates';

/** By which rates the assignment rules compare values of other currencies. */
export function ExchangeRates({ home, currencies }: { home: string; currencies: string[] }) {
  const queryClient = useQueryClient();
  const { data: rates = [], error } = useQuery(exchangeRatesQuery);
  const [edited, setEdited] = useState<ExchangeRate | 'new' | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['exchange-rate'] });
  const remove = useMutation({
    mutationFn: (currency: string) => removeExchangeRate(currency),
    onSuccess: (_, currency) => toast.success(`${currency} has no rate any more.`),
    onError: (problem) => toast.problem(problem),
    onSettled: refresh,
  });
  return (
    <Section
      title="Exchange rates"
      description={`The assignment rules compare values in ${home}. A value in a currency without a rate is compared with nothing, and its decision says so.`}
      action={
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
          Add rate
        </Button>
      }
    >
      <ProblemAlert error={error} />
      <Stack gap="xs">
        {rates.length === 0 && <Text c="dimmed">There are no rates yet.</Text>}
        {rates.map((rate) => (
          <Group key={rate.currency} justify="space-between">
            <Text>
              1 {rate.currency} = {rate.rate} {rate.in}
            </Text>
            <Group gap="xs">
              <Button size="compact-sm" variant="default" onClick={() => setEdited(rate)}>
                Change {rate.currency}
              </Button>
              <ActionIcon aria-label={`Remove ${rate.currency}`} onClick={() => remove.mutate(rate.currency)}>
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
          </Group>
        ))}
      </Stack>
      <FormDialog
        key={edited === 'new' ? 'new' : edited?.currency}
        opened={edited !== null}
        onClose={() => setEdited(null)}
        title="Exchange rate"
        submitLabel="Save rate"
        initialValues={{
          currency: edited === 'new' || !edited ? '' : edited.currency,
          rate: (edited === 'new' || !edited ? '' : edited.rate) as number | string,
        }}
        validate={{
          currency: (value) => (value ? null : 'Choose the currency.'),
          rate: (value) => (Number(value) > 0 ? null : 'Expected a number above 0.'),
        }}
        onSubmit={async ({ currency, rate }) => {
          await setExchangeRate(currency, Number(rate));
          await refresh();
          toast.success('Rate saved.');
        }}
      >
        {(form) => (
          <>
            <Select
              label="Currency"
              required
              searchable
              disabled={edited !== 'new'}
              data={currencies.filter((currency) => currency !== home)}
              {...form.getInputProps('currency')}
            />
            <NumberInput
              label={`What one unit of it is worth in ${home}`}
              required
              min={0}
              decimalScale={12}
              hideControls
              {...form.getInputProps('rate')}
            />
          </>
        )}
      </FormDialog>
    </Section>
  );
}
