import { caretPlace } from './caret-place.ts';
import type { TextView } from './text-view.ts';

/** The caret as it is drawn: one small box over the text, which takes no part in its layout. */
export class CaretBox {
  readonly #view: TextView;
  readonly #layer: HTMLElement;
  readonly #box: HTMLElement;

  constructor(view: TextView, layer: HTMLElement) {
    this.#view = view;
    this.#layer = layer;
    this.#box = document.createElement('div');
    this.#box.className = 'reading-caret';
    this.#box.dataset['testid'] = 'reading-caret';
  }

  /** `after` as in caretPlace. */
  draw(offset: number, after: boolean): void {
    const place = caretPlace(this.#view, offset, after);
    if (place === null) {
      this.remove();
      return;
    }
    const origin = this.#layer.getBoundingClientRect();
    const { style } = this.#box;
    style.height = `${place.bottom - place.top}px`;
    style.transform = `translate(${place.x - origin.left - 1}px, ${place.top - origin.top}px)`;
    if (!this.#box.isConnected) this.#layer.append(this.#box);
    // It is not to blink away while it moves.
    for (const blink of this.#box.getAnimations()) blink.currentTime = 0;
  }

  remove(): void {
    this.#box.remove();
  }
}
