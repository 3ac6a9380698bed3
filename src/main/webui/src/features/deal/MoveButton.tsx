import { Button, Menu, Tooltip } from '@mantine/core';
import { IconArrowRight, IconChevronDown } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refreshRecord } from '@/shared/hooks/liveChanges';
import { MoveDialog } from '@/shared/board/MoveDialog';
import { asksSomething, type BoardMove, type MoveAnswer } from '@/shared/board/moves';
import { toast } from '@/shared/components/toast';
import { useSession } from '@/shared/session';
import type { Deal } from './api/types';
import { movesFrom } from './boardModel';
import { sendMove, startOf } from './sendMove';

/** Moves the deal on from its page, with the same choices as on the board. */
export function MoveButton({ deal }: { deal: Deal }) {
  const isPartner = useSession().kind === 'PARTNER';
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<BoardMove[]>([]);
  const [busy, setBusy] = useState(false);
  const { position } = deal.place;
  const start = startOf(deal.place);
  const moves = movesFrom(position);
  if (!position || !start) return null;

  async function move(chosen: BoardMove, answer?: MoveAnswer) {
    const wanted = moves.find((each) => each.id === chosen.id);
    if (!wanted || !start) return;
    setAsked([]);
    setBusy(true);
    try {
      await sendMove(deal.id, start, wanted, answer);
    } catch (error) {
      toast.problem(error);
    } finally {
      setBusy(false);
      void refreshRecord(queryClient, 'deal', deal.id);
    }
  }

  if (moves.length === 0) {
    return (
      <Tooltip label={position.whyNot ?? position.elsewhere} events={{ hover: true, focus: true, touch: true }}>
        <Button data-disabled aria-disabled rightSection={<IconChevronDown size={16} aria-hidden />}>
          Move on
        </Button>
      </Tooltip>
    );
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button loading={busy} rightSection={<IconChevronDown size={16} aria-hidden />}>
            {deal.place.waiting ? 'Choose anew' : 'Move on'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>From {position.stageName}</Menu.Label>
          {moves.map((chosen) => (
            <Menu.Item
              key={chosen.id}
              leftSection={<IconArrowRight size={14} aria-hidden />}
              onClick={() => (asksSomething(chosen) ? setAsked([chosen]) : void move(chosen))}
            >
              {textOf(chosen, position.moves)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <MoveDialog
        title={`How does ${deal.name} go on?`}
        moves={asked}
        shareLabel={isPartner ? undefined : 'Share the note with the partner'}
        onChoose={(chosen, answer) => void move(chosen, answer)}
        onClose={() => setAsked([])}
      />
    </>
  );
}

function textOf(move: BoardMove, offers: NonNullable<Deal['place']['position']>['moves']): string {
  const target = offers.find((offer) => offer.column === move.columnId)?.targetName ?? move.label;
  return target === move.label ? target : `${target} (${move.label})`;
}
