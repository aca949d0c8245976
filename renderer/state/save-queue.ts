import type { CallOutput, Failure, Result } from '../../core/contract.ts';
import type { Patch } from '../../core/edit/patch.ts';

type Reply = Result<CallOutput<'edit.apply'>>;

export interface SaveQueueHooks {
  readonly send: (patch: Patch) => Promise<Reply>;
  readonly saved: (history: CallOutput<'edit.apply'>, waiting: number) => void;
  /** The change stays on screen and in the queue, and is sent again. */
  readonly failed: (error: Failure, waiting: number) => void;
  /** Main will never take the change: it is to be taken back here too. */
  readonly refused: (patch: Patch, error: Failure, waiting: number) => void;
  readonly retryAfter: number;
}

/** Sends edits to main one after the other, in their order, and again after a failure that may pass (a full disk). */
export class SaveQueue {
  readonly #hooks: SaveQueueHooks;
  readonly #waiting: Patch[] = [];
  #running: Promise<void> | null = null;
  #wake: (() => void) | null = null;

  constructor(hooks: SaveQueueHooks) {
    this.#hooks = hooks;
  }

  push(patch: Patch): void {
    this.#waiting.push(patch);
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** What main does not have yet, oldest first. */
  get waiting(): readonly Patch[] {
    return this.#waiting;
  }

  /** Ends when nothing waits any more. */
  async settled(): Promise<void> {
    await this.#running;
  }

  retryNow(): void {
    this.#wake?.();
  }

  async #run(): Promise<void> {
    for (let patch = this.#waiting[0]; patch !== undefined; patch = this.#waiting[0]) {
      const reply = await this.#hooks.send(patch);
      if (reply.ok) {
        this.#waiting.shift();
        this.#hooks.saved(reply.value, this.#waiting.length);
      } else if (mayPass(reply.error)) {
        this.#hooks.failed(reply.error, this.#waiting.length);
        await this.#pause();
      } else {
        this.#waiting.shift();
        this.#hooks.refused(patch, reply.error, this.#waiting.length);
      }
    }
  }

  async #pause(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#hooks.retryAfter);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = null;
  }
}

function mayPass(error: Failure): boolean {
  return error.code === 'not-saved' || error.code === 'library-busy' || error.code === 'internal';
}
