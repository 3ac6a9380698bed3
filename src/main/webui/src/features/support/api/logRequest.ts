import { api, data } from '@/shared/api/client';
import type { Priority } from './types';

export interface NewRequest {
  subject: string;
  text: string;
  priority: Priority;
  product: string | null;
  category: string | null;
  customerId: string | null;
  teamId: string | null;
}

export function logRequest(request: NewRequest) {
  return data(api.POST('/api/requests', { body: request }));
}
