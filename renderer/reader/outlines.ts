import { shownColour } from '../../core/edit/retag.ts';
import type { Span } from '../../core/model/span.ts';
import { activeMark } from '../state/app-state.ts';
import { recolours } from '../state/shown-marks.ts';
import type { AppStore } from '../state/store.ts';
import type { TextView } from './text-view.ts';

/** Room between the text and its outline, px. */
const outset = 1.5;

/** Boxes below the text, outside its flow: the outline of the active mark, and the flash of a place gone to. */
export class Outlines {
  readonly #view: TextView;
  readonly #store: AppStore;
  readonly #layer: HTMLElement;

  constructor(view: TextView, store: AppStore, layer: HTMLElement) {
    this.#view = view;
    this.#store = store;
    this.#layer = layer;
  }

  start(): () => void {
    const draw = (): void => {
      this.draw();
    };
    const stops = [
      this.#view.onMove(draw),
      this.#view.near.subscribe(draw),
      this.#store.shown.subscribe((state, before) => {
        const recoloured = recolours(state.tags, before.tags);
        const same = state.active === before.active && state.marksChange === before.marksChange;
        if (!same || recoloured) draw();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      this.#layer.replaceChildren();
    };
  }

  draw(): void {
    for (const old of this.#layer.querySelectorAll('.active-outline')) old.remove();
    const state = this.#store.getState();
    const mark = activeMark(state);
    if (mark === null) return;
    for (const box of this.#boxes(mark.span, 'active-outline')) {
      box.dataset['colour'] = shownColour(mark, state.tags);
      this.#layer.append(box);
    }
  }

  /** Shows where a jump arrived. */
  flash(span: Span): void {
    for (const box of this.#boxes(span, 'place-flash')) {
      box.addEventListener('animationend', () => {
        box.remove();
      });
      this.#layer.append(box);
    }
  }

  #boxes(span: Span, className: string): HTMLElement[] {
    const origin = this.#layer.getBoundingClientRect();
    return this.#nearPart(span).flatMap((part) =>
      this.#view.lineRects(part).map((rect) => {
        const box = document.createElement('div');
        box.className = className;
        box.style.left = `${rect.left - origin.left - outset}px`;
        box.style.top = `${rect.top - origin.top - outset}px`;
        box.style.width = `${rect.width + 2 * outset}px`;
        box.style.height = `${rect.height + 2 * outset}px`;
        return box;
      }),
    );
  }

  /** A mark may be as long as the book: only what stands near is measured. */
  #nearPart(span: Span): Span[] {
    return [...this.#view.near.indexes].flatMap((index) => {
      const info = this.#view.info(index);
      const start = Math.max(span.start, info.start);
      const end = Math.min(span.end, info.end);
      return start < end ? [{ start, end }] : [];
    });
  }
}
