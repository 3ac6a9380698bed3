import { Button, Group, Select, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Page } from '@/shared/components/Page';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import {
  changeOrganisationSettings,
  organisationSettingsQuery,
  type OrganisationSettings,
} from './api/organisationSettings';
import { ExchangeRates } from './ExchangeRates';

const currencies = Intl.supportedValuesOf('currency');

export function OrganisationSettingsPage() {
  const { data: settings, error } = useQuery(organisationSettingsQuery);
  if (error) throw error;
  return (
    <Page title="Organisation" description="What holds for everybody and everything here." width="form">
      {settings ? <Form key={settings.version} settings={settings} /> : <Skeleton height={240} />}
    </Page>
  );
}

function Form({ settings }: { settings: OrganisationSettings }) {
  const queryClient = useQueryClient();
  const [country, setCountry] = useState(settings.country);
  const [currency, setCurrency] = useState(settings.currency);
  const save = useMutation({
    mutationFn: () => changeOrganisationSettings(settings.version, { country, currency }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['organisation-settings'] });
      await queryClient.invalidateQueries({ queryKey: ['exchange-rate'] });
      toast.success('Settings saved');
    },
  });
  return (
    <>
      <ProblemAlert error={save.error} />
      <Section title="Country and currency">
        <Stack gap="md">
          <Select
            label="Country"
            description="Phone numbers that are written without a country’s code are of this country."
            searchable
            allowDeselect={false}
            data={settings.countries.map(({ code, name }) => ({ value: code, label: name }))}
            value={country}
            onChange={(chosen) => chosen && setCountry(chosen)}
          />
          <Select
            label="Currency"
            description="Values in other currencies are compared in this one."
            searchable
            allowDeselect={false}
            data={currencies}
            value={currency}
            onChange={(chosen) => chosen && setCurrency(chosen)}
          />
        </Stack>
      </Section>
      <Group justify="flex-end">
        <Button
          disabled={country === settings.country && currency === settings.currency}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          Save settings
        </Button>
      </Group>
      <ExchangeRates home={settings.currency} currencies={currencies} />
    </>
  );
}
