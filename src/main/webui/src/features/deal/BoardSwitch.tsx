import { Button, Menu } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { BoardEntry } from './api/types';

interface Props {
  boards: BoardEntry[];
  workflowId: string;
}

/** Changes to the board of another workflow; nothing to see where there is only one. */
export function BoardSwitch({ boards, workflowId }: Props) {
  const navigate = useNavigate();
  if (boards.length < 2) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconSelector size={16} aria-hidden />}>
          Workflow
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {boards.map((board) => (
          <Menu.Item
            key={board.id}
            rightSection={board.id === workflowId ? <IconCheck size={14} aria-label="shown" /> : null}
            onClick={() => void navigate({ to: '/boards/$workflowId', params: { workflowId: board.id } })}
          >
            {board.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
