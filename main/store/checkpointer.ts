import { storeMessages } from '../../core/messages/en/store.ts';
import type { NoticeBoard } from './notice-board.ts';
import { reasonOf } from './outcome.ts';

const retryFirst = 1000;
const retryMost = 30_000;

/**
 * Brings files up to date after the change is safe in the journal: each at most once in a while, one after the other.
 * What cannot be written stays due and is tried again.
 */
export class Checkpointer {
  readonly #delay: number;
  readonly #notices: NoticeBoard;
  readonly #due = new Map<string, () => Promise<unknown>>();
  #waiting: (() => void)[] = [];
  #timer: NodeJS.Timeout | null = null;
  /** When the timer ends, in the milliseconds of performance.now(). */
  #wakes = Infinity;
  #running: Promise<boolean> = Promise.resolve(true);
  #retry = retryFirst;
  #troubled = false;
  #closed = false;

  /** `delay`: milliseconds from the first change to the write. */
  constructor(delay: number, notices: NoticeBoard) {
    this.#delay = delay;
    this.#notices = notices;
  }

  /**
   * `write` is called later and must take the state of that moment. It answers 'later' where the file must first be
   * merged with what somebody else wrote: it stays due, and no trouble is reported.
   */
  mark(name: string, write: () => Promise<unknown>): void {
    this.#due.set(name, write);
    // A disk in trouble is left in peace until its next try.
    if (this.#timer === null || !this.#troubled) this.#schedule(this.#delay);
  }

  /** Settles after the next round of writes, whether or not each of them succeeded. */
  written(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Writes all that is due now; true when nothing is left. */
  flush(): Promise<boolean> {
    this.#running = this.#running.then(() => this.#writeDue());
    return this.#running;
  }

  /** Does something to the files while none of them is being written. */
  async between(work: () => Promise<void>): Promise<void> {
    const done = this.#running.then(work);
    this.#running = done.then(
      () => true,
      () => true,
    );
    await done;
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.flush();
  }

  /** The earliest of what was asked for counts: a file that has to wait holds up no other. */
  #schedule(delay: number): void {
    const wakes = performance.now() + delay;
    if (this.#closed || this.#wakes <= wakes) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#wakes = wakes;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#wakes = Infinity;
      void this.flush();
    }, delay);
  }

  async #writeDue(): Promise<boolean> {
    const waiting = this.#waiting;
    this.#waiting = [];
    const failures: string[] = [];
    for (const [name, write] of [...this.#due]) {
      // Taken off first: a change made while the file is written makes it due again.
      this.#due.delete(name);
      try {
        if ((await write()) === 'later' && !this.#due.has(name)) {
          this.#due.set(name, write);
          this.#schedule(retryFirst);
        }
      } catch (error) {
        failures.push(reasonOf(error));
        if (!this.#due.has(name)) this.#due.set(name, write);
      }
    }
    this.#report(failures[0]);
    for (const resolve of waiting) resolve();
    return this.#due.size === 0;
  }

  #report(reason: string | undefined): void {
    if (reason === undefined) {
      this.#retry = retryFirst;
      this.#troubled = false;
      return;
    }
    if (!this.#troubled) this.#notices.raise('warning', storeMessages.checkpointFailed(reason));
    this.#troubled = true;
    this.#schedule(this.#retry);
    this.#retry = Math.min(this.#retry * 2, retryMost);
  }
}
