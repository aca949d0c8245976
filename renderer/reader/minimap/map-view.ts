import { minimapMessages } from '../../../core/messages/en/minimap.ts';
import { headingPath } from '../../../core/text/outline.ts';
import type { AppStore } from '../../state/store.ts';
import { offsetAt, yOf, type Scale } from './scale.ts';

/** The least height of the box that shows what is on screen, CSS px. */
const leastBox = 10;

/** The box of what is on screen, and what the slider says of it; moved beside React. */
export class MapView {
  readonly #strip: HTMLElement;
  readonly #box: HTMLElement;
  readonly #store: AppStore;
  #scale: Scale | null = null;
  /** Offsets of the first line on screen and of the end. */
  #seen = { start: 0, end: 0 };

  constructor(strip: HTMLElement, box: HTMLElement, store: AppStore) {
    this.#strip = strip;
    this.#box = box;
    this.#store = store;
  }

  start(): () => void {
    return this.#store.subscribe((state, before) => {
      if (state.reading !== before.reading) this.draw();
    });
  }

  resize(scale: Scale): void {
    this.#scale = scale;
    this.draw();
  }

  /** Where in the box a place of the strip stands, 0 to 1; null outside of the box. */
  shareAt(y: number): number | null {
    if (this.#scale === null) return null;
    const { top, height } = this.#edges(this.#scale);
    if (y < top || y >= top + height) return null;
    const { start, end } = this.#seen;
    const share = (offsetAt(this.#scale, y) - start) / Math.max(end - start, 1);
    return Math.min(Math.max(share, 0), 1);
  }

  draw(): void {
    const { reading, document: open } = this.#store.getState();
    if (open === null || this.#scale === null) return;
    const { characters } = this.#scale;
    this.#seen = { start: reading.offset, end: Math.round(reading.progress * characters) };
    const { top, height } = this.#edges(this.#scale);
    this.#box.style.translate = `0 ${top.toFixed(1)}px`;
    this.#box.style.height = `${height.toFixed(1)}px`;
    const headings = headingPath(open.outline, reading.offset + 1).map(({ text }) => text);
    this.#strip.ariaValueNow = String(Math.round(reading.progress * 100));
    this.#strip.ariaValueText = minimapMessages.place(reading.progress, headings);
  }

  #edges(scale: Scale): { readonly top: number; readonly height: number } {
    const top = yOf(scale, this.#seen.start);
    const height = Math.max(yOf(scale, this.#seen.end) - top, Math.min(leastBox, scale.height));
    return { top: Math.min(top, scale.height - height), height };
  }
}
