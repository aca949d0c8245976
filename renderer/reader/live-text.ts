import type { Actions } from '../state/actions.ts';
import type { Jump, Rect } from '../state/app-state.ts';
import type { OpenDocument } from '../state/open-document.ts';
import type { Span } from '../../core/model/span.ts';
import { pageAt } from '../../core/text/page-labels.ts';
import { sectionAt } from '../../core/text/sections.ts';
import type { AppStore } from '../state/store.ts';
import { Ahead } from './ahead.ts';
import { AtOnce } from './at-once.ts';
import { HitsPainter } from './hits-painter.ts';
import { LiveCaret } from './live-caret.ts';
import { MarkHandles } from './mark-handles.ts';
import { MarginLabels } from './margin-labels.ts';
import { Outlines } from './outlines.ts';
import { Painter } from './painter.ts';
import { linkAtOffset, Pointing } from './pointing.ts';
import { Scrolling } from './scrolling.ts';
import { Selecting } from './selecting.ts';
import { Pictures } from './pages/pictures.ts';
import { PageTexts } from './pages/page-texts.ts';
import { TextView, type ShownSections } from './text-view.ts';
import { union } from './line-rects.ts';

export interface LiveParts {
  readonly scroller: HTMLElement;
  readonly page: HTMLElement;
  /** Holds the boxes below the text. */
  readonly layer: HTMLElement;
  /** Holds the handles above the text. */
  readonly handles: HTMLElement;
}

/** All that works on the text of one open document beside React: it starts before the first paint. */
export class LiveText {
  readonly view: TextView;
  readonly scrolling: Scrolling;
  readonly selecting: Selecting;
  readonly handles: MarkHandles;
  readonly caret: LiveCaret;
  readonly #painter: Painter;
  readonly #hits: HitsPainter;
  readonly #pointing: Pointing;
  readonly #outlines: Outlines;
  readonly #atOnce: AtOnce;
  readonly #labels: MarginLabels;
  readonly #pageTexts: PageTexts | null;
  readonly #pictures: Pictures | null;
  readonly #store: AppStore;
  readonly #actions: Actions;

  constructor(parts: LiveParts, open: OpenDocument, store: AppStore, actions: Actions) {
    this.view = new TextView(parts.scroller, parts.page, shownSections(open));
    this.#pageTexts = this.view.paged ? new PageTexts(this, store, actions) : null;
    this.#pictures = this.view.paged
      ? new Pictures(this.view, open.pages?.infos ?? [], actions.readSource)
      : null;
    this.#painter = new Painter(this.view, store);
    this.#hits = new HitsPainter(this.view, store);
    this.scrolling = new Scrolling(this.view, store, actions);
    this.selecting = new Selecting(this.view, store, actions);
    this.#pointing = new Pointing(this.view, store, actions);
    this.#outlines = new Outlines(this.view, store, parts.layer);
    this.handles = new MarkHandles(this.view, store, actions, this.#painter, parts.handles);
    this.#labels = new MarginLabels(this.view, store, parts.layer);
    this.#atOnce = new AtOnce(this.view, store, actions);
    this.caret = new LiveCaret({ view: this.view, layer: parts.handles }, this, store, actions);
    this.#store = store;
    this.#actions = actions;
  }

  start(): () => void {
    const stops = [
      this.view.start(),
      // Before whoever paints on what comes near.
      ...(this.#pageTexts === null ? [] : [this.#pageTexts.start()]),
      new Ahead(this.view.scroller, this.view.elements).start(),
      this.scrolling.start(),
      this.#painter.start(),
      this.#hits.start(),
      this.#outlines.start(),
      this.handles.start(),
      this.selecting.start(),
      this.#pointing.start(),
      this.#atOnce.start(),
      this.#labels.start(),
      this.caret.start(),
      ...(this.#pictures === null ? [] : [this.#pictures.start()]),
    ];
    return () => {
      // The last first: what ends a drag has the mark painted again, and the painter then takes all away.
      for (const stop of stops.toReversed()) stop();
    };
  }

  /** Paints what lies on text that has come in the meantime. */
  paintMissing(): void {
    this.#painter.paintMissing();
    this.#hits.paintMissing();
  }

  jump(jump: Jump): void {
    const outline = this.#store.getState().document?.outline ?? [];
    const isHeading = outline.some((item) => item.start === jump.span.start);
    const { back, travels } = jump;
    if (travels !== undefined) {
      this.#actions.placeLeft(travels, this.scrolling.below(this.#store.getState().reading.offset));
    }
    if (travels !== undefined && this.#store.getState().caret !== null) {
      this.#actions.setCaret({ offset: back?.caret ?? jump.span.start, anchor: null });
    }
    this.scrolling.jump(jump, isHeading, () => {
      if (jump.flash) this.#outlines.flash(jump.span);
      if (back?.link != null) this.#focusLink(back.link);
    });
  }

  /** The link that was followed has the keys again, unless they went elsewhere. */
  #focusLink(offset: number): void {
    const focused = document.activeElement;
    if (focused !== this.view.scroller && focused !== document.body) return;
    linkAtOffset(offset, this.view)?.focus({ preventScroll: true });
  }

  /** Makes the mark at an offset active, again the next one below; false where there is none. */
  activateAt(offset: number): boolean {
    return this.#pointing.activateAt(offset);
  }

  /** Whether any line of a span is in the viewport. */
  onScreen(span: Span): boolean {
    const edges = this.view.edges(span);
    const box = this.view.scroller.getBoundingClientRect();
    return edges !== null && edges.last.bottom > box.top && edges.first.top < box.bottom;
  }

  /** What a card for a span stands at: its lines, as far as they are on screen. */
  anchor(span: Span): Rect {
    const edges = this.view.edges(span);
    const box = this.view.scroller.getBoundingClientRect();
    if (edges === null) return { x: box.x + box.width / 3, y: box.y + 80, width: 0, height: 0 };
    const { left, right, top, bottom } = union(edges.first, edges.last);
    const y = Math.min(Math.max(top, box.top), box.bottom);
    return {
      x: left,
      y,
      width: right - left,
      height: Math.max(Math.min(bottom, box.bottom) - y, 0),
    };
  }
}

function shownSections({ pages, sections, place }: OpenDocument): ShownSections {
  const offset = place?.offset ?? 0;
  if (pages?.view !== 'pages') {
    return { sections, first: sectionAt(sections, offset), paged: false };
  }
  const first = Math.floor(place?.look?.page ?? pageAt(pages.infos, offset));
  return { sections: pages.infos, first, paged: true };
}
