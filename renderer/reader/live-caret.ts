import { caretMessages as messages } from '../../core/messages/en/caret.ts';
import type { Span } from '../../core/model/span.ts';
import type { Actions } from '../state/actions.ts';
import type { AppStore } from '../state/store.ts';
import { CaretBox } from './caret-box.ts';
import { caretHome, revealCaret, upperThird } from './caret-home.ts';
import { lineAt } from './caret-lines.ts';
import { caretPlace, leafAt } from './caret-place.ts';
import { larger, smaller, type Step } from './caret-steps.ts';
import { arrivalWords, selectedWords, type Arrival } from './caret-words.ts';
import type { Scrolling } from './scrolling.ts';
import type { Selecting } from './selecting.ts';
import type { TextView } from './text-view.ts';

/** After this much rest the caret says where it is: a key that is held is not read out, ms. */
const sayAfter = 120;

/** How a step is made. */
export interface Going {
  readonly extend: boolean;
  readonly arrival: Arrival;
  /** At the end of a line that goes on in the next one. */
  readonly after?: boolean | undefined;
  /** Lines up and down keep to one column. */
  readonly column?: number;
}

/** The reading caret: it stands in the state, is drawn beside the text, and never draws the text again. */
export class LiveCaret {
  readonly view: TextView;
  readonly #store: AppStore;
  readonly #actions: Actions;
  readonly #selecting: Selecting;
  readonly #scrolling: Scrolling;
  readonly #box: CaretBox;
  #after = false;
  #column: number | null = null;
  /** Where expanding began, so that it can go back. */
  #origin: number | null = null;
  /** Moves select without Shift. */
  #sticky = false;
  /** The change of the selection is the caret's own. */
  #own = false;
  /** A step into text that had not come. */
  #waiting: (() => void) | null = null;
  #saying: ReturnType<typeof setTimeout> | undefined;

  constructor(
    parts: { readonly view: TextView; readonly layer: HTMLElement },
    { selecting, scrolling }: { readonly selecting: Selecting; readonly scrolling: Scrolling },
    store: AppStore,
    actions: Actions,
  ) {
    this.view = parts.view;
    this.#box = new CaretBox(parts.view, parts.layer);
    this.#selecting = selecting;
    this.#scrolling = scrolling;
    this.#store = store;
    this.#actions = actions;
  }

  start(): () => void {
    const draw = (): void => {
      this.#draw();
    };
    const click = (event: MouseEvent): void => {
      if (event.button === 0 && this.offset !== null) this.#takeClick();
    };
    this.view.page.addEventListener('click', click);
    const stops = [
      this.view.onMove(() => {
        draw();
        this.#waiting?.();
      }),
      this.view.near.subscribe(draw),
      this.#store.subscribe((state, before) => {
        if (state.caret !== before.caret) draw();
        if (state.selection !== before.selection && !this.#own) this.#follow();
        if (state.document?.loaded !== before.document?.loaded) this.#waiting?.();
      }),
    ];
    // The caret of the text before stays on, at the line that is read in this one.
    if (this.offset !== null) this.#actions.setCaret({ offset: this.#home(), anchor: null });
    return () => {
      clearTimeout(this.#saying);
      for (const stop of stops) stop();
      this.view.page.removeEventListener('click', click);
      this.#box.remove();
    };
  }

  get offset(): number | null {
    return this.#store.getState().caret?.offset ?? null;
  }

  get sticky(): boolean {
    return this.#sticky;
  }

  get after(): boolean {
    return this.#after;
  }

  /** The column that lines up and down keep to, px in the window. */
  column(offset: number): number {
    return this.#column ?? caretPlace(this.view, offset, this.#after)?.x ?? 0;
  }

  /** Where a move begins: the moving end of what it extends, else the caret. */
  from(extend: boolean): number {
    return extend || this.#sticky ? this.ends().focus : this.#home();
  }

