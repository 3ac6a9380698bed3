import { Group, NumberInput, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Money } from './api/types';
import { currencies, rememberCurrency } from './money';

export interface MoneyValues {
  value: { amount: number | string; currency: string };
}

/** The value of a deal; left empty, there is none. */
export function MoneyFields<Values extends MoneyValues>({ form }: { form: UseFormReturnType<Values> }) {
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <NumberInput
        label="Value"
        placeholder="Not known yet"
        min={0}
        max={999_999_999_999}
        decimalScale={2}
        thousandSeparator=","
        hideControls
        flex={1}
        {...form.getInputProps('value.amount')}
      />
      <Select
        label="Currency"
        data={currencies}
        w={104}
        allowDeselect={false}
        searchable
        comboboxProps={{ withinPortal: true }}
        {...form.getInputProps('value.currency')}
      />
    </Group>
  );
}

export function moneyOf({ amount, currency }: MoneyValues['value']): Money | null {
  if (amount === '') return null;
  rememberCurrency(currency);
  return { amount: Number(amount), currency };
}
