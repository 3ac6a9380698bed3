import { useDraggable } from '@dnd-kit/core';
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowRight, IconDotsVertical } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import classes from './Board.module.css';
import type { BoardColumn, BoardMove } from './moves';

interface Props {
  id: string;
  title: string;
  helpId: string;
  columns: BoardColumn[];
  moves: BoardMove[];
  isPending: boolean;
  isHeld: 'pointer' | 'keyboard' | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
  onBlur: () => void;
  onMove: (move: BoardMove) => void;
  children: ReactNode;
}

export function CardItem(props: Props) {
  const { id, title, moves, isPending, isHeld } = props;
  const movable = moves.length > 0 && !isPending;
  const { setNodeRef, listeners } = useDraggable({ id, disabled: !movable });
  return (
    // The item takes the focus so that the keyboard can pick it up; its link and menu stay reachable by themselves.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={setNodeRef}
      {...listeners}
      data-card={id}
      className={classes.card}
      data-movable={movable || undefined}
      data-pending={isPending || undefined}
      data-held={isHeld}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={title}
      aria-describedby={movable ? props.helpId : undefined}
      aria-busy={isPending || undefined}
      onKeyDown={props.onKeyDown}
      onBlur={props.onBlur}
    >
      <div className={classes.cardBody}>{props.children}</div>
      {movable && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon size="sm" className={classes.menu} aria-label={`Move ${title} to another stage`}>
              <IconDotsVertical size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>Move to</Menu.Label>
            {moves.map((move) => (
              <Menu.Item
                key={move.id}
                leftSection={<IconArrowRight size={14} aria-hidden />}
                onClick={() => props.onMove(move)}
              >
                {menuText(move, props.columns)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}

function menuText(move: BoardMove, columns: BoardColumn[]): string {
  const title = columns.find((column) => column.id === move.columnId)?.title ?? move.label;
  return move.label && move.label !== title ? `${title} (${move.label})` : title;
}
