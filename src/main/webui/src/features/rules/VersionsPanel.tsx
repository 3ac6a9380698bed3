import { Button, Drawer, Group, Select, Skeleton, Stack, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '@/shared/components/FormDialog';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { Section } from '@/shared/components/Section';
import { StatusBadge } from '@/shared/components/StatusBadge';
import { toast } from '@/shared/components/toast';
import { useCan } from '@/shared/session';
import { versionCsvUrl } from './api/csv';
import type { TableForm } from './api/form';
import { restoreVersion } from './api/restoreVersion';
import type { RuleSet } from './api/ruleSets';
import { differencesQuery, versionsQuery, type Version } from './api/versions';
import { DifferenceList } from './DifferenceList';
import classes from './VersionsPanel.module.css';

/** Who published what, when and why; any two can be compared, an older one brought back. */
export function VersionsPanel({ ruleSet, form }: { ruleSet: RuleSet; form: TableForm }) {
  const can = useCan();
  const queryClient = useQueryClient();
  const { data: versions, error, refetch } = useQuery(versionsQuery(ruleSet.id));
  const [compared, setCompared] = useState<number | null>(null);
  const [restored, setRestored] = useState<Version | null>(null);

  return (
    <Section title="Versions" description="The newest is in force. A decision names the version that made it.">
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!versions && !error && <Skeleton height={120} aria-busy />}
      <ol className={classes.list} reversed>
        {versions?.map((version) => (
          <li key={version.number} className={classes.version}>
            <div className={classes.text}>
              <Group gap="xs">
                <strong>Version {version.number}</strong>
                {version.number === ruleSet.version.number && <StatusBadge tone="won">In force</StatusBadge>}
              </Group>
              <span>{version.comment}</span>
              <span className={classes.by}>
                {version.publishedBy}, <RelativeTime at={version.publishedAt} />
                {version.restoredFrom !== null && `, brought back from version ${version.restoredFrom}`}
              </span>
            </div>
            <Group gap={4}>
              {versions.length > 1 && (
                <Button variant="subtle" size="compact-sm" onClick={() => setCompared(version.number)}>
                  Compare
                </Button>
              )}
              <Button
                variant="subtle"
                size="compact-sm"
                component="a"
                href={versionCsvUrl(ruleSet.id, version.number)}
                download
              >
                Download
              </Button>
              {can('rules:publish') && version.number !== ruleSet.version.number && (
                <Button variant="subtle" size="compact-sm" onClick={() => setRestored(version)}>
                  Roll back to it
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ol>
      <Drawer
        opened={compared !== null}
        onClose={() => setCompared(null)}
        title={`Compare version ${compared ?? ''}`}
        size="lg"
      >
        {compared !== null && versions && (
          <Comparison ruleSet={ruleSet.id} number={compared} versions={versions} form={form} />
        )}
      </Drawer>
      <FormDialog
        opened={restored !== null}
        onClose={() => setRestored(null)}
        title={`Roll back to version ${restored?.number ?? ''}`}
        submitLabel="Roll back"
        initialValues={{ comment: '' }}
        validate={{ comment: (comment) => (comment.trim() ? null : 'Say why.') }}
        onSubmit={async ({ comment }) => {
          if (!restored) return;
          const version = await restoreVersion(ruleSet.id, restored.number, comment);
          await queryClient.invalidateQueries({ queryKey: ['rule-set'] });
          toast.success(`Version ${version.number} is in force, with the rows of version ${restored.number}.`);
        }}
      >
        {(dialog) => (
          <>
            <span>Its rows are published again as version {ruleSet.version.number + 1}. A draft stays as it is.</span>
            <Textarea label="Why" required maxLength={1000} data-autofocus {...dialog.getInputProps('comment')} />
          </>
        )}
      </FormDialog>
    </Section>
  );
}

interface ComparisonProps {
  ruleSet: string;
  number: number;
  versions: Version[];
  form: TableForm;
}

function Comparison({ ruleSet, number, versions, form }: ComparisonProps) {
  const others = versions.filter((version) => version.number !== number);
  const before = others.find((version) => version.number < number) ?? others.at(-1);
  const [from, setFrom] = useState(before?.number ?? number);
  const { data: differences, error, refetch } = useQuery(differencesQuery(ruleSet, from, number));
  return (
    <Stack gap="md">
      <Select
        label={`What version ${number} has different from`}
        data={others.map((version) => ({
          value: String(version.number),
          label: `Version ${version.number}: ${version.comment}`,
        }))}
        value={String(from)}
        onChange={(value) => value && setFrom(Number(value))}
        allowDeselect={false}
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {differences ? <DifferenceList differences={differences} form={form} /> : !error && <Skeleton height={120} />}
    </Stack>
  );
}
