import type { Span } from '../model/span.ts';
import { snapToGraphemes } from './graphemes.ts';
import { pieces } from './segment.ts';

/** The text of one block or table cell, with its place: no word goes past it. */
export interface TextPassage extends Span {
  readonly text: string;
}

/** The passages of a text around an offset, as far as they are here. */
export interface Passages {
  /** Those that end after an offset, in reading order. */
  readonly from: (offset: number) => Iterable<TextPassage>;
  /** Those that start before an offset, the last first. */
  readonly before: (offset: number) => Iterable<TextPassage>;
}

export type End = 'start' | 'end';

/**
 * Where the ends of a mark may stand: at the edges of words and of runs of signs, or of characters. Keeps what it cut, so
 * that a drag costs one look-up for each move.
 */
export class Stops {
  readonly #passages: Passages;
  readonly #granularity: 'grapheme' | 'word';
  readonly #language: string | undefined;
  readonly #cut = new Map<number, readonly Span[]>();

  constructor(passages: Passages, granularity: 'grapheme' | 'word', language?: string) {
    this.#passages = passages;
    this.#granularity = granularity;
    this.#language = language;
  }

  /** Moves one end to the next stop. Null where there is none before the text or the mark ends. */
  step(span: Span, end: End, by: 1 | -1): Span | null {
    const at = span[end];
    const passes = (piece: Span): boolean => (by === 1 ? piece[end] > at : piece[end] < at);
    const piece = first(by === 1 ? this.#from(at) : this.#before(at), passes);
    const next = { ...span, ...(piece === null ? {} : { [end]: piece[end] }) };
    return piece === null || next.start >= next.end ? null : next;
  }

  /** The span from a fixed offset to the stop nearest to another one, on either side. Null where none is there. */
  reach(fixed: number, at: number, moved: End): Span | null {
    const forward = at === fixed ? moved === 'end' : at > fixed;
    const end = forward ? 'end' : 'start';
    const allowed = (piece: Span): boolean => (forward ? piece.end > fixed : piece.start < fixed);
    // Only the side away from the fixed end is looked through: on the other the first stop decides.
    const beyond = first(
      forward ? this.#from(at - 1) : this.#before(at + 1),
      (piece) => (forward ? piece.end >= at : piece.start <= at) && allowed(piece),
    );
    const within = first(forward ? this.#before(at + 1) : this.#from(at - 1), (piece) =>
      forward ? piece.end <= at : piece.start >= at,
    );
    const off = (piece: Span | null): number =>
      piece === null || !allowed(piece) ? Infinity : Math.abs(piece[end] - at);
    const nearest = off(beyond) <= off(within) ? beyond : within;
    if (nearest === null) return null;
    return forward ? { start: fixed, end: nearest.end } : { start: nearest.start, end: fixed };
  }

  *#from(offset: number): Generator<Span> {
    for (const passage of this.#passages.from(offset)) {
      for (const piece of this.#pieces(passage)) if (piece.end > offset) yield piece;
    }
  }

  *#before(offset: number): Generator<Span> {
    for (const passage of this.#passages.before(offset)) {
      const found = this.#pieces(passage);
      for (let index = found.length - 1; index >= 0; index--) {
        const piece = found[index];
        if (piece !== undefined && piece.start < offset) yield piece;
      }
    }
  }

  #pieces({ start, text }: TextPassage): readonly Span[] {
    const known = this.#cut.get(start);
    if (known !== undefined) return known;
    const words = this.#granularity === 'word';
    const cut = pieces(text, this.#granularity, this.#language).map((piece) => {
      const whole = words ? snapToGraphemes(text, piece) : piece;
      return { start: whole.start + start, end: whole.end + start };
    });
    this.#cut.set(start, cut);
    return cut;
  }
}

function first(spans: Iterable<Span>, passes: (span: Span) => boolean): Span | null {
  for (const span of spans) if (passes(span)) return span;
  return null;
}
