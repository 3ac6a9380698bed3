import { Button, Modal, Stack } from '@mantine/core';
import type { BoardMove } from './moves';

interface Props {
  title: string;
  moves: BoardMove[];
  onChoose: (move: BoardMove) => void;
  onClose: () => void;
}

/** Asks for the outcome when a column can be reached in several ways. */
export function ChooseMove({ title, moves, onChoose, onClose }: Props) {
  return (
    <Modal opened={moves.length > 0} onClose={onClose} title={title} size="sm">
      <Stack gap="xs">
        {moves.map((move) => (
          <Button key={move.id} variant="default" justify="flex-start" onClick={() => onChoose(move)}>
            {move.label}
          </Button>
        ))}
      </Stack>
    </Modal>
  );
}
