import { Alert, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useCan } from '@/shared/session';
import { listAttention } from './api/attention';
import { AttentionActions } from './AttentionActions';

/** What failed in the process of a record, for those who can mend it. */
export function RecordAttention({ recordId }: { recordId: string }) {
  const can = useCan();
  const { data } = useQuery({
    queryKey: ['attention', 'record', recordId],
    queryFn: () => listAttention({ recordId }),
    enabled: can('attention:view'),
  });
  return data?.items.map((item) => (
    <Alert
      key={item.id}
      variant="light"
      icon={<IconAlertTriangle size={18} />}
      styles={{
        root: { backgroundColor: 'var(--pf-overdue-soft)', color: 'var(--pf-text)' },
        icon: { color: 'var(--pf-overdue)' },
        message: { color: 'var(--pf-text)' },
      }}
    >
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <span>{item.cause}</span>
        {can('attention:retry') && <AttentionActions item={item} />}
      </Group>
    </Alert>
  ));
}
