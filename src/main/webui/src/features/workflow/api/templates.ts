import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

/** An element template of the modeler; only what we read ourselves is named. */
export interface Template {
  id: string;
  name: string;
  description?: string;
  icon?: { contents: string };
}

export const templatesQuery = queryOptions({
  queryKey: ['workflow-templates'],
  queryFn: async () => (await data(api.GET('/api/workflows/templates'))) as unknown as Template[],
  staleTime: Infinity,
});
