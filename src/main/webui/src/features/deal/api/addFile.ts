import { upload } from '@/shared/api/client';
import type { DealFile } from './types';

export function addFile(id: string, file: File): Promise<DealFile> {
  const form = new FormData();
  form.set('file', file);
  return upload<DealFile>(`/api/deals/${id}/files`, form);
}
