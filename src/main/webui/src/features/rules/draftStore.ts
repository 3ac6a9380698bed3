import { Problem } from '@/shared/api/problem';
import type { Draft, TableDocument } from './api/draft';

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';

export interface DraftState {
  /** The draft as the server has it: version, findings, who edited it. */
  draft: Draft;
  /** The table as it is on the screen. */
  document: TableDocument;
  state: SaveState;
  problem: Problem | null;
  canUndo: boolean;
}

const patienceMillis = 700;
const undoSteps = 50;

/**
 * The draft on the screen: saves by itself a moment after the last change, one save at a time, and stops when somebody else saved
 * in between.
 */
export class DraftStore {
  private current: DraftState;
  private past: TableDocument[] = [];
  private lastPart: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    draft: Draft,
    private readonly save: (version: number | null, document: TableDocument) => Promise<Draft>,
  ) {
    this.current = { draft, document: draft.document, state: 'saved', problem: null, canUndo: false };
  }

  readonly snapshot = (): DraftState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Changes in a row that bear the same `part` (typing in one cell) are undone together. */
  edit(document: TableDocument, part?: string) {
    if (part === undefined || part !== this.lastPart) {
      this.past = [...this.past.slice(1 - undoSteps), this.current.document];
    }
    this.lastPart = part;
    this.show(document);
  }

  undo() {
    this.lastPart = undefined;
    const document = this.past.pop();
    if (document) this.show(document);
  }

  /** Takes what the server says now, unless something here is not saved yet. */
  adopt(draft: Draft) {
    if (this.current.state === 'saved') this.set({ draft, document: draft.document });
  }

  /** Gives up what is on the screen for what the server has. */
  replace(draft: Draft) {
    this.stop();
    this.past = [];
    this.set({ draft, document: draft.document, state: 'saved', problem: null });
  }

  /** Saves over what somebody else saved, having seen it. */
  async overwrite(version: number | null) {
    this.set({ draft: { ...this.current.draft, version }, state: 'unsaved', problem: null });
    await this.flush();
  }

  /** Saves now what is not saved yet; rejects when that is refused. */
  async flush(): Promise<void> {
    this.stop();
    while (this.current.state !== 'saved') {
      await (this.running ??= this.send());
      if (this.current.state === 'failed' || this.current.state === 'conflict') {
        throw this.current.problem ?? new Error('Expected the draft to be saved.');
      }
    }
  }

  private show(document: TableDocument) {
    const state = this.current.state === 'conflict' ? 'conflict' : 'unsaved';
    this.set({ document, state, problem: state === 'conflict' ? this.current.problem : null });
    this.stop();
    if (state === 'unsaved') this.timer = setTimeout(() => void this.flush().catch(() => undefined), patienceMillis);
  }

  private async send() {
    const { document, draft } = this.current;
    this.set({ state: 'saving', problem: null });
    try {
      const saved = await this.save(draft.version ?? null, document);
      const changedMeanwhile = this.current.document !== document;
      this.set({
        draft: saved,
        document: changedMeanwhile ? this.current.document : saved.document,
        state: changedMeanwhile ? 'unsaved' : 'saved',
      });
    } catch (error) {
      const problem = Problem.from(error);
      this.set({ state: problem.status === 409 ? 'conflict' : 'failed', problem });
    } finally {
      this.running = undefined;
    }
  }

  private stop() {
    clearTimeout(this.timer);
  }

  private set(change: Partial<DraftState>) {
    this.current = { ...this.current, ...change, canUndo: this.past.length > 0 };
    this.listeners.forEach((listener) => listener());
  }
}
