import { Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLayoutKanban, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Board } from '@/shared/board/Board';
import type { BoardMove, MoveAnswer } from '@/shared/board/moves';
import { EmptyState } from '@/shared/components/EmptyState';
import { FilterBar } from '@/shared/components/FilterBar';
import { Page } from '@/shared/components/Page';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { refreshRecord } from '@/shared/hooks/liveChanges';
import { useFilters } from '@/shared/hooks/useFilters';
import { useCan, useSession } from '@/shared/session';
import { boardsQuery } from './api/boards';
import type { BoardData } from './api/types';
import { cardsOf, columnsOf, movesFrom, positionOf, whyNotHere, type BoardCard } from './boardModel';
import classes from './BoardPage.module.css';
import { BoardSwitch } from './BoardSwitch';
import { CardFace } from './CardFace';
import { NewDealDialog } from './NewDealDialog';
import { sendMove, startOf } from './sendMove';
import { useBoardCards } from './useBoardCards';

/** The deals of one workflow as a board. */
export function BoardPage() {
  const { workflowId } = useParams({ from: '/frame/boards/$workflowId' });
  const session = useSession();
  const can = useCan();
  const [filters, setFilters] = useFilters(['q', 'ownerId'] as const);
  const [adding, newDeal] = useDisclosure(false);
  const boards = useQuery(boardsQuery).data ?? [];
  const { board, more, openColumn, isOpening } = useBoardCards(workflowId, filters);
  const isPartner = session.kind === 'PARTNER';
  const isFiltered = Boolean(filters.q ?? filters.ownerId);
  const entry = boards.find((each) => each.id === workflowId);
  const mayAdd = can('deal:edit') && (!isPartner || (entry?.newDeals ?? false));
  const addButton = mayAdd && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={newDeal.open}>
      {isPartner ? 'Add new' : 'New deal'}
    </Button>
  );
  const data = board.data;
  const total = data?.columns.reduce((sum, column) => sum + column.total, 0) ?? 0;

  return (
    <Page title={data?.workflow.name ?? 'Board'} action={addButton} fill>
      <FilterBar
        search={{ key: 'q', placeholder: 'Search deals' }}
        filters={
          isPartner ? [] : [{ key: 'ownerId', label: 'Owner', options: [{ value: session.user.id, label: 'Mine' }] }]
        }
        value={filters}
        onChange={setFilters}
      >
        <BoardSwitch boards={boards} workflowId={workflowId} />
      </FilterBar>
      {board.error && <ProblemAlert error={board.error} onRetry={() => void board.refetch()} />}
      {!data && !board.error && <Loading />}
      {data && total === 0 && !isFiltered ? (
        <EmptyState icon={IconLayoutKanban} action={addButton}>
          {isPartner
            ? 'No deals yet. Add your first one, or wait until one is shared with you.'
            : 'No deals run in this workflow yet.'}
        </EmptyState>
      ) : (
        data && (
          <DealBoard
            board={data}
            more={more}
            shareNoteLabel={isPartner ? undefined : 'Share the note with the partner'}
            renderColumnEnd={(column) =>
              column.total !== undefined &&
              column.total > (data.columns.find((each) => each.key === column.id)?.cards.length ?? 0) && (
                <ColumnEnd
                  workflowId={workflowId}
                  column={column.id}
                  opened={more.has(column.id)}
                  loading={isOpening(column.id)}
                  shown={more.get(column.id)?.cards.length ?? 0}
                  total={column.total}
                  onOpen={() => openColumn(column.id)}
                />
              )
            }
          />
        )
      )}
      <NewDealDialog opened={adding} onClose={newDeal.close} workflowId={entry?.newDeals ? null : workflowId} />
    </Page>
  );
}

interface DealBoardProps {
  board: BoardData;
  more: ReturnType<typeof useBoardCards>['more'];
  shareNoteLabel: string | undefined;
  renderColumnEnd: Parameters<typeof Board<BoardCard>>[0]['renderColumnEnd'];
}

function DealBoard({ board, more, shareNoteLabel, renderColumnEnd }: DealBoardProps) {
  const queryClient = useQueryClient();

  async function move(card: BoardCard, chosen: BoardMove, answer?: MoveAnswer) {
    const wanted = movesFrom(positionOf(board, more, card)).find((each) => each.id === chosen.id);
    const start = startOf(card);
    if (!start || !wanted) return;
    try {
      await sendMove(card.id, start, wanted, answer);
    } finally {
      void refreshRecord(queryClient, 'deal', card.id); // after a refusal, what others did is shown
    }
  }

  return (
    <Board
      label={`Deals in ${board.workflow.name}`}
      columns={columnsOf(board, more)}
      cards={cardsOf(board, more)}
      cardId={(card) => card.id}
      cardTitle={(card) => card.name}
      columnOf={(card) => card.column}
      movesOf={(card) => movesFrom(positionOf(board, more, card))}
      whyNot={(card) => whyNotHere(positionOf(board, more, card), card)}
      onMove={move}
      shareNoteLabel={shareNoteLabel}
      renderCard={(card) => <CardFace card={card} />}
      renderColumnEnd={renderColumnEnd}
      emptyText="No deals"
    />
  );
}

interface ColumnEndProps {
  workflowId: string;
  column: string;
  opened: boolean;
  loading: boolean;
  shown: number;
  total: number;
  onOpen: () => void;
}

function ColumnEnd({ workflowId, column, opened, loading, shown, total, onOpen }: ColumnEndProps) {
  if (!opened) {
    return (
      <Button size="compact-sm" variant="subtle" loading={loading} onClick={onOpen}>
        Load more
      </Button>
    );
  }
  return shown < total ? (
    <Link to="/deals" search={{ workflowId, stage: column }}>
      All {total.toLocaleString()} as a list
    </Link>
  ) : null;
}

function Loading() {
  return (
    <div className={classes.loading} aria-busy aria-label="Loading the board">
      {[3, 2, 4, 1].map((cards, column) => (
        <div key={column}>
          <Skeleton height={14} width="50%" radius="xl" />
          {Array.from({ length: cards }, (_, card) => (
            <Skeleton key={card} height={76} />
          ))}
        </div>
      ))}
    </div>
  );
}
