import { firstIndex } from './points.ts';

/** How far beyond the viewport a section counts as near, in heights of the viewport. */
const margin = 0.6;

/**
 * Which sections stand on screen or nearly so. Looked up where scrolling or layout may have changed it, in the same frame:
 * an observer of all sections would measure each of them in every frame, also while nothing moves.
 */
export class NearSections {
  readonly #scroller: HTMLElement;
  readonly #sections: readonly HTMLElement[];
  readonly #listeners = new Set<(came: readonly number[], went: readonly number[]) => void>();
  #near: ReadonlySet<number>;

  /** `first` is near before anything was measured, so that the first frame can be painted whole. */
  constructor(scroller: HTMLElement, sections: readonly HTMLElement[], first: number) {
    this.#scroller = scroller;
    this.#sections = sections;
    this.#near = new Set([first]);
  }

  start(): () => void {
    const look = (): void => {
      this.look();
    };
    const frame = requestAnimationFrame(look);
    this.#scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      this.#scroller.removeEventListener('scroll', look);
    };
  }

  /** A new set for every change. */
  get indexes(): ReadonlySet<number> {
    return this.#near;
  }

  subscribe(listener: (came: readonly number[], went: readonly number[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** To be called when the layout changed. */
  look(): void {
    const { top, bottom, height } = this.#scroller.getBoundingClientRect();
    if (height === 0) return;
    const [from, to] = [top - margin * height, bottom + margin * height];
    const next = new Set<number>();
    let index = firstIndex(this.#sections, (item) => item.getBoundingClientRect().bottom > from);
    for (; index < this.#sections.length; index++) {
      if ((this.#sections[index]?.getBoundingClientRect().top ?? Infinity) >= to) break;
      next.add(index);
    }
    const came = [...next].filter((each) => !this.#near.has(each));
    const went = [...this.#near].filter((each) => !next.has(each));
    if (came.length === 0 && went.length === 0) return;
    this.#near = next;
    for (const listener of this.#listeners) listener(came, went);
  }
}
