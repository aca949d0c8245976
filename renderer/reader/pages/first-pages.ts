import { DrawingThread } from './drawing-thread.ts';
import { pagePlaceAt } from './page-place.ts';
import { paperPicture } from './paper-picture.ts';
import { sharpness } from './sharpness.ts';
import { pageScale } from './zoom.ts';
import { pageStyle } from './use-page-scale.ts';

/** More are not drawn ahead of the text: their pictures are all kept. */
const most = 24;
/** Pages are drawn so far below what is in sight, in heights of the window. */
const ahead = 1;

interface Parts {
  readonly scroller: HTMLElement;
  /** Takes the size that pages are shown at. */
  readonly page: HTMLElement;
  /** Takes the pages. */
  readonly text: HTMLElement;
}

/** Draws the first pages of a file that is not in the library yet, one after the other as the reader gets to them. */
export class FirstPages {
  readonly #parts: Parts;
  readonly #thread: DrawingThread;
  readonly #ended = new AbortController();
  readonly #boxes: HTMLElement[] = [];

  constructor(parts: Parts, readSource: () => Promise<Uint8Array | null>) {
    this.#parts = parts;
    this.#thread = new DrawingThread(readSource);
  }

  /** The place among the pages at the upper edge. */
  get place(): number {
    return pagePlaceAt({ elements: this.#boxes }, this.#parts.scroller.getBoundingClientRect().top);
  }

  /** `drawn` is called when the first page can be seen. Ends with the last page or where one cannot be drawn. */
  async draw(drawn: () => void): Promise<void> {
    for (let index = 0; index < most && !this.#ended.signal.aborted; index += 1) {
      if (!(await this.#drawPage(index))) break;
      if (index === 0) drawn();
      await this.#comesNear();
    }
    this.#thread.stop();
  }

  stop(): void {
    this.#ended.abort();
    this.#thread.stop();
    // Memory is given back at once.
    for (const canvas of this.#parts.text.querySelectorAll('canvas')) canvas.width = 0;
    this.#parts.text.replaceChildren();
  }

  async #drawPage(index: number): Promise<boolean> {
    const { scroller, page, text } = this.#parts;
    const size = await this.#thread.size(index);
    if (typeof size === 'string') return false;
    if (index === 0) this.#setScale(size);
    const shown = Number(page.style.getPropertyValue('--scale'));
    const scale = sharpness(size, shown * devicePixelRatio);
    const drawing = await this.#thread.draw(index, size, scale);
    if (typeof drawing === 'string') return false;
    if (this.#ended.signal.aborted || !scroller.isConnected) {
      drawing.close();
      return false;
    }
    const box = document.createElement('div');
    box.className = 'paper';
    box.style.setProperty('--w', String(size.width));
    box.style.setProperty('--h', String(size.height));
    box.append(paperPicture(drawing));
    text.append(box);
    this.#boxes.push(box);
    return true;
  }

  /** As the pages of the document will stand, if they are as wide as the first. */
  #setScale(size: { readonly width: number; readonly height: number }): void {
    const { scroller, page } = this.#parts;
    const room = { width: scroller.clientWidth, height: scroller.clientHeight };
    const scale = pageScale([size], 'width', room);
    for (const [name, value] of Object.entries(pageStyle(scale))) {
      page.style.setProperty(name, String(value));
    }
    page.toggleAttribute('data-wide', scale.notes);
  }

  /** Ends when the end of what is drawn is near the window. */
  #comesNear(): Promise<void> {
    const { scroller } = this.#parts;
    const { signal } = this.#ended;
    return new Promise((resolve) => {
      const look = (): void => {
        const below = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
        if (below > scroller.clientHeight * ahead) return;
        scroller.removeEventListener('scroll', look);
        resolve();
      };
      scroller.addEventListener('scroll', look, { passive: true, signal });
      signal.addEventListener('abort', () => resolve());
      look();
    });
  }
}
