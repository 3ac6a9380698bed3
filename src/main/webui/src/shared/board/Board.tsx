import {
  DndContext,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
  type DragStartEvent,
} from '@dnd-kit/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Problem } from '../api/problem';
import { toast } from '../components/toast';
import classes from './Board.module.css';
import { CardItem } from './CardItem';
import { Column } from './Column';
import { MoveDialog } from './MoveDialog';
import {
  asksSomething,
  byColumn,
  movesTo,
  neighbour,
  nextTarget,
  type BoardColumn,
  type BoardMove,
  type MoveAnswer,
} from './moves';
import { usePendingMoves } from './usePendingMoves';

export interface BoardProps<Card> {
  /** What the board shows, for screen readers: "Deals in the default workflow". */
  label: string;
  columns: BoardColumn[];
  cards: Card[];
  cardId: (card: Card) => string;
  /** Names the card in announcements and menus. */
  cardTitle: (card: Card) => string;
  columnOf: (card: Card) => string;
  /** Every way on from where the card is; none when it cannot be moved. */
  movesOf: (card: Card) => BoardMove[];
  /** Said on a column that cannot take the card: "Comes after Offer". */
  whyNot: (card: Card, column: BoardColumn) => string;
  /** Sends the move. A rejection puts the card back and is told; the card waits in its new column until the data says so too. */
  onMove: (card: Card, move: BoardMove, answer?: MoveAnswer) => unknown;
  /** Offers to share a note that a move demands; left out where notes are shared anyway. */
  shareNoteLabel?: string;
  /** Title, value, partner, owner, days, due chip: nothing else. */
  renderCard: (card: Card) => ReactNode;
  /** In a column without cards. */
  emptyText?: string;
  /** Below the cards of a column, for example "Load more". */
  renderColumnEnd?: (column: BoardColumn) => ReactNode;
}

interface Held {
  id: string;
  how: 'pointer' | 'keyboard';
  target: string;
}

/**
 * Cards in columns that move by mouse, touch and keyboard, and only where they may. Space picks a card up, the arrows choose the
 * column, Space drops, Escape puts back; the menu of a card does the same without dragging.
 */
