import { firstIndex } from './points.ts';

/** Slower scrolling needs no help: the browser lays out what comes near by itself. Viewports to a frame. */
const fast = 0.75;
/** Sections kept laid out behind the newest ones while scrolling goes on. */
const mostOpen = 12;

/**
 * Lays sections out ahead of a fast scroll. By itself the browser does so a frame after a section comes near, and at some
 * thousand px a frame it is gone again by then: the page would stay blank. Scroll events come before the frame's layout,
 * so that what is opened in them is on screen in the same frame.
 */
export class Ahead {
  readonly #scroller: HTMLElement;
  readonly #sections: readonly HTMLElement[];
  readonly #open = new Set<HTMLElement>();
  #top: number;

  constructor(scroller: HTMLElement, sections: readonly HTMLElement[]) {
    this.#scroller = scroller;
    this.#sections = sections;
    this.#top = scroller.scrollTop;
  }

  start(): () => void {
    const scroller = this.#scroller;
    const onScroll = (): void => {
      this.#follow();
    };
    const onEnd = (): void => {
      this.#close(0);
      this.#top = scroller.scrollTop;
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    scroller.addEventListener('scrollend', onEnd);
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      scroller.removeEventListener('scrollend', onEnd);
      onEnd();
    };
  }

  #follow(): void {
    const { scrollTop, clientHeight } = this.#scroller;
    const by = scrollTop - this.#top;
    this.#top = scrollTop;
    if (Math.abs(by) < clientHeight * fast) return;
    const { top } = this.#scroller.getBoundingClientRect();
    // What is on screen now, and what will be in the next frame at this pace.
    for (const from of [top, top + by]) this.#show(from, from + clientHeight);
    this.#close(mostOpen);
  }

  #show(from: number, to: number): void {
    const sections = this.#sections;
    const first = firstIndex(sections, (item) => item.getBoundingClientRect().bottom > from);
    for (let index = first; index < sections.length; index++) {
      const section = sections[index];
      if (section === undefined || section.getBoundingClientRect().top >= to) return;
      // The newest stand last.
      this.#open.delete(section);
      this.#open.add(section);
      section.toggleAttribute('data-ahead', true);
    }
  }

  #close(most: number): void {
    for (const section of this.#open) {
      if (this.#open.size <= most) return;
      section.removeAttribute('data-ahead');
      this.#open.delete(section);
    }
  }
}
