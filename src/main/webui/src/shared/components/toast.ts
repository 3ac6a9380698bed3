import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import { Problem } from '../api/problem';
import { ToastBody } from './ToastBody';

const quietMillis = 5_000;
const undoMillis = 10_000;

/** Quiet news of what was done, with Undo where it can be undone; problems stay until they are closed. */
export const toast = {
  success(message: string, options: { undo?: () => unknown } = {}) {
    const id = crypto.randomUUID();
    const { undo } = options;
    notifications.show({
      id,
      color: 'teal',
      autoClose: undo ? undoMillis : quietMillis,
      message: createElement(ToastBody, {
        message,
        onUndo: undo
          ? () => {
              notifications.hide(id);
              Promise.resolve(undo()).catch((error: unknown) => toast.problem(error));
            }
          : undefined,
      }),
    });
  },
  problem(error: unknown) {
    const problem = Problem.from(error);
    if (problem.status === 401) return; // the log-in page says it
    notifications.show({ color: 'red', autoClose: false, message: problem.message, title: 'That did not work' });
  },
};
