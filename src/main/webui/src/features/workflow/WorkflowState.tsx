import { StatusBadge } from '@/shared/components/StatusBadge';
import type { Workflow } from './api/workflows';

export function WorkflowState({ workflow }: { workflow: Workflow }) {
  if (workflow.publishing) return <StatusBadge tone="waiting">Being published</StatusBadge>;
  if (!workflow.current) return <StatusBadge tone="waiting">Not published</StatusBadge>;
  return <StatusBadge tone="won">{`Version ${workflow.current.number}`}</StatusBadge>;
}
