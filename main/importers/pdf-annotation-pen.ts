import type { PdfFont } from './pdf-glyphs.ts';
import { product } from './pdf-pieces.ts';
import type { Matrix, PdfTextItem } from './pdf-types.ts';

export interface DrawnFont extends PdfFont {
  readonly fontMatrix?: ArrayLike<number>;
}

interface State {
  readonly ctm: Matrix;
  readonly font: string;
  readonly size: number;
  readonly letterSpace: number;
  readonly wordSpace: number;
  /** Of letters and spaces across, 1 where they are as the font has them. */
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];
const deepest = 200;
/** Thousandths of the size: moves wider than that part words. */
const widestKerning = 170;

/** Follows what an annotation draws, and tells its text as pdf.js tells that of a page. */
export class AnnotationPen {
  readonly #fontOf: (name: string) => DrawnFont | null;
  readonly #tell: (item: PdfTextItem) => void;
  readonly #saved: State[] = [];
  #state: State = {
    ...{ ctm: identity, font: '', size: 0, letterSpace: 0, wordSpace: 0 },
    ...{ stretch: 1, leading: 0, rise: 0 },
  };
  #line = identity;
  #at = identity;

  constructor(fontOf: (name: string) => DrawnFont | null, tell: (item: PdfTextItem) => void) {
    this.#fontOf = fontOf;
    this.#tell = tell;
  }

  set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
  }

  save(): void {
    if (this.#saved.length < deepest) this.#saved.push(this.#state);
  }

  restore(): void {
    this.#state = this.#saved.pop() ?? this.#state;
  }

  transform(matrix: Matrix): void {
    this.set({ ctm: product(this.#state.ctm, matrix) });
  }

  /** Where text begins. */
  place(matrix: Matrix): void {
    this.#line = this.#at = matrix;
  }

  move(x: number, y: number): void {
    this.place(product(this.#line, [1, 0, 0, 1, x, y]));
  }

  nextLine(): void {
    this.move(0, -this.#state.leading);
  }

  /** Glyphs, and between them how far the next one is moved back. */
  show(glyphs: readonly unknown[]): void {
    const { font, size, stretch, letterSpace, wordSpace } = this.#state;
    const unit = this.#fontOf(font)?.fontMatrix?.[0] ?? 0.001;
    let text = '';
    let from = this.#at;
    for (const glyph of glyphs) {
      let advance = 0;
      if (typeof glyph === 'number') {
        advance = (-glyph * size) / 1000;
        if (Math.abs(glyph) > widestKerning) {
          this.#word(text, from);
          text = '';
        }
      } else if (isGlyph(glyph)) {
        const space = /^\s*$/.test(glyph.unicode);
        if (space) {
          this.#word(text, from);
          text = '';
          this.#tellText(' ', this.#at);
        } else {
          if (text === '') from = this.#at;
          text += glyph.unicode;
        }
        advance = glyph.width * unit * size + letterSpace + (space ? wordSpace : 0);
      }
      this.#at = product(this.#at, [1, 0, 0, 1, advance * stretch, 0]);
    }
    this.#word(text, from);
  }

  #word(text: string, from: Matrix): void {
    if (text !== '') this.#tellText(text, from);
  }

  /** Spaces are told as well: what follows is another word. */
  #tellText(text: string, from: Matrix): void {
    const { ctm, font, size, stretch, rise } = this.#state;
    const transform = product(product(ctm, from), [size * stretch, 0, 0, size, 0, rise]);
    const [x, y] = [this.#at[4] - from[4], this.#at[5] - from[5]];
    const width = Math.hypot(ctm[0] * x + ctm[2] * y, ctm[1] * x + ctm[3] * y);
    const height = Math.hypot(transform[2], transform[3]);
    this.#tell({ str: text, dir: 'ltr', transform, width, height, fontName: font });
  }
}

interface Glyph {
  readonly unicode: string;
  readonly width: number;
}

function isGlyph(value: unknown): value is Glyph {
  if (typeof value !== 'object' || value === null) return false;
  const { unicode, width } = value as Partial<Record<string, unknown>>;
  return typeof unicode === 'string' && typeof width === 'number';
}
