import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Logo } from '@/shared/components/Logo';
import { useDocumentTitle } from '@/shared/hooks/useDocumentTitle';
import classes from './DoorLayout.module.css';

interface Props {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** The pages before the door: log-in and invitation. */
export function DoorLayout({ title, lead, children }: Props) {
  useDocumentTitle(title);
  return (
    <div className={classes.page}>
      <aside className={classes.side} aria-hidden>
        <FlowPicture />
        <p className={classes.promise}>Every lead finds its partner, every deal finds its way.</p>
      </aside>
      <main className={classes.main}>
        <div className={classes.box}>
          <div className={classes.brand}>
            <Logo size={32} />
            <span>Partnerflow</span>
          </div>
          <div>
            <Title order={1}>{title}</Title>
            {lead && <p className={classes.lead}>{lead}</p>}
          </div>
          {children}
        </div>
      </main>
    </div>
  );
}

/** A deal's way from the first contact to won, in the colours of the board. */
function FlowPicture() {
  return (
    <svg viewBox="0 0 420 300" className={classes.picture}>
      <g fill="none" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round" className={classes.path}>
        <path d="M60 150H118" />
        <path d="M188 150H224" />
        <path d="M250 124V72Q250 58 264 58H292" />
        <path d="M250 176v52q0 14 14 14h28" />
        <path d="M362 58h26" />
      </g>
      <circle cx="46" cy="150" r="13" className={classes.start} />
      <g className={classes.stage}>
        <rect x="118" y="124" width="70" height="52" rx="10" />
        <rect x="292" y="32" width="70" height="52" rx="10" />
        <rect x="292" y="216" width="70" height="52" rx="10" />
      </g>
      <rect x="232" y="132" width="36" height="36" rx="6" transform="rotate(45 250 150)" className={classes.choice} />
      <g className={classes.line}>
        <path d="M132 143h42M132 157h26" />
        <path d="M306 51h42M306 65h30" />
        <path d="M306 235h42M306 249h20" />
      </g>
      <circle cx="401" cy="58" r="13" className={classes.won} />
      <path d="m395.500 58 4 4 7-8" className={classes.tick} />
    </svg>
  );
}
