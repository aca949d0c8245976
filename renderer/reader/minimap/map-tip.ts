import { minimapMessages } from '../../../core/messages/en/minimap.ts';
import { headingPath } from '../../../core/text/outline.ts';
import type { OpenDocument } from '../../state/open-document.ts';

/** How long the pointer rests before the tip comes, ms. */
const comesAfter = 300;
const edge = 8;

/** Beside the map: the headings and the share of the text at the pointer. Written without React, because it follows a drag. */
export class MapTip {
  readonly #tip: HTMLElement;
  #coming: ReturnType<typeof setTimeout> | undefined;

  constructor(tip: HTMLElement) {
    this.#tip = tip;
  }

  /** Says what stands at an offset; comes at once or after the pointer rested, follows when it is there. */
  show(open: OpenDocument, offset: number, y: number, atOnce: boolean): void {
    clearTimeout(this.#coming);
    if (!atOnce && this.#tip.hidden) {
      this.#coming = setTimeout(() => this.#place(open, offset, y), comesAfter);
    } else this.#place(open, offset, y);
  }

  hide(): void {
    clearTimeout(this.#coming);
    this.#tip.hidden = true;
  }

  #place(open: OpenDocument, offset: number, y: number): void {
    const [path, share] = this.#tip.children;
    if (!(path instanceof HTMLElement) || share === undefined) return;
    const headings = headingPath(open.outline, offset).map(({ text }) => text);
    path.textContent = minimapMessages.path(headings);
    path.hidden = headings.length === 0;
    share.textContent = minimapMessages.share(offset / Math.max(open.entry.characters - 1, 1));
    this.#tip.hidden = false;
    const room = this.#tip.parentElement?.clientHeight ?? 0;
    const height = this.#tip.offsetHeight;
    const top = Math.max(Math.min(y - height / 2, room - height - edge), edge);
    this.#tip.style.translate = `0 ${Math.round(top)}px`;
  }
}
