import { Button, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { ChooseFile } from '@/shared/components/ChooseFile';
import classes from './DropFile.module.css';

interface Props {
  busy: boolean;
  onFile: (file: File) => void;
}

/** A place to drop a CSV file on, or to choose one. */
export function DropFile({ busy, onFile }: Props) {
  const [over, setOver] = useState(false);
  return (
    <div
      role="group"
      aria-label="File to import"
      className={classes.zone}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files.item(0);
        if (file && !busy) onFile(file);
      }}
    >
      <IconFileSpreadsheet size={28} stroke={1.4} aria-hidden />
      <Text ta="center">Drop a CSV file here, or choose one</Text>
      <ChooseFile
        accept=".csv,.txt,text/csv"
        inputProps={{ 'aria-label': 'CSV file' }}
        onChange={(file) => file && onFile(file)}
      >
        {(props) => (
          <Button {...props} loading={busy}>
            Choose file
          </Button>
        )}
      </ChooseFile>
      <Text size="sm" c="dimmed" ta="center">
        UTF-8, the names of the columns in the first line, at most 50,000 lines and 12 MB. Nothing is imported before
        you have seen it.
      </Text>
    </div>
  );
}
