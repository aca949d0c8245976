import { shownColour } from '../../core/edit/retag.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { MarkColour } from '../../core/model/colours.ts';
import type { Span } from '../../core/model/span.ts';
import type { End } from '../../core/text/mark-ends.ts';
import type { Actions } from '../state/actions.ts';
import { activeMark, type AppState } from '../state/app-state.ts';
import type { AppStore } from '../state/store.ts';
import { endPlace } from './end-place.ts';
import { MarkDrag } from './mark-drag.ts';
import type { Painter } from './painter.ts';
import { pointsOf } from './points.ts';
import type { TextView } from './text-view.ts';
import './mark-handles.css';

const ends: readonly End[] = ['start', 'end'];

/**
 * A handle at each end of the active mark. A drag shows where the mark would go by a highlight of its own and changes the
 * store once, when it ends; keys do the same without handles (core/commands.ts).
 */
export class MarkHandles {
  readonly #view: TextView;
  readonly #store: AppStore;
  readonly #actions: Actions;
  readonly #painter: Painter;
  readonly #layer: HTMLElement;
  readonly #handles = { start: handle('start'), end: handle('end') };
  readonly #listeners = new Set<() => void>();
  #drag: MarkDrag | null = null;

  constructor(
    view: TextView,
    store: AppStore,
    actions: Actions,
    painter: Painter,
    layer: HTMLElement,
  ) {
    this.#view = view;
    this.#store = store;
    this.#actions = actions;
    this.#painter = painter;
    this.#layer = layer;
  }

  /** Whether an end is being dragged. */
  get moving(): boolean {
    return this.#drag !== null;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): () => void {
    const listening = new AbortController();
    const { signal } = listening;
    const place = (): void => {
      this.#place();
    };
    for (const end of ends) this.#listen(end, signal);
    // Alt by itself opens the menu bar on some systems.
    const onAlt = (event: KeyboardEvent): void => {
      if (event.key !== 'Alt' || this.#drag === null) return;
      event.preventDefault();
      this.#drag.snap(event.type === 'keydown');
    };
    window.addEventListener('keydown', onAlt, { capture: true, signal });
    window.addEventListener('keyup', onAlt, { capture: true, signal });
    // Boxes in the text that scroll by themselves.
    this.#view.page.addEventListener('scroll', place, { capture: true, passive: true, signal });
    const stops = [
      this.#view.onMove(place),
      this.#view.near.subscribe(place),
      this.#store.subscribe((state) => {
        const drag = this.#drag;
        if (drag !== null && state.marks.get(drag.mark.id) !== drag.mark) this.cancel();
      }),
      this.#store.shown.subscribe((state, before) => {
        this.#answer(state, before);
      }),
    ];
    this.#layer.append(...Object.values(this.#handles));
    this.#place();
    return () => {
      this.cancel();
      listening.abort();
      for (const stop of stops) stop();
      this.#layer.replaceChildren();
    };
  }

  /** Ends a drag without a change; false where there is none. */
  cancel(): boolean {
    const drag = this.#drag;
    if (drag === null) return false;
    this.#end(drag, true);
    return true;
  }

  #listen(end: End, signal: AbortSignal): void {
    const element = this.#handles[end];
    element.addEventListener(
      'pointerdown',
      (event) => {
        if (event.button === 0 && event.isPrimary) this.#press(end, event);
      },
      { signal },
    );
    element.addEventListener(
      'pointermove',
      (event) => this.#drag?.move({ x: event.clientX, y: event.clientY }, event.altKey),
      { signal },
    );
    element.addEventListener('pointerup', () => this.#release(), { signal });
    for (const name of ['pointercancel', 'lostpointercapture'] as const) {
      element.addEventListener(name, () => this.cancel(), { signal });
    }
    // No selection starts here, and no click goes through to the text.
    element.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
    element.addEventListener('click', (event) => event.stopPropagation(), { signal });
  }

  #answer(state: AppState, before: AppState): void {
    const same =
      state.active === before.active &&
      state.marksChange === before.marksChange &&
      state.marks === before.marks &&
      (state.selection === null) === (before.selection === null);
    if (!same) this.#place();
  }

  #press(end: End, event: PointerEvent): void {
    const state = this.#store.getState();
    const mark = activeMark(state);
    const place = mark === null ? null : endPlace(this.#view, mark.span, end);
    if (mark === null || place === null || state.document === null) return;
    event.stopPropagation();
    this.#view.scroller.focus({ preventScroll: true });
    this.#handles[end].setPointerCapture(event.pointerId);
    const press = { x: event.clientX, y: event.clientY };
    const line = { x: place.x, y: (place.top + place.bottom) / 2 };
    this.#drag = new MarkDrag(this.#view, state.document, { mark, end, press, line }, (span) => {
      this.#preview(span);
      this.#place();
    });
    this.#view.scroller.toggleAttribute('data-moving-mark', true);
    this.#painter.lift(mark.id, true);
    this.#preview(mark.span);
    this.#tell();
  }

  #release(): void {
    const drag = this.#drag;
    if (drag === null) return;
    drag.finish();
    const { mark, span, held } = drag;
    const moves = span.start !== mark.span.start || span.end !== mark.span.end;
    this.#end(drag, !moves);
    if (moves) this.#actions.respan(mark.id, span, held);
  }

  /** `repaint` where no edit follows, which would paint the mark anyway. */
  #end(drag: MarkDrag, repaint: boolean): void {
    drag.stop();
    this.#drag = null;
    this.#view.scroller.removeAttribute('data-moving-mark');
    CSS.highlights.delete(`preview-${this.#colourOf(drag.mark)}`);
    this.#painter.lift(null, repaint);
    this.#place();
    this.#tell();
  }

  #preview(span: Span): void {
    const mark = this.#drag?.mark ?? activeMark(this.#store.getState());
    if (mark === null) return;
    const ranges = [...this.#view.near.indexes].flatMap((index) => {
      const points = pointsOf(this.#view.leaves(index), span);
      if (points === null) return [];
      return new StaticRange({
        startContainer: points.start.node,
        startOffset: points.start.offset,
        endContainer: points.end.node,
        endOffset: points.end.offset,
      });
    });
    const highlight = new Highlight(...ranges);
    highlight.priority = 2;
    CSS.highlights.set(`preview-${this.#colourOf(mark)}`, highlight);
  }

  #place(): void {
    const state = this.#store.getState();
    const mark = this.#drag?.mark ?? (state.selection === null ? activeMark(state) : null);
    const span = this.#drag?.span ?? mark?.span ?? null;
    const origin = this.#layer.getBoundingClientRect();
    const places = ends.map((end) => (span === null ? null : this.#find(span, end)));
    ends.forEach((end, index) => {
      const element = this.#handles[end];
      const place = places[index] ?? null;
      element.hidden = mark === null || place === null;
      if (mark === null || place === null) return;
      element.dataset['colour'] = this.#colourOf(mark);
      element.dataset['outside'] = place.outside;
      element.style.left = `${place.x - origin.left}px`;
      element.style.top = `${place.top - origin.top}px`;
      element.style.height = `${place.bottom - place.top}px`;
    });
  }

  #find(span: Span, end: End) {
    const section = this.#view.sectionAt(end === 'start' ? span.start : span.end - 1);
    return this.#view.near.indexes.has(section) ? endPlace(this.#view, span, end) : null;
  }

  #colourOf(mark: Annotation): MarkColour {
    return shownColour(mark, this.#store.getState().tags);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function handle(end: End): HTMLElement {
  const element = document.createElement('div');
  element.className = 'mark-handle';
  element.dataset['end'] = end;
  return element;
}
