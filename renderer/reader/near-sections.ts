/** Which sections stand on screen or within a screen and a half of it. */
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
    const observer = new IntersectionObserver(
      (entries) => {
        this.#take(entries);
      },
      { root: this.#scroller, rootMargin: '150% 0px' },
    );
    for (const section of this.#sections) observer.observe(section);
    return () => {
      observer.disconnect();
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

  #take(entries: readonly IntersectionObserverEntry[]): void {
    const next = new Set(this.#near);
    for (const { target, isIntersecting } of entries) {
      const index = Number((target as HTMLElement).dataset['section']);
      if (isIntersecting) next.add(index);
      else next.delete(index);
    }
    const came = [...next].filter((index) => !this.#near.has(index));
    const went = [...this.#near].filter((index) => !next.has(index));
    if (came.length === 0 && went.length === 0) return;
    this.#near = next;
    for (const listener of this.#listeners) listener(came, went);
  }
}
