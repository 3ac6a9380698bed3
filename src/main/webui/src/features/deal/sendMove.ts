import type { BoardMove, MoveAnswer } from '@/shared/board/moves';
import { addFile } from './api/addFile';
import { moveDeal } from './api/moveDeal';

/** Moves a deal on, with what was asked for: the file is added first, and stays when the move is refused. */
export async function sendMove(
  dealId: string,
  visitId: string,
  move: BoardMove & { targetElementId: string },
  answer?: MoveAnswer,
) {
  if (answer?.file) await addFile(dealId, answer.file);
  return moveDeal(dealId, {
    visitId,
    outcome: move.label,
    targetElementId: move.targetElementId,
    note: answer?.note,
  });
}
