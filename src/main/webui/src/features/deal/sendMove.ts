import type { BoardMove, MoveAnswer } from '@/shared/board/moves';
import { addFile } from './api/addFile';
import { moveDeal } from './api/moveDeal';

/** What a move begins at: the visit, and for a deal that waits after it, since when it does. */
export interface MoveStart {
  visitId: string;
  waitingSince: string | null;
}

export function startOf(place: { visitId: string | null; waiting: boolean; since: string }): MoveStart | null {
  return place.visitId ? { visitId: place.visitId, waitingSince: place.waiting ? place.since : null } : null;
}

/** Moves a deal on, with what was asked for: the file is added first, and stays when the move is refused. */
export async function sendMove(
  dealId: string,
  start: MoveStart,
  move: BoardMove & { targetElementId: string },
  answer?: MoveAnswer,
) {
  if (answer?.file) await addFile(dealId, answer.file);
  return moveDeal(dealId, {
    ...start,
    outcome: move.label,
    targetElementId: move.targetElementId,
    note: answer?.note,
  });
}
