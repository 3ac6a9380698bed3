import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '@/shared/components/toast';
import { addFile } from './api/addFile';

interface Refusal {
  name: string;
  error: unknown;
}

interface Adding {
  name: string;
  /** From 1. */
  number: number;
  of: number;
}

/** Adds files to a deal one after the other; one that is refused does not keep the others out. */
export function useAddFiles(dealId: string) {
  const queryClient = useQueryClient();
  const [adding, setAdding] = useState<Adding | null>(null);
  const [refusals, setRefusals] = useState<Refusal[]>([]);

  async function add(files: File[]) {
    const refused: Refusal[] = [];
    setRefusals([]);
    for (const [index, file] of files.entries()) {
      setAdding({ name: file.name, number: index + 1, of: files.length });
      try {
        await addFile(dealId, file);
      } catch (error) {
        refused.push({ name: file.name, error });
      }
    }
    setAdding(null);
    setRefusals(refused);
    const added = files.length - refused.length;
    if (added > 0) toast.success(files.length === 1 ? `${files[0]!.name} was added.` : `${added} files were added.`);
    await queryClient.invalidateQueries({ queryKey: ['deal', dealId] });
  }

  return { add, adding, refusals };
}
