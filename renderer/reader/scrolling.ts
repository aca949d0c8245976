import type { Span } from '../../core/model/span.ts';
import type { Actions } from '../state/actions.ts';
import type { Jump } from '../state/app-state.ts';
import type { AppStore } from '../state/store.ts';
import { pagePlaceAt, yOfPage } from './pages/page-place.ts';
import { offsetAtY, yOfOffset } from './reading-line.ts';
import { Settle } from './settle.ts';
import type { TextView } from './text-view.ts';

/** Room between the upper edge and the line that reading goes on with, px. */
const headroom = 8;
/** How long after the last scroll the reading place is written down, ms. */
const saveAfter = 1000;
/** Desk above a page that was gone to, px. */
const pageHead = 12;

/** Knows the line being read, keeps it in its place when the layout changes, and goes to others. */
export class Scrolling {
  readonly #view: TextView;
  readonly #store: AppStore;
  readonly #actions: Actions;
  readonly #settle: Settle;
  #line: { readonly offset: number; readonly below: number };
  /** At the upper edge, where pages are shown. */
  #page: number | null;
  #frame = 0;
  #saving: ReturnType<typeof setTimeout> | undefined;

  constructor(view: TextView, store: AppStore, actions: Actions) {
    this.#view = view;
    this.#store = store;
    this.#actions = actions;
    this.#settle = new Settle(view.scroller);
    const { document: open } = store.getState();
    this.#line = { offset: open?.place?.offset ?? 0, below: headroom };
    this.#page = view.paged ? (open?.place?.look?.page ?? null) : null;
  }

  /** Shows the line that was read last; before the first paint when called in a layout effect. */
  start(): () => void {
    const { scroller } = this.#view;
    if (this.#page !== null) this.#showPage(this.#page, 0);
    else if (this.#line.offset > this.#view.firstOffset()) this.#show(this.#line.offset, headroom);
    else scroller.scrollTop = 0;
    const onScroll = (): void => {
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => {
        this.#read();
      });
    };
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') this.#save();
    };
    let width = scroller.clientWidth;
    const observer = new ResizeObserver(() => {
      if (scroller.clientWidth !== width) this.keepLine();
      width = scroller.clientWidth;
    });
    observer.observe(scroller);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    // A section that takes its real height moves other lines to where the first one was, without a scroll.
    const stopMoves = this.#view.onMove(onScroll);
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('pagehide', onHide);
    this.#frame = requestAnimationFrame(() => {
      this.#read();
    });
    return () => {
      this.#settle.stop();
      cancelAnimationFrame(this.#frame);
      clearTimeout(this.#saving);
      observer.disconnect();
      stopMoves();
      scroller.removeEventListener('scroll', onScroll);
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('pagehide', onHide);
    };
  }

  /** After a change of type size or width: the line that was read stays where it was. */
  keepLine(): void {
    if (this.#settle.active) return;
    if (this.#page !== null) {
      this.#showPage(this.#page, 0);
      return;
    }
    const { offset, below } = this.#line;
    if (offset > this.#view.firstOffset()) this.#show(offset, below);
  }

  /** Headings go to the top; a passage that is well in view stays there, another one comes to the upper third. */
  jump({ span, covered, back, page }: Jump, isHeading: boolean, arrived: () => void): void {
    if (back !== undefined) {
      this.#show(back.offset, back.below, arrived);
      return;
    }
    if (page !== undefined && this.#view.paged) {
      this.#showPage(page, pageHead);
      return;
    }
    const free = covered ?? 40;
    const toTop = isHeading && covered === undefined;
    if (!toTop && this.#inView(span, free)) {
      this.#settle.stop();
      arrived();
      return;
    }
    const third = Math.round(this.#view.scroller.clientHeight * 0.28);
    const below = toTop ? 24 : Math.max(third, covered ?? 0);
    this.#show(span.start, below, arrived);
  }

  /** How far below the upper edge the line of an offset stands, px. */
  below(offset: number): number {
    return yOfOffset(this.#view, offset) - this.#view.scroller.getBoundingClientRect().top;
  }

  /** Brings the line of an offset to stand `below` px under the upper edge, as far as the text reaches. */
  goTo(offset: number, below: number): void {
    this.#show(offset, below);
  }

  /** Brings a span that the keyboard selected into view, moving no more than needed. */
  reveal(span: Span): void {
    const edges = this.#view.edges(span);
    if (edges === null) return;
    const box = this.#view.scroller.getBoundingClientRect();
    const room = { top: box.top + 48, bottom: box.bottom - 56 };
    let by = 0;
    if (edges.last.bottom > room.bottom) by = edges.last.bottom - room.bottom;
    if (edges.first.top - by < room.top) by = edges.first.top - room.top;
    if (by !== 0) this.#view.scroller.scrollTop += by;
  }

  #inView(span: Span, free: number): boolean {
    const index = this.#view.sectionAt(span.start);
    if (!this.#view.near.indexes.has(index)) return false;
    const edges = this.#view.edges(span);
    if (edges === null) return false;
    const box = this.#view.scroller.getBoundingClientRect();
    return edges.first.top >= box.top + free && edges.last.bottom <= box.bottom - 40;
  }

  #show(offset: number, below: number, done?: () => void): void {
    const { scroller } = this.#view;
    // From now on this is the line that a change of the layout keeps.
    this.#line = { offset, below };
    this.#page = null;
    this.#settle.run(() => {
      const section = this.#view.sectionAt(offset);
      const off = yOfOffset(this.#view, offset) - scroller.getBoundingClientRect().top - below;
      if (this.#view.whole(section)) return off;
      // Its text is on the way: wait there, and do not count the place as reached.
      scroller.scrollTop += off;
      return null;
    }, done);
  }

  #showPage(place: number, below: number): void {
    const { scroller } = this.#view;
    this.#page = place;
    this.#settle.run(
      () => yOfPage(this.#view, place) - scroller.getBoundingClientRect().top - below,
    );
  }

  #read(): void {
    const { document: open } = this.#store.getState();
    if (open === null) return;
    const box = this.#view.scroller.getBoundingClientRect();
    const offset = offsetAtY(this.#view, box.top);
    const page = this.#view.paged ? pagePlaceAt(this.#view, box.top) : null;
    if (!this.#settle.active) {
      this.#line = { offset, below: yOfOffset(this.#view, offset) - box.top };
      this.#page = page;
    }
    const progress = this.#progress(open.entry.characters, box.bottom);
    const { reading } = this.#store.getState();
    const same = reading.offset === offset && reading.progress === progress;
    if (same && reading.page === (page ?? undefined)) return;
    this.#actions.setReading({ offset, progress, ...(page !== null && { page }) });
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => {
      this.#save();
    }, saveAfter);
  }

  /** The share of the text above `y` in the window; of the pages, where there is no text. */
  #progress(length: number, y: number): number {
    if (length > 0) return Math.min(offsetAtY(this.#view, y) / length, 1);
    return this.#view.paged ? pagePlaceAt(this.#view, y) / this.#view.elements.length : 1;
  }

  #save(): void {
    clearTimeout(this.#saving);
    const { reading, document: open } = this.#store.getState();
    if (open !== null) void this.#actions.saveReading(reading.offset, reading.progress);
  }
}
