import { ActionIcon, Group, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { IconDots } from '@tabler/icons-react';
import { toast } from '@/shared/components/toast';
import { endAttention, putAttentionAside, type AttentionItem } from './api/attention';
import { workInWords } from './attentionWords';
import { ReasonDialog } from './ReasonDialog';
import { RetryButton } from './RetryButton';
import { ValueDialog } from './ValueDialog';

/** What can be done about an open item: try again, also with a value that was lacking, put aside, end the record. */
export function AttentionActions({ item }: { item: AttentionItem }) {
  const queryClient = useQueryClient();
  const [puttingAside, putAside] = useDisclosure(false);
  const [ending, end] = useDisclosure(false);
  const [giving, give] = useDisclosure(false);
  const name = item.recordName ?? workInWords(item);
  if (item.state !== 'OPEN') return null;
  return (
    <Group gap="xs" wrap="nowrap">
      <RetryButton item={item} />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={26} aria-label={`More for ${name}`}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {item.kind === 'INCIDENT' && <Menu.Item onClick={give.open}>Try again with a value</Menu.Item>}
          <Menu.Item onClick={putAside.open}>Put aside</Menu.Item>
          {item.canEnd && (
            <Menu.Item color="red" onClick={end.open}>
              End the deal
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ValueDialog item={item} opened={giving} onClose={give.close} />
      <ReasonDialog
        opened={puttingAside}
        onClose={putAside.close}
        title={`Put aside: ${name}`}
        submitLabel="Put aside"
        onSubmit={async (reason) => {
          await putAttentionAside(item.id, reason);
          await queryClient.invalidateQueries({ queryKey: ['attention'] });
          toast.success('It is put aside');
        }}
      >
        It leaves this list and stays as it is. If it fails in another way, it comes back.
      </ReasonDialog>
      <ReasonDialog
        opened={ending}
        onClose={end.close}
        title={`End ${name}`}
        submitLabel="End the deal"
        onSubmit={async (reason) => {
          await endAttention(item.id, reason);
          await Promise.all([
            queryClient.invalidateQueries({ queryKey: ['attention'] }),
            queryClient.invalidateQueries({ queryKey: ['deal'] }),
          ]);
          toast.success(`${name} is closed as lost`);
        }}
      >
        The deal is closed as lost and its process ends. The partner is told. This cannot be undone.
      </ReasonDialog>
    </Group>
  );
}
