import { useNetwork } from '@mantine/hooks';
import { IconPlugConnectedX } from '@tabler/icons-react';
import classes from './OfflineBanner.module.css';

export function OfflineBanner() {
  const { online } = useNetwork();
  return (
    <div role="status">
      {!online && (
        <div className={classes.banner}>
          <IconPlugConnectedX size={16} aria-hidden />
          No connection. You see the last known state; changes can be saved again when the connection is back.
        </div>
      )}
    </div>
  );
}
