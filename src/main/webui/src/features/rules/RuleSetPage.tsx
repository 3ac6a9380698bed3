import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { RecordPage } from '@/shared/components/RecordPage';
import { draftQuery } from './api/draft';
import { formQuery } from './api/form';
import { ruleSetQuery } from './api/ruleSets';
import { RuleSetEditor } from './RuleSetEditor';

export function RuleSetPage() {
  const { ruleSet: id } = useParams({ from: '/frame/rules/$ruleSet' });
  const ruleSet = useQuery(ruleSetQuery(id));
  const form = useQuery(formQuery(id));
  const draft = useQuery(draftQuery(id));
  const error = ruleSet.error ?? form.error ?? draft.error;

  if (ruleSet.data && form.data && draft.data) {
    return <RuleSetEditor key={id} ruleSet={ruleSet.data} form={form.data} fromServer={draft.data} />;
  }
  return (
    <RecordPage title="Assignment rules" back={{ to: '/rules', label: 'Assignment rules' }}>
      {error ? (
        <ProblemAlert
          error={error}
          onRetry={() => void Promise.all([ruleSet.refetch(), form.refetch(), draft.refetch()])}
        />
      ) : (
        <Stack aria-busy>
          <Skeleton height={36} />
          <Skeleton height={240} />
        </Stack>
      )}
    </RecordPage>
  );
}
