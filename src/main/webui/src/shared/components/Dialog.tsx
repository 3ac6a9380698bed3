import { Button, Group, Modal, Text, type ModalProps } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';

type Props = Pick<ModalProps, 'opened' | 'onClose' | 'title' | 'size'> & {
  /** False where words only search: there is nothing to lose. */
  asks?: boolean;
  children: ReactNode;
};

/** The frame of every dialog: a click beside it, Escape and the cross ask first once something was typed. */
export function Dialog({ opened, onClose, title, size = 'md', asks = true, children }: Props) {
  const typedRef = useRef(false);
  const [asked, setAsked] = useState(false);

  function leave() {
    setAsked(false);
    onClose();
  }

  return (
    <Modal
      opened={opened}
      onClose={() => (asks && typedRef.current ? setAsked(true) : leave())}
      title={title}
      size={size}
    >
      <Content typedRef={typedRef}>{children}</Content>
      {opened && asked && (
        <Group justify="space-between" gap="xs" mt="md" role="alertdialog" aria-label="Close without saving?">
          <Text>What you typed is not saved. Close all the same?</Text>
          <Group gap="xs">
            <Button variant="default" data-autofocus autoFocus onClick={() => setAsked(false)}>
              Keep typing
            </Button>
            <Button color="red" variant="light" onClick={leave}>
              Close
            </Button>
          </Group>
        </Group>
      )}
    </Modal>
  );
}

/** Is there while the dialog is open: what was typed before counts for nothing. */
function Content({ typedRef, children }: { typedRef: RefObject<boolean>; children: ReactNode }) {
  useEffect(() => {
    typedRef.current = false;
    return () => {
      typedRef.current = false;
    };
  }, [typedRef]);
  return (
    <div
      onInput={() => {
        typedRef.current = true;
      }}
    >
      {children}
    </div>
  );
}
