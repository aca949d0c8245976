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
  /** Bytes beyond which the journal is cut to half of it. */
  readonly limit: number;
}

/** What happens behind the reader's back: files catch up with the journal after a crash, and a long journal is cut. */
export class Upkeep {
  readonly #parts: UpkeepParts;
  #stopped = false;
  #running: Promise<void> | null = null;

  constructor(parts: UpkeepParts) {
    this.#parts = parts;
  }

  /** `crashed`: the process before this one did not close the library, so files may be behind. */
  start(crashed: boolean): void {
    const { journal, limit } = this.#parts;
    if (this.#stopped || this.#running !== null) return;
    if (!crashed && journal.size <= limit) return;
    this.#running = this.#run().finally(() => {
      this.#running = null;
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    const { journal, limit } = this.#parts;
    try {
      if ((await this.#catchUp()) && journal.size > limit) await this.#shorten();
    } catch (error) {
      // The journal stays long, which harms nobody; the next change or start tries again.
      reasonOf(error);
    }
  }

  /** Reading is enough: a file that is behind is due from then on. One that cannot be read keeps its history. */
  async #catchUp(): Promise<boolean> {
    const { catalogue, marks, journal } = this.#parts;
    for (const document of journal.touched()) {
      if (this.#stopped) return false;
      const there = catalogue.document(document) !== undefined;
      if (there && !(await marks.load(document)).ok) return false;
    }
    return true;
  }

  /**
   * Files and their last good copies must hold all that is dropped. The cut is set before they are written, so edits
   * may go on meanwhile: what they change lies after it.
   */
  async #shorten(): Promise<void> {
    const { catalogue, marks, journal, queue, checkpointer, limit } = this.#parts;
    const cut = journal.cutKeeping(limit / 2);
    if (!(await checkpointer.flush())) return;
    for (const document of journal.touched()) {
      if (this.#stopped) return;
      await checkpointer.between(() => marks.refreshCopy(document));
    }
    await checkpointer.between(() => catalogue.refreshCopies());
    await queue.alone(() => journal.shorten(cut));
  }
}
