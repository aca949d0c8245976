import type { Emit, Services } from '../services.ts';
import type { Patch } from '../../core/edit/patch.ts';

/** Between two words of texts that came in, ms: a list of a thousand is not drawn a thousand times. */
const apart = 250;

/** Tells the window of texts that came in, many at once where they come fast; all else at once and in its order. */
export class ToldChanges {
  readonly #library: Services['library'];
  readonly #emit: Emit;
  #waiting: Patch | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ library, emit }: Pick<Services, 'library' | 'emit'>) {
    this.#library = library;
    this.#emit = emit;
  }

  readonly emit: Emit = (name, payload) => {
    const patch = 'patch' in payload && payload.patch.label === 'document.add' && payload.patch;
    if (patch === false) {
      if (name === 'library.changed') this.flush();
      this.#emit(name, payload);
      return;
    }
    const { changes: before = [] } = this.#waiting ?? {};
    this.#waiting = { ...patch, changes: [...before, ...patch.changes] };
    if (this.#timer !== undefined) return;
    this.#send();
    this.#wait();
  };

  /** What waits is told now, such as before the window is answered something that follows from it. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#send();
  }

  #wait(): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#waiting === null) return;
      this.#send();
      this.#wait();
    }, apart);
    this.#timer.unref();
  }

  #send(): void {
    const patch = this.#waiting;
    this.#waiting = null;
    // The history of now: others may have made edits since.
    if (patch !== null) this.#emit('library.changed', { patch, history: this.#library.history() });
  }
}
