import { Alert, Button, Group, Menu, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDotsVertical, IconDownload, IconRocket, IconUpload } from '@tabler/icons-react';
import { useBlocker } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useRef, useState, type ReactNode } from 'react';
import { Problem } from '@/shared/api/problem';
import { ChooseFile } from '@/shared/components/ChooseFile';
import { ConfirmDialog } from '@/shared/components/ConfirmDialog';
import { Page } from '@/shared/components/Page';
import { toast } from '@/shared/components/toast';
import { useDraft } from '@/shared/hooks/useDraft';
import { useCan } from '@/shared/session';
import type { Template } from './api/templates';
import type { Workflow } from './api/workflows';
import { downloadDiagram } from './downloadDiagram';
import type { EditorHandle } from './modeler/DiagramEditor';
import { ProblemList } from './ProblemList';
import { PublishDialog } from './PublishDialog';
import { useDiagramCheck } from './useDiagramCheck';

const DiagramEditor = lazy(() => import('./modeler/DiagramEditor'));
const mostBytes = 1_000_000;

interface Props {
  workflow: Workflow;
  opened: { version: { id: string; number?: number | null }; xml: string };
  /** What somebody else has published since. */
  newer: { id: string; number?: number | null; publishedBy: string } | null;
  templates: Template[];
  onPublished: (versionId: string) => void;
  onOpen: (versionId: string) => void;
}

export function WorkflowEditor({ workflow, opened, newer, templates, onPublished, onOpen }: Props) {
  const can = useCan();
  const editor = useRef<EditorHandle>(null);
  const [dirty, setDirty] = useState(false);
  const [publishing, publish] = useDisclosure(false);
  const [uploaded, setUploaded] = useState<File | null>(null);
  const [replacing, setReplacing] = useState(false);
  const read = useCallback(() => editor.current?.xml() ?? Promise.resolve(null), []);
  const check = useDiagramCheck(workflow.id, read);
  const leaving = useBlocker({ shouldBlockFn: () => dirty, enableBeforeUnload: () => dirty, withResolver: true });

  const drawing = useDraft(`Drawing of ${workflow.id}`, opened.version.id);
  const [kept, setKept] = useState(drawing.restored);

  function changed() {
    setDirty(true);
    check.soon();
    void read().then((xml) => xml && drawing.keep(xml));
  }

  function open(versionId: string) {
    setDirty(false);
    onOpen(versionId);
  }

  async function load(file: File) {
    if (file.size > mostBytes) throw new Problem(400, { detail: 'Expected a diagram of at most 1 MB.' });
    await editor.current?.load(await file.text()).catch(() => {
      throw new Problem(400, { detail: `${file.name} is no BPMN diagram that can be read.` });
    });
    toast.success(`${file.name} is loaded. It is checked, but not published yet.`);
  }

  return (
    <Page
      fill
      title={workflow.name}
      description={`Changing version ${opened.version.number ?? ''}${dirty ? ': not published yet' : ''}`}
      action={
        <Group gap="xs">
          <FileMenu
            onDownload={async () => downloadDiagram(workflow.name, (await read()) ?? opened.xml)}
            onUpload={setUploaded}
          />
          {can('workflow:publish') && (
            <Button leftSection={<IconRocket size={16} aria-hidden />} disabled={!dirty} onClick={publish.open}>
              Publish version
            </Button>
          )}
        </Group>
      }
    >
      {newer && (
        <Notice
          action={
            <>
              <Button
                size="compact-sm"
                variant="default"
                component="a"
                href={`/workflows/${workflow.id}/compare/${opened.version.id}/${newer.id}`}
                target="_blank"
              >
                Compare
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => (dirty ? setReplacing(true) : open(newer.id))}>
                Open version {newer.number}
              </Button>
            </>
          }
        >
          {newer.publishedBy} has published version {newer.number} since you opened the diagram. Your drawing is kept.
        </Notice>
      )}
      {kept && (
        <Notice
          action={
            <>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => void editor.current?.load(kept).then(() => setKept(null))}
              >
                Bring it back
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  drawing.drop();
                  setKept(null);
                }}
              >
                Forget it
              </Button>
            </>
          }
        >
          There is a drawing of yours that was not published.
        </Notice>
      )}
      <Suspense fallback={<Skeleton height="100%" />}>
        <DiagramEditor
          ref={editor}
          xml={opened.xml}
          templates={templates}
          problems={check.problems}
          onChange={changed}
        />
      </Suspense>
      <ProblemList problems={check.problems} busy={check.busy} onOpen={(id) => editor.current?.goTo(id)} />
      <PublishDialog
        opened={publishing}
        onClose={publish.close}
        workflow={workflow}
        basedOn={opened.version.id}
        read={read}
        onRefused={check.show}
        onPublished={(versionId) => {
          setDirty(false);
          drawing.drop();
          onPublished(versionId);
        }}
      />
      <ConfirmDialog
        opened={replacing}
        onClose={() => setReplacing(false)}
        title="Open the newer version?"
        confirmLabel="Open it"
        onConfirm={() => newer && open(newer.id)}
      >
        Your drawing is not published. It is kept in this browser with version {opened.version.number}; download it if
        you want to be sure.
      </ConfirmDialog>
      <ConfirmDialog
        opened={uploaded !== null}
        onClose={() => setUploaded(null)}
        title="Load this file?"
        confirmLabel="Load file"
        onConfirm={() => uploaded && load(uploaded)}
      >
        {uploaded?.name} takes the place of the diagram that you see. Nothing is published by that.
      </ConfirmDialog>
      <ConfirmDialog
        opened={leaving.status === 'blocked'}
        onClose={() => leaving.reset?.()}
        title="Leave without publishing?"
        confirmLabel="Leave"
        onConfirm={() => leaving.proceed?.()}
      >
        Your changes of this diagram are not published. They are kept in this browser, and offered when you edit the
        diagram again.
      </ConfirmDialog>
    </Page>
  );
}

function Notice({ action, children }: { action: ReactNode; children: ReactNode }) {
  return (
    <Alert variant="light" role="status">
      <Group justify="space-between" gap="xs">
        <span>{children}</span>
        <Group gap="xs">{action}</Group>
      </Group>
    </Alert>
  );
}

interface FileMenuProps {
  onDownload: () => void;
  onUpload: (file: File | null) => void;
}

function FileMenu({ onDownload, onUpload }: FileMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDotsVertical size={16} aria-hidden />}>
          File
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconDownload size={16} aria-hidden />} onClick={onDownload}>
          Download .bpmn
        </Menu.Item>
        <ChooseFile onChange={onUpload} accept=".bpmn,.xml,application/xml">
          {(props) => (
            <Menu.Item {...props} leftSection={<IconUpload size={16} aria-hidden />} closeMenuOnClick={false}>
              Upload .bpmn
            </Menu.Item>
          )}
        </ChooseFile>
      </Menu.Dropdown>
    </Menu>
  );
}
