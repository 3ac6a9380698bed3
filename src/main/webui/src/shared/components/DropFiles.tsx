import { useState, type DragEvent, type ReactNode } from 'react';
import classes from './DropFiles.module.css';

interface Props {
  /** Left out where nothing can be dropped just now. */
  onDrop: ((files: File[]) => void) | undefined;
  /** Said while files are held over it. */
  hint: string;
  children: ReactNode;
}

/** Takes files that are dragged from the desktop; a button beside it does the same for the keyboard. */
export function DropFiles({ onDrop, hint, children }: Props) {
  const [over, setOver] = useState(false);

  function hold(event: DragEvent) {
    if (!onDrop || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault(); // the browser would open the file instead
    setOver(true);
  }
  function leave(event: DragEvent) {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
  }
  function drop(event: DragEvent) {
    setOver(false);
    if (!onDrop || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    onDrop([...event.dataTransfer.files]);
  }

  return (
    <div className={classes.area} onDragEnter={hold} onDragOver={hold} onDragLeave={leave} onDrop={drop}>
      {children}
      {over && <div className={classes.hint}>{hint}</div>}
    </div>
  );
}
