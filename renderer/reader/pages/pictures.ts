import { pageMessages } from '../../../core/messages/en/pages.ts';
import { element } from '../element.ts';
import type { TextView } from '../text-view.ts';
import { DrawingThread, type Drawing } from './drawing-thread.ts';
import { paperPicture } from './paper-picture.ts';
import { sharpness } from './sharpness.ts';

/** Pictures that are kept, so that a step back shows them at once. */
const mostKept = 8;
/** Without a change of size for so long, pages are drawn at the new one, ms. */
const settleAfter = 160;

interface Picture {
  readonly canvas: HTMLCanvasElement;
  /** Pixels to a point that it was drawn at. */
  readonly scale: number;
}

/** The pictures of the pages near the viewport: drawn in a thread, the nearest first, anew where the size changed. */
export class Pictures {
  readonly #view: TextView;
  readonly #sizes: readonly { readonly width: number; readonly height: number }[];
  readonly #thread: DrawingThread;
  /** The one drawn last stands last. */
  readonly #pictures = new Map<number, Picture>();
  readonly #troubles = new Map<number, HTMLElement>();
  #drawing = false;
  #ended = false;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(
    view: TextView,
    sizes: readonly { readonly width: number; readonly height: number }[],
    readSource: () => Promise<Uint8Array | null>,
  ) {
    this.#view = view;
    this.#sizes = sizes;
    this.#thread = new DrawingThread(readSource);
  }

  start(): () => void {
    const stops = [
      this.#view.near.subscribe(() => {
        void this.#draw();
      }),
      this.#view.onMove(() => {
        clearTimeout(this.#settling);
        this.#settling = setTimeout(() => void this.#draw(), settleAfter);
      }),
    ];
    void this.#draw();
    return () => {
      this.#ended = true;
      clearTimeout(this.#settling);
      for (const stop of stops) stop();
      this.#thread.stop();
      for (const index of [...this.#pictures.keys()]) this.#drop(index);
    };
  }

  async #draw(): Promise<void> {
    if (this.#drawing) return;
    this.#drawing = true;
    for (let index = this.#next(); index !== null && !this.#ended; index = this.#next()) {
      const scale = this.#scale(index);
      const drawn = await this.#thread.draw(index, this.#size(index), scale);
      this.#show(index, scale, drawn);
    }
    this.#drawing = false;
  }

  /** The page nearest to the middle of the window that has no picture of its size. */
  #next(): number | null {
    const box = this.#view.scroller.getBoundingClientRect();
    const middle = (box.top + box.bottom) / 2;
    const away = (index: number): number => {
      const page = this.#view.elements[index]?.getBoundingClientRect();
      if (page === undefined) return Infinity;
      return Math.max(page.top - middle, middle - page.bottom, 0);
    };
    const [first] = [...this.#view.near.indexes]
      .filter((index) => !this.#troubles.has(index) && !this.#isSharp(index))
      .sort((a, b) => away(a) - away(b));
    return first ?? null;
  }

  #isSharp(index: number): boolean {
    const drawn = this.#pictures.get(index)?.scale;
    return drawn !== undefined && Math.abs(drawn / this.#scale(index) - 1) < 0.005;
  }

  #size(index: number): { readonly width: number; readonly height: number } {
    return this.#sizes[index] ?? { width: 1, height: 1 };
  }

  #scale(index: number): number {
    const size = this.#size(index);
    const shown = (this.#view.elements[index]?.offsetWidth ?? size.width) / size.width;
    return sharpness(size, shown * devicePixelRatio);
  }

  #show(index: number, scale: number, drawn: Drawing): void {
    if (typeof drawn === 'string') {
      if (!this.#ended) this.#say(index, drawn);
      return;
    }
    const box = this.#view.elements[index];
    if (this.#ended || box === undefined) {
      drawn.close();
      return;
    }
    this.#drop(index);
    const canvas = paperPicture(drawn);
    box.append(canvas);
    this.#pictures.set(index, { canvas, scale });
    for (const old of this.#pictures.keys()) {
      if (this.#pictures.size <= mostKept) break;
      if (!this.#view.near.indexes.has(old)) this.#drop(old);
    }
  }

  /** Memory is given back at once: a canvas that is only forgotten keeps it for a while. */
  #drop(index: number): void {
    const canvas = this.#pictures.get(index)?.canvas;
    this.#pictures.delete(index);
    if (canvas === undefined) return;
    canvas.width = 0;
    canvas.remove();
  }

  #say(index: number, why: 'slow' | 'failed'): void {
    const again = element('button', { type: 'button', class: 'button' }, pageMessages.tryAgain);
    const trouble = element(
      'div',
      { class: 'paper-trouble', role: 'status' },
      pageMessages[why],
      again,
    );
    again.addEventListener('click', () => {
      trouble.remove();
      this.#troubles.delete(index);
      this.#view.scroller.focus({ preventScroll: true });
      void this.#draw();
    });
    this.#view.elements[index]?.append(trouble);
    this.#troubles.set(index, trouble);
  }
}
