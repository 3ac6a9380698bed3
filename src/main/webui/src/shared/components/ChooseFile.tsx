import { FileButton, type FileButtonProps } from '@mantine/core';
import { useRef } from 'react';

/** Lets people choose a file, and the same one again after they have mended it. */
export function ChooseFile<Multiple extends boolean = false>({ onChange, ...props }: FileButtonProps<Multiple>) {
  const reset = useRef<() => void>(null);
  return (
    <FileButton<Multiple>
      {...props}
      resetRef={reset}
      onChange={(chosen) => {
        onChange(chosen);
        reset.current?.();
      }}
    />
  );
}
