import { Button, Popover, Select, Stack } from '@mantine/core';
import { encodingOptions, separatorOptions, type FileReading } from '@/shared/spreadsheets';

interface Props {
  reading: FileReading;
  onChange: (reading: FileReading) => void;
}

/** How the next file is read, where the guess would be wrong. */
export function ReadAs({ reading, onChange }: Props) {
  const chosen = reading.encoding !== null || reading.separator !== null;
  return (
    <Popover position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <Button variant="subtle">{chosen ? 'Read as chosen' : 'Read as guessed'}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Select
            label="Encoding"
            placeholder="Guessed"
            data={encodingOptions}
            value={reading.encoding}
            clearable
            comboboxProps={{ withinPortal: false }}
            onChange={(encoding) => onChange({ ...reading, encoding })}
            w={300}
          />
          <Select
            label="Separated by"
            placeholder="Guessed"
            data={separatorOptions}
            value={reading.separator}
            clearable
            comboboxProps={{ withinPortal: false }}
            onChange={(separator) => onChange({ ...reading, separator })}
            w={300}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
