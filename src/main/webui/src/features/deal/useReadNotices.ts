import { useDocumentVisibility } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { noticesQuery } from './api/notices';
import { readNoticesOf } from './api/readNotices';

/** Whoever looks at a deal has read what they are told about it, also what comes while they look. */
export function useReadNotices(dealId: string) {
  const looking = useDocumentVisibility() === 'visible';
  const notices = useQuery(noticesQuery);
  const queryClient = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: readNoticesOf,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  });
  const unread = notices.data?.some((notice) => notice.dealId === dealId && !notice.read) ?? false;
  useEffect(() => {
    if (looking && unread) mutate(dealId);
  }, [looking, unread, dealId, mutate]);
}
