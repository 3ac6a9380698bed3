import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { DataTable, type Column } from '@/shared/components/DataTable';
import { EmptyState } from '@/shared/components/EmptyState';
import { Page } from '@/shared/components/Page';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { Section } from '@/shared/components/Section';
import { StatusBadge } from '@/shared/components/StatusBadge';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { listImports, uploadImport, type Import } from './api/imports';
import { DropFile } from './DropFile';
import { importStates } from './importWords';

const columns: Column<Import>[] = [
  {
    id: 'file',
    header: 'File',
    cell: (found) => (
      <Link to="/imports/$id" params={{ id: found.id }}>
        {found.fileName}
      </Link>
    ),
  },
  {
    id: 'state',
    header: 'State',
    cell: (found) => <StatusBadge tone={importStates[found.state].tone}>{importStates[found.state].words}</StatusBadge>,
  },
  { id: 'lines', header: 'Lines', numeric: true, cell: (found) => found.lines.toLocaleString() },
  { id: 'created', header: 'Imported', numeric: true, cell: (found) => (found.counts.CREATED ?? 0).toLocaleString() },
  { id: 'refused', header: 'Refused', numeric: true, cell: (found) => (found.counts.REFUSED ?? 0).toLocaleString() },
  { id: 'by', header: 'By', cell: (found) => found.startedBy },
  { id: 'at', header: 'Uploaded', cell: (found) => <RelativeTime at={found.createdAt} /> },
];

export function ImportsPage() {
  const navigate = useNavigate();
  const list = usePagedList(['import', 'list'], (after) => listImports({ after, limit: 20 }));
  const send = useMutation({
    mutationFn: uploadImport,
    onSuccess: (found) => navigate({ to: '/imports/$id', params: { id: found.id } }),
  });
  return (
    <Page title="Import partner accounts" description="From a spreadsheet that was saved as CSV.">
      <Section title="Upload a file">
        <ProblemAlert error={send.error} />
        <DropFile busy={send.isPending} onFile={(file) => send.mutate(file)} />
      </Section>
      <Section title="Former imports" flush>
        <DataTable
          label="Imports"
          columns={columns}
          list={list}
          rowKey={(found) => found.id}
          empty={<EmptyState>Nothing was imported yet.</EmptyState>}
        />
      </Section>
    </Page>
  );
}
