import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Message } from './types';

const most = 200;

/** The whole conversation, the oldest message first. */
export function messagesQuery(id: string) {
  return queryOptions({
    queryKey: ['request', id, 'messages'],
    queryFn: async () => {
      const messages: Message[] = [];
      let after: string | undefined;
      do {
        const page = await data(
          api.GET('/api/requests/{id}/responses', { params: { path: { id }, query: { limit: most, after } } }),
        );
        messages.push(...page.items);
        after = page.next ?? undefined;
      } while (after);
      return messages;
    },
  });
}
