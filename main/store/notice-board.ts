import type { Notice } from '../../core/contract.ts';
import type { Stamp } from '../../core/edit/patch.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import type { ReadOutcome } from './durable-adapter.ts';

/** What the store has to say to the reader, kept in order and handed on as it comes. */
export class NoticeBoard {
  readonly #stamp: Stamp;
  readonly #listener: ((notice: Notice) => void) | undefined;
  readonly #notices: Notice[] = [];
  #newer = false;

  constructor(stamp: Stamp, listener: ((notice: Notice) => void) | undefined) {
    this.#stamp = stamp;
    this.#listener = listener;
  }

  /** Whether a file of a newer program was met: nothing may be written from then on. */
  get newer(): boolean {
    return this.#newer;
  }

  all(): readonly Notice[] {
    return [...this.#notices];
  }

  raise(tone: Notice['tone'], message: string): void {
    const notice = { id: this.#stamp.id(), tone, message };
    this.#notices.push(notice);
    this.#listener?.(notice);
  }

  metNewer(name: string): void {
    this.#newer = true;
    this.raise('warning', storeMessages.newer(name));
  }

  /** Says how a file that the history can replay was read; `complete`: the history reaches back to the start. */
  fileRead(name: string, outcome: ReadOutcome, complete: boolean): void {
    if (outcome.state === 'newer') this.metNewer(name);
    if (outcome.state !== 'restored' && outcome.state !== 'lost') return;
    const problem = storeMessages.problems[outcome.problem];
    if (outcome.state === 'restored') {
      this.raise('warning', storeMessages.restored(name, problem, outcome.kept));
    } else if (complete) {
      this.raise('warning', storeMessages.restoredFromHistory(name, problem, outcome.kept));
    } else {
      this.raise('error', storeMessages.restoredInPart(name, problem, outcome.kept));
    }
  }
}
