import { Button, Stepper } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmDialog } from '@/shared/components/ConfirmDialog';
import { Progress } from '@/shared/components/Progress';
import { RecordPage } from '@/shared/components/RecordPage';
import { RecordSkeleton } from '@/shared/components/RecordSkeleton';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { Section } from '@/shared/components/Section';
import { StatusBadge } from '@/shared/components/StatusBadge';
import { separatorNames } from '@/shared/spreadsheets';
import { discardImport, importQuery, isUnderWay, stopImport, type Import } from './api/imports';
import { ImportMapping } from './ImportMapping';
import { ImportReading } from './ImportReading';
import { ImportReport } from './ImportReport';
import { importStates } from './importWords';

const stepOf: Record<Import['state'], number> = { UPLOADED: 1, CHECKING: 2, CHECKED: 2, IMPORTING: 3, DONE: 4 };

export function ImportPage() {
  const { id } = useParams({ from: '/frame/imports/$id' });
  const { data: found, error } = useQuery(importQuery(id));
  const [mappingAgain, setMappingAgain] = useState(false);
  if (error) throw error;
  if (!found) return <RecordSkeleton />;
  const state = importStates[found.state];
  const isMapping = found.state === 'UPLOADED' || (found.state === 'CHECKED' && mappingAgain);
  return (
    <RecordPage
      title={found.fileName}
      status={<StatusBadge tone={state.tone}>{state.words}</StatusBadge>}
      back={{ to: '/imports', label: 'Imports' }}
      facts={[
        { label: 'Lines', value: <span className="pf-figures">{found.lines.toLocaleString()}</span> },
        { label: 'Encoding', value: found.encoding },
        { label: 'Separated by', value: separatorNames[found.delimiter] ?? found.delimiter },
        { label: 'Uploaded by', value: found.startedBy },
        { label: 'Uploaded', value: <RelativeTime at={found.createdAt} /> },
      ]}
      actions={
        isUnderWay(found) ? (
          <Stop found={found} />
        ) : (
          (found.state === 'UPLOADED' || found.state === 'CHECKED') && <Discard found={found} />
        )
      }
    >
      <Stepper active={isMapping ? 1 : stepOf[found.state]} size="xs" allowNextStepsSelect={false} aria-label="Steps">
        <Stepper.Step label="Upload" />
        <Stepper.Step label="Map columns" />
        <Stepper.Step label="Check" />
        <Stepper.Step label="Import" />
      </Stepper>
      {isMapping && (
        <>
          <ImportReading found={found} />
          <ImportMapping
            key={`${found.encoding} ${found.delimiter} ${found.header.join()}`}
            found={found}
            onStarted={() => setMappingAgain(false)}
          />
        </>
      )}
      {isUnderWay(found) && <UnderWay found={found} />}
      {!isMapping && (found.state === 'CHECKED' || found.state === 'DONE') && (
        <ImportReport found={found} onMapAgain={() => setMappingAgain(true)} />
      )}
    </RecordPage>
  );
}

function UnderWay({ found }: { found: Import }) {
  const checking = found.state === 'CHECKING';
  const { WAITING = 0, CREATED = 0, GOOD = 0, DUPLICATE = 0 } = found.counts;
  return (
    <Section
      title={checking ? 'Checking the lines' : 'Importing the accounts'}
      description="This goes on in the background; you can leave the page and come back."
    >
      {checking ? (
        <Progress label="Lines checked" done={found.lines - WAITING} total={found.lines} />
      ) : (
        <Progress
          label="Accounts imported"
          done={CREATED}
          total={CREATED + GOOD + (found.keepsDuplicates ? DUPLICATE : 0)}
        />
      )}
      {found.failure && <p role="status">{found.failure}</p>}
    </Section>
  );
}

function Stop({ found }: { found: Import }) {
  const queryClient = useQueryClient();
  const [asking, ask] = useDisclosure(false);
  const checking = found.state === 'CHECKING';
  return (
    <>
      <Button variant="default" onClick={ask.open}>
        Stop
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={ask.close}
        title={checking ? 'Stop the check' : 'Stop the import'}
        confirmLabel={checking ? 'Stop check' : 'Stop import'}
        danger
        onConfirm={async () => {
          await stopImport(found.id);
          await queryClient.invalidateQueries({ queryKey: ['import'] });
        }}
      >
        {checking
          ? 'What was found so far is forgotten; you can check the file again.'
          : 'The accounts that were made so far stay. The other lines are not imported.'}
      </ConfirmDialog>
    </>
  );
}

function Discard({ found }: { found: Import }) {
  const navigate = useNavigate();
  const [asking, ask] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={ask.open}>
        Discard
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={ask.close}
        title="Discard this upload"
        confirmLabel="Discard upload"
        danger
        onConfirm={async () => {
          await discardImport(found.id);
          await navigate({ to: '/imports' });
        }}
      >
        The lines of {found.fileName} are forgotten. No account was made of them.
      </ConfirmDialog>
    </>
  );
}
