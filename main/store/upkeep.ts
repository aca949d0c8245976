import type { Catalogue } from './catalogue.ts';
import type { Checkpointer } from './checkpointer.ts';
import type { CommitQueue } from './commit-queue.ts';
import type { Journal } from './journal.ts';
import type { MarksStore } from './marks-store.ts';
import { reasonOf } from './outcome.ts';

export interface UpkeepParts {
  readonly catalogue: Catalogue;
  readonly marks: MarksStore;
  readonly journal: Journal;
  readonly queue: CommitQueue;
  readonly checkpointer: Checkpointer;
  /** Bytes beyond which the journal is shortened. */
  readonly limit: number;
}

/** What happens behind the reader's back after a start: files catch up with the journal, and a long journal is cut. */
export class Upkeep {
  readonly #parts: UpkeepParts;
  #stopped = false;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: UpkeepParts) {
    this.#parts = parts;
  }

  /** `crashed`: the process before this one did not close the library, so files may be behind. */
  start(crashed: boolean): void {
    const long = this.#parts.journal.size > this.#parts.limit;
    if (crashed || long) this.#running = this.#run(long);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(long: boolean): Promise<void> {
    const { catalogue, marks, journal, queue, checkpointer } = this.#parts;
    const touched = journal.touched();
    for (const document of touched) {
      if (this.#stopped) return;
      // Reading is enough: a file that is behind is due from then on. One that cannot be read keeps its history.
      const there = catalogue.document(document) !== undefined;
      if (there && !(await marks.load(document)).ok) return;
    }
    if (!long) return;
    await queue.alone(async () => {
      if (this.#stopped || !(await checkpointer.flush())) return;
      try {
        await marks.refreshCopies(touched);
        await catalogue.refreshCopies();
        await journal.shorten();
      } catch (error) {
        // The journal stays long, which harms nobody; the next start tries again.
        reasonOf(error);
      }
    });
  }
}
