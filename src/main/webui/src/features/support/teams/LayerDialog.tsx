import { Group, NumberInput, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { FormDialog } from '@/shared/components/FormDialog';
import type { LayerForm } from '../api/saveLayer';
import type { Layer } from '../api/types';
import { inUnit, minutesOf, type Unit } from './duration';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  submitLabel: string;
  layer?: Layer;
  onSubmit: (form: LayerForm) => Promise<unknown>;
}

const units = [
  { value: 'minutes', label: 'minutes' },
  { value: 'hours', label: 'hours' },
  { value: 'days', label: 'days' },
];

const hour = 60;

export function LayerDialog({ layer, onSubmit, ...dialog }: Props) {
  const response = inUnit(layer?.responseMinutes ?? 4 * hour);
  const resolution = inUnit(layer?.resolutionMinutes ?? 24 * hour);
  return (
    <FormDialog
      {...dialog}
      initialValues={{
        name: layer?.name ?? '',
        responseMinutes: response.count as number | string,
        responseUnit: response.unit,
        resolutionMinutes: resolution.count as number | string,
        resolutionUnit: resolution.unit,
      }}
      validate={{
        name: (value: string) => (value.trim() ? null : 'Give the layer a name.'),
        responseMinutes: (value, all) =>
          minutesOf(value, all.responseUnit) >= 1 ? null : 'Expected a time of at least a minute.',
        resolutionMinutes: (value, all) =>
          minutesOf(value, all.resolutionUnit) >= minutesOf(all.responseMinutes, all.responseUnit)
            ? null
            : 'Expected at least the time for the response.',
      }}
      onSubmit={(values) =>
        onSubmit({
          name: values.name,
          responseMinutes: minutesOf(values.responseMinutes, values.responseUnit),
          resolutionMinutes: minutesOf(values.resolutionMinutes, values.resolutionUnit),
        })
      }
    >
      {(form) => (
        <>
          <TextInput
            label="Name"
            placeholder="First line"
            required
            maxLength={100}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Time label="Response within">
              <NumberInput
                aria-label="Response within"
                min={1}
                allowDecimal={false}
                allowNegative={false}
                flex={1}
                {...form.getInputProps('responseMinutes')}
              />
              <Select
                aria-label="Unit of the response time"
                data={units}
                allowDeselect={false}
                w={110}
                value={form.values.responseUnit}
                onChange={(unit) => form.setFieldValue('responseUnit', unit as Unit)}
              />
            </Time>
            <Time label="Resolution within">
              <NumberInput
                aria-label="Resolution within"
                min={1}
                allowDecimal={false}
                allowNegative={false}
                flex={1}
                {...form.getInputProps('resolutionMinutes')}
              />
              <Select
                aria-label="Unit of the resolution time"
                data={units}
                allowDeselect={false}
                w={110}
                value={form.values.resolutionUnit}
                onChange={(unit) => form.setFieldValue('resolutionUnit', unit as Unit)}
              />
            </Time>
          </SimpleGrid>
          <Text size="sm" c="dimmed">
            Both count from the moment that somebody in the layer gets the request, on the clock: nights, weekends and
            holidays count too.
          </Text>
        </>
      )}
    </FormDialog>
  );
}

function Time({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <Text component="div" size="sm" fw={500} mb={2}>
        {label}
      </Text>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        {children}
      </Group>
    </div>
  );
}
