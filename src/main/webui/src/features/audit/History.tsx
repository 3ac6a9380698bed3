import { Activity } from './Activity';
import { auditEntries } from './api/auditEntries';

/** What happened to one record, for those who may see the audit trail. */
export function History({ recordId }: { recordId: string }) {
  return <Activity queryKey={['audit', recordId]} load={(after) => auditEntries({ recordId, after, limit: 20 })} />;
}
