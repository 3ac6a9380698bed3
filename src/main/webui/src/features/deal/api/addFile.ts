import { upload } from '@/shared/api/client';
import type { DealFile } from './types';

/** Partners do not see it until somebody shares it; what a partner adds is shared at once. */
export function addFile(id: string, file: File): Promise<DealFile> {
  const form = new FormData();
  form.set('file', file);
  form.set('shared', 'false');
  return upload<DealFile>(`/api/deals/${id}/files`, form);
}