export function Board<Card>(props: BoardProps<Card>) {
  const { columns, cards, cardId, cardTitle, columnOf, movesOf, whyNot, onMove, renderCard } = props;
  const [held, setHeld] = useState<Held | null>(null);
  const [said, setSaid] = useState('');
  const [asked, setAsked] = useState<{ card: Card; moves: BoardMove[] } | null>(null);
  const pending = usePendingMoves(cardId, columnOf);
  const root = useRef<HTMLDivElement>(null);
  const refocus = useRef<string | null>(null);
  const helpId = useId();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );

  const groups = byColumn(columns, cards, pending.shownIn);
  const heldCard = held && cards.find((card) => cardId(card) === held.id);
  const titleOf = (columnId: string) => columns.find((column) => column.id === columnId)?.title ?? '';

  const target = held?.how === 'keyboard' ? held.target : null;
  useEffect(() => {
    if (target) find(root.current, 'data-column', target)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [target]);
  useEffect(() => {
    if (!refocus.current) return; // a card that changed its column is a new element: the focus follows it
    find(root.current, 'data-card', refocus.current)?.focus();
    refocus.current = null;
  });

  /** Asks first where something is missing: the outcome, or what the stage demands. */
  function choose(card: Card, moves: BoardMove[]) {
    const [only] = moves;
    if (only && moves.length === 1 && !asksSomething(only)) move(card, only);
    else setAsked({ card, moves });
  }

  function move(card: Card, chosen: BoardMove, answer?: MoveAnswer) {
    setAsked(null);
    setSaid(`${cardTitle(card)} moved to ${titleOf(chosen.columnId)}.`);
    pending
      .start(card, chosen.columnId, () => onMove(card, chosen, answer))
      .catch((error: unknown) => {
        setSaid(`${cardTitle(card)} was put back. ${Problem.from(error).message}`);
        toast.problem(error);
      });
  }

  function drop(card: Card, columnId: string) {
    if (held?.how === 'keyboard') refocus.current = cardId(card);
    setHeld(null);
    if (columnId === columnOf(card)) {
      setSaid(`${cardTitle(card)} stays in ${titleOf(columnId)}.`);
      return;
    }
    const moves = movesTo(movesOf(card), columnId);
    const column = columns.find((each) => each.id === columnId);
    if (moves.length > 0) choose(card, moves);
    else if (column) setSaid(`${cardTitle(card)} cannot be moved to ${column.title}: ${whyNot(card, column)}`);
  }

  function focusCard(id: string | null) {
    if (id) find(root.current, 'data-card', id)?.focus();
  }

  function onCardKey(event: KeyboardEvent, card: Card) {
    if (event.target !== event.currentTarget) return; // keys within the card belong to its links and buttons
    const id = cardId(card);
    const isHeld = held?.id === id && held.how === 'keyboard';
    const arrow = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (isHeld && arrow !== 0) {
      const target = nextTarget(columns, movesOf(card), columnOf(card), held.target, arrow);
      setHeld({ ...held, target });
      setSaid(target === held.target ? `No further column takes ${cardTitle(card)}.` : `Over ${titleOf(target)}.`);
    } else if (isHeld && (event.key === ' ' || event.key === 'Enter')) {
      drop(card, held.target);
    } else if (isHeld && event.key === 'Escape') {
      drop(card, columnOf(card));
    } else if (event.key === ' ' && movesOf(card).length > 0 && !pending.isPending(card)) {
      const names = [...new Set(movesOf(card).map((each) => titleOf(each.columnId)))].join(', ');
      setHeld({ id, how: 'keyboard', target: columnOf(card) });
      setSaid(`${cardTitle(card)} picked up. It can go to ${names}. Choose with the arrow keys, drop with Space.`);
    } else if (event.key === ' ') {
      setSaid(`${cardTitle(card)} cannot be moved.`);
    } else if (event.key.startsWith('Arrow')) {
      focusCard(
        neighbour(
          columns.map((column) => (groups.get(column.id) ?? []).map(cardId)),
          id,
          event.key,
        ),
      );
    } else {
      return;
    }
    event.preventDefault();
  }

  function onDragStart({ active }: DragStartEvent) {
    const card = cards.find((each) => cardId(each) === active.id);
    if (card) setHeld({ id: cardId(card), how: 'pointer', target: columnOf(card) });
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragStart={onDragStart}
      onDragOver={({ over }) => setHeld((now) => now && { ...now, target: over ? String(over.id) : '' })}
      onDragCancel={() => setHeld(null)}
      onDragEnd={({ over }) => (heldCard && over ? drop(heldCard, String(over.id)) : setHeld(null))}
      accessibility={{ announcements: silent, screenReaderInstructions }}
    >
      <div ref={root} className={classes.board} role="group" aria-label={props.label} data-held={held?.how}>
        <p id={helpId} className="pf-visually-hidden">
          Space picks the card up, the arrow keys choose a column, Space drops it, Escape puts it back.
        </p>
        {columns.map((column) => {
          const inside = groups.get(column.id) ?? [];
          return (
            <Column
              key={column.id}
              column={column}
              count={Math.max(column.total ?? 0, inside.length)}
              emptyText={props.emptyText ?? 'Nothing here'}
              isTarget={held?.target === column.id}
              refusal={heldCard ? refusalOf(heldCard, column, columnOf, movesOf, whyNot) : null}
              opened={heldCard !== null && heldCard !== undefined}
              end={props.renderColumnEnd?.(column)}
            >
              {inside.map((card) => (
                <CardItem
                  key={cardId(card)}
                  id={cardId(card)}
                  title={cardTitle(card)}
                  helpId={helpId}
                  columns={columns}
                  moves={movesOf(card)}
                  isPending={pending.isPending(card)}
                  isHeld={held?.id === cardId(card) ? held.how : undefined}
                  onKeyDown={(event) => onCardKey(event, card)}
                  onBlur={() => held?.how === 'keyboard' && setHeld(null)}
                  onMove={(chosen) => choose(card, [chosen])}
                >
                  {renderCard(card)}
                </CardItem>
              ))}
            </Column>
          );
        })}
        <div aria-live="assertive" className="pf-visually-hidden">
          {said}
        </div>
      </div>
      <DragOverlay dropAnimation={null}>
        {heldCard && held?.how === 'pointer' && <div className={classes.overlay}>{renderCard(heldCard)}</div>}
      </DragOverlay>
      <MoveDialog
        title={asked ? `How does ${cardTitle(asked.card)} go on?` : ''}
        moves={asked?.moves ?? []}
        shareLabel={props.shareNoteLabel}
        onChoose={(chosen, answer) => asked && move(asked.card, chosen, answer)}
        onClose={() => setAsked(null)}
      />
    </DndContext>
  );
}

function find(root: HTMLElement | null, attribute: string, value: string): HTMLElement | undefined {
  return [...(root?.querySelectorAll<HTMLElement>(`[${attribute}]`) ?? [])].find(
    (element) => element.getAttribute(attribute) === value,
  );
}

function refusalOf<Card>(
  card: Card,
  column: BoardColumn,
  columnOf: BoardProps<Card>['columnOf'],
  movesOf: BoardProps<Card>['movesOf'],
  whyNot: BoardProps<Card>['whyNot'],
): string | null {
  if (column.id === columnOf(card) || movesTo(movesOf(card), column.id).length > 0) return null;
  return whyNot(card, column);
}

// The board announces by itself, in words about columns; the library's own announcements name ids.
const nothing = () => undefined;
const silent = { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing };
const screenReaderInstructions = { draggable: '' };
