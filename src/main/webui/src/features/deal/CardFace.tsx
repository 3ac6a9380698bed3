import { Link } from '@tanstack/react-router';
import { Initials } from '@/shared/components/Initials';
import { StatusBadge } from '@/shared/components/StatusBadge';
import { exactTime } from '@/shared/time';
import type { BoardCard } from './boardModel';
import classes from './CardFace.module.css';
import { daysIn, dueOf } from './due';
import { moneyText } from './money';

/** What a card says: title, partner, value, days in the stage, owner, and a chip when it is due. */
export function CardFace({ card }: { card: BoardCard }) {
  const due = dueOf(card.dueAt);
  const partner = card.partner?.accountName ?? card.partner?.name;
  return (
    <>
      <Link to="/deals/$dealId" params={{ dealId: card.id }} className={classes.title} draggable={false}>
        {card.name}
      </Link>
      {partner && <div className={classes.partner}>{partner}</div>}
      <div className={classes.row}>
        <span className={classes.value}>{card.value ? moneyText(card.value) : ''}</span>
        <span className={classes.days} title={`Here since ${exactTime(card.since)}`}>
          {card.moving && !card.waiting ? 'moving …' : daysIn(card.since)}
        </span>
        <Initials name={card.owner.name} size="sm" />
      </div>
      {(due?.tone || card.problem || card.waiting) && (
        <div className={classes.due}>
          {due?.tone && <StatusBadge tone={due.tone}>{due.text}</StatusBadge>}
          {card.waiting && <StatusBadge tone="waiting">waiting</StatusBadge>}
          {card.problem && <StatusBadge tone="overdue">needs attention</StatusBadge>}
        </div>
      )}
    </>
  );
}
