import type { Result } from '../../core/contract.ts';
import { historyState, type History, type HistoryState } from '../../core/edit/history.ts';
import type { Patch } from '../../core/edit/patch.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import { Draft, type LibraryView } from './draft.ts';
import type { Journal } from './journal.ts';
import type { JournalRecord } from './journal-lines.ts';
import { failed, ok, reasonOf } from './outcome.ts';

/** A change that fits, before it is on disk. */
export interface Commit<T> {
  readonly type: JournalRecord['type'];
  readonly patch: Patch;
  /** The history once this change is in it. */
  readonly history: History;
  /** The exact times of a merge: see JournalRecord. */
  readonly times?: Readonly<Record<string, string>>;
  /** Called as soon as the change is in memory, before anything else is. */
  readonly landed?: () => void;
  readonly answer: (history: HistoryState) => T;
}

/** Looks at the library as it will be after all changes before it; null where there is nothing to do. */
export type Operation<T> = (
  view: LibraryView,
  history: History,
) => Promise<Result<Commit<T> | null>>;

interface Ready {
  readonly record: Omit<JournalRecord, 'seq'>;
  readonly history: History;
  readonly landed: (() => void) | undefined;
  readonly settle: (saved: Result<null>) => void;
}
interface Job {
  readonly work: (view: LibraryView, history: History) => Promise<Ready | null>;
  /** It must see memory as it is, so nothing else may be in its batch. */
  readonly apart: boolean;
}

/**
 * One change after the other, in the order they were asked for. Changes that wait together share one write and one
 * flush; memory changes only after it, so a failed write leaves everything as it was.
 */
export class CommitQueue {
  readonly #view: LibraryView;
  readonly #journal: Journal;
  readonly #apply: (records: readonly JournalRecord[]) => void;
  readonly #now: () => string;
  #history: History;
  readonly #waiting: Job[] = [];
  #running: Promise<void> | null = null;

  constructor(
    view: LibraryView,
    journal: Journal,
    history: History,
    apply: (records: readonly JournalRecord[]) => void,
    now: () => string,
  ) {
    this.#now = now;
    this.#view = view;
    this.#journal = journal;
    this.#history = history;
    this.#apply = apply;
  }

  get history(): History {
    return this.#history;
  }

  run<T>(operation: Operation<T>, apart = false): Promise<Result<T | null>> {
    return new Promise((resolve, reject) => {
      const work: Job['work'] = async (view, history) => {
        try {
          const found = await operation(view, history);
          if (found.ok && found.value !== null) return ready(found.value, this.#now, resolve);
          resolve(found.ok ? ok(null) : found);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
        return null;
      };
      this.#waiting.push({ work, apart });
      this.#running ??= this.#drain();
    });
  }

  /** Does something while no change is being made. */
  async alone(work: () => Promise<void>): Promise<void> {
    await this.run<null>(async () => {
      await work();
      return ok(null);
    });
  }

  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #drain(): Promise<void> {
    // The first caller may be followed by others in the same turn: they go together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const found = this.#waiting.findIndex((job) => job.apart);
      const count = found < 0 ? this.#waiting.length : Math.max(1, found);
      await this.#commit(this.#waiting.splice(0, count));
    }
    this.#running = null;
  }

  async #commit(jobs: readonly Job[]): Promise<void> {
    const draft = new Draft(this.#view);
    const batch: Ready[] = [];
    let history = this.#history;
    for (const job of jobs) {
      const prepared = await job.work(draft, history);
      if (prepared === null) continue;
      for (const change of prepared.record.patch.changes) draft.stage(change);
      history = prepared.history;
      batch.push(prepared);
    }
    if (batch.length === 0) return;
    const saved = await this.#save(batch, history);
    for (const prepared of batch) prepared.settle(saved);
  }

  async #save(batch: readonly Ready[], history: History): Promise<Result<null>> {
    let records: readonly JournalRecord[];
    try {
      records = await this.#journal.append(batch.map(({ record }) => record));
    } catch (error) {
      return failed('not-saved', storeMessages.notSaved(reasonOf(error)));
    }
    this.#apply(records);
    for (const { landed } of batch) landed?.();
    this.#history = history;
    this.#journal.settle(records.at(-1)?.seq ?? 0);
    return ok(null);
  }
}

function ready<T>(
  commit: Commit<T>,
  now: () => string,
  resolve: (result: Result<T>) => void,
): Ready {
  const { type, patch, times, history, landed, answer } = commit;
  // A step through the history bears the patch of the edit, and so its time.
  const at = type === 'undo' || type === 'redo' ? now() : undefined;
  const settle = (saved: Result<null>): void =>
    resolve(saved.ok ? ok(answer(historyState(history))) : saved);
  return { record: { type, patch, at, times }, history, landed, settle };
}