  /** The two ends of what is selected or would be, the one that moves and the one that does not. */
  ends(): { readonly anchor: number; readonly focus: number } {
    const { caret, selection } = this.#store.getState();
    if (caret !== null && caret.anchor !== null)
      return { anchor: caret.anchor, focus: caret.offset };
    if (selection === null) return { anchor: this.#home(), focus: this.#home() };
    const { start, end } = selection;
    return this.#selecting.backward ? { anchor: end, focus: start } : { anchor: start, focus: end };
  }

  /** Shows the caret where the reader works; false where it was there already. */
  show(): boolean {
    if (this.offset !== null) return false;
    const { selection } = this.#store.getState();
    const { anchor, focus } = this.ends();
    this.#actions.setCaret({ offset: focus, anchor: selection === null ? null : anchor });
    if (selection === null) this.#selecting.collapse(focus);
    this.#reveal(focus);
    this.#actions.announce(messages.on);
    return true;
  }

  hide(): void {
    clearTimeout(this.#saying);
    this.#actions.setCaret(null);
    this.#actions.announce(messages.off);
  }

  /** From now on moves select, or no longer do. */
  toggleExtending(): void {
    const { caret } = this.#store.getState();
    if (caret === null) return;
    this.#sticky = !this.#sticky;
    if (this.#sticky) this.#actions.setCaret({ ...caret, anchor: caret.anchor ?? caret.offset });
    this.#actions.announce(this.#sticky ? messages.extending : messages.notExtending);
  }

  /** Makes a step, now or when the text that it leads into has come. */
  step(find: () => Step, going: Going): void {
    this.#waiting = null;
    const found = find();
    if (found === 'missing') {
      this.#waiting = () => {
        this.step(find, going);
      };
      this.#actions.announce(messages.waiting);
    } else if (found !== null) this.#go(found, going);
  }

  /** Waits for the text at an offset, and stands there. */
  goTo(offset: number, going: Going): void {
    if (leafAt(this.view, offset) === null) this.#scrolling.goTo(offset, upperThird(this.view));
    this.step(() => (leafAt(this.view, offset) === null ? 'missing' : offset), going);
  }

  /** Selects the next larger or smaller thing around the caret; the caret itself stays. */
  resize(by: 1 | -1): void {
    const { selection, document: open } = this.#store.getState();
    if (open === null) return;
    const home = this.offset ?? this.#home();
    if (selection === null) this.#origin = home;
    const span = selection ?? { start: home, end: home };
    const around = this.offset ?? this.#origin ?? span.start;
    const next = by === 1 ? larger(open, span) : smaller(open, span, around);
    if (next === null) {
      if (by === -1) this.#actions.select(null);
      return;
    }
    this.#select(next, false);
    const { caret } = this.#store.getState();
    if (caret !== null) this.#actions.setCaret({ ...caret, anchor: null });
    const edges = this.view.edges(next);
    const height = edges === null ? Infinity : edges.last.bottom - edges.first.top;
    if (height < this.view.scroller.clientHeight - 120) this.#scrolling.reveal(next);
    this.#say(() => selectedWords(open, next));
  }

  #go(offset: number, { extend, arrival, after = false, column }: Going): void {
    const { caret, document: open } = this.#store.getState();
    if (open === null) return;
    const selecting = extend || this.#sticky;
    const { anchor } = this.ends();
    const span = { start: Math.min(anchor, offset), end: Math.max(anchor, offset) };
    const selected = selecting && span.start < span.end;
    this.#after = after;
    this.#column = column ?? null;
    this.#select(selected ? span : null, offset < anchor);
    if (caret !== null) this.#actions.setCaret({ offset, anchor: selecting ? anchor : null });
    if (!selected) this.#selecting.collapse(offset);
    this.#reveal(offset);
    this.#say(() => {
      if (selected) return selectedWords(open, span);
      return arrivalWords(open, offset, arrival, lineAt(this.view, offset));
    });
  }

  #select(span: Span | null, backward: boolean): void {
    this.#own = true;
    if (span !== null) this.#selecting.select(span, backward);
    else if (this.#store.getState().selection !== null) this.#actions.select(null);
    this.#own = false;
  }

  /** The reader selected something by other means, or what was selected is no longer. */
  #follow(): void {
    const { caret, selection } = this.#store.getState();
    if (caret === null) return;
    this.#after = false;
    this.#column = null;
    if (selection === null) {
      this.#sticky = false;
      this.#actions.setCaret({ ...caret, anchor: null });
      // Taken away by a mark that was made, and not by a press of the pointer somewhere else.
      if (document.getSelection()?.rangeCount === 0) this.#selecting.collapse(caret.offset);
    } else {
      const { start, end } = selection;
      const backward = this.#selecting.backward;
      const [anchor, offset] = backward ? [end, start] : [start, end];
      this.#actions.setCaret({ offset, anchor });
    }
  }

  /** A click in the text places the caret, where it selects nothing. */
  #takeClick(): void {
    const offset = this.#selecting.caret();
    if (offset === null || this.#store.getState().selection !== null) return;
    this.#after = false;
    this.#column = null;
    this.#sticky = false;
    this.#actions.setCaret({ offset, anchor: null });
  }

  #home(): number {
    return caretHome(this.view, this.#store, this.#selecting);
  }

  #draw(): void {
    const offset = this.offset;
    const { near } = this.view;
    if (offset !== null && near.indexes.has(this.view.sectionAt(offset))) {
      this.#box.draw(offset, this.#after);
    } else this.#box.remove();
  }

  #reveal(offset: number): void {
    revealCaret(this.view, this.#scrolling, offset, this.#after);
    this.#draw();
  }

  #say(words: () => string): void {
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => {
      const said = words();
      const { announcement } = this.#store.getState();
      // The same words a second time must differ, or they are not read out.
      if (said !== '') this.#actions.announce(said === announcement ? `${said}\u00a0` : said);
    }, sayAfter);
  }
}
