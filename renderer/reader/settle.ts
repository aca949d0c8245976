/** Frames without a correction after which a place counts as reached, and frames after which it is given up. */
const stillFrames = 4;
const mostFrames = 600;

/**
 * Corrects the scroll position frame by frame until it stays: sections above take their real height only when they come
 * near. `error` says by how many px the place is off, null while it cannot be known. The reader's own input ends it.
 */
export class Settle {
  readonly #scroller: HTMLElement;
  #running: (() => void) | null = null;

  constructor(scroller: HTMLElement) {
    this.#scroller = scroller;
  }

  get active(): boolean {
    return this.#running !== null;
  }

  stop(): void {
    this.#running?.();
    this.#running = null;
  }

  /** The first correction is made at once, before anything is painted. */
  run(error: () => number | null, done: () => void = () => undefined): void {
    this.stop();
    let still = 0;
    let frames = 0;
    let frame = 0;
    const inputs = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;
    const stop = (): void => {
      cancelAnimationFrame(frame);
      for (const name of inputs) window.removeEventListener(name, this.#interrupt, true);
    };
    const step = (): void => {
      const off = error();
      still = off !== null && !this.#correct(off) ? still + 1 : 0;
      frames += 1;
      if (still >= stillFrames || frames >= mostFrames) {
        this.stop();
        done();
      } else frame = requestAnimationFrame(step);
    };
    this.#running = stop;
    for (const name of inputs) window.addEventListener(name, this.#interrupt, true);
    step();
  }

  readonly #interrupt = (): void => {
    this.stop();
  };

  /** False where nothing moved: the place is right, or the text ends there. */
  #correct(off: number): boolean {
    if (Math.abs(off) < 1) return false;
    const before = this.#scroller.scrollTop;
    this.#scroller.scrollTop = before + off;
    return Math.abs(this.#scroller.scrollTop - before) >= 0.5;
  }
}
