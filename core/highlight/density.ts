import { markColours, type MarkColour } from '../model/colours.ts';
import type { Span } from '../model/span.ts';

interface Coloured {
  readonly span: Span;
  readonly colour: MarkColour;
}

/** Rows `first` to `last` of a strip, both among them. */
export interface Rows {
  readonly first: number;
  readonly last: number;
}

const lanes = markColours.length;

/** The row of a strip of `rows` that shows an offset of a text of `length`; what lies outside goes to the nearest. */
export function rowOf(offset: number, length: number, rows: number): number {
  const row = Math.floor((offset * rows) / Math.max(length, 1));
  return Math.max(Math.min(row, rows - 1), 0);
}

/**
 * How many marks of each colour touch each row of a strip that stands for the whole text. Building costs by marks plus
 * rows however long the marks are; a change costs by the rows of what changed.
 */
export class Density {
  readonly rows: number;
  readonly #length: number;
  /** Row by row, a number for each colour in the order of `markColours`. */
  readonly #counts: Int32Array;

  constructor(length: number, rows: number, marks: Iterable<Coloured>) {
    this.rows = rows;
    this.#length = length;
    this.#counts = new Int32Array(rows * lanes);
    // First what each row has more than the one above it, then the sums.
    for (const { span, colour } of marks) {
      const { first, last } = this.reach(span);
      const lane = markColours.indexOf(colour);
      this.#raise(first, lane, 1);
      if (last + 1 < rows) this.#raise(last + 1, lane, -1);
    }
    for (let at = lanes; at < this.#counts.length; at++) {
      this.#counts[at] = (this.#counts[at] ?? 0) + (this.#counts[at - lanes] ?? 0);
    }
  }

  /** The rows that a span touches; an empty one touches the row it stands in. */
  reach(span: Span): Rows {
    const first = rowOf(span.start, this.#length, this.rows);
    return { first, last: Math.max(first, rowOf(span.end - 1, this.#length, this.rows)) };
  }

  add(mark: Coloured): Rows {
    return this.#change(mark, 1);
  }

  remove(mark: Coloured): Rows {
    return this.#change(mark, -1);
  }

  count(row: number, lane: number): number {
    return this.#counts[row * lanes + lane] ?? 0;
  }

  /** The most marks of one colour in one row. */
  peak(): number {
    let most = 0;
    for (const count of this.#counts) if (count > most) most = count;
    return most;
  }

  #change({ span, colour }: Coloured, by: 1 | -1): Rows {
    const reach = this.reach(span);
    const lane = markColours.indexOf(colour);
    for (let row = reach.first; row <= reach.last; row++) this.#raise(row, lane, by);
    return reach;
  }

  #raise(row: number, lane: number, by: 1 | -1): void {
    const at = row * lanes + lane;
    this.#counts[at] = (this.#counts[at] ?? 0) + by;
  }
}
