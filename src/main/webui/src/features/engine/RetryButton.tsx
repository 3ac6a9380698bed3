import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconRefresh } from '@tabler/icons-react';
import { toast } from '@/shared/components/toast';
import { retryAttention, type AttentionItem } from './api/attention';
import { workInWords } from './attentionWords';

export function RetryButton({ item }: { item: AttentionItem }) {
  const queryClient = useQueryClient();
  const retry = useMutation({
    mutationFn: () => retryAttention(item.id),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['attention'] });
      toast.success('It is tried again');
    },
    onError: (error) => toast.problem(error),
  });
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconRefresh size={14} aria-hidden />}
      loading={retry.isPending}
      onClick={() => retry.mutate()}
      aria-label={`Try again: ${workInWords(item)}`}
    >
      Try again
    </Button>
  );
}
