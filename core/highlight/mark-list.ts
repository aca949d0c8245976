import type { Annotation, AnnotationId } from '../model/annotation.ts';
import { compareSpans } from '../model/span.ts';

type Chunk = readonly Annotation[];

/** A chunk beyond this is cut in two. A change copies one chunk and the list of chunks, whatever the length. */
const mostInChunk = 512;

/** What a filter gave for each chunk: with it a list that changed in one place is filtered in one place. */
export type Sieved = WeakMap<Chunk, Chunk>;

/** Marks in reading order, at hand by their place. Never changes: each change makes a new list that shares most of it. */
export class MarkList {
  readonly #chunks: readonly Chunk[];
  /** How many marks stand before each chunk. */
  readonly #before: readonly number[];
  readonly length: number;

  private constructor(chunks: readonly Chunk[]) {
    const before: number[] = [];
    let length = 0;
    for (const chunk of chunks) {
      before.push(length);
      length += chunk.length;
    }
    this.#chunks = chunks;
    this.#before = before;
    this.length = length;
  }

  static of(marks: Iterable<Annotation>): MarkList {
    const sorted = [...marks].sort(readingOrder);
    const chunks: Chunk[] = [];
    const size = mostInChunk / 2;
    for (let at = 0; at < sorted.length; at += size) chunks.push(sorted.slice(at, at + size));
    return new MarkList(chunks);
  }

  at(index: number): Annotation | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const chunk = firstWhere(this.#before.length, (each) => (this.#before[each] ?? 0) > index) - 1;
    return this.#chunks[chunk]?.[index - (this.#before[chunk] ?? 0)];
  }

  /** Where a mark stands; -1 where it is not in the list. */
  indexOf(mark: Annotation): number {
    const { chunk, at } = this.#place(mark);
    return this.#chunks[chunk]?.[at]?.id === mark.id ? (this.#before[chunk] ?? 0) + at : -1;
  }

  /** How many marks start before an offset. */
  startingBefore(offset: number): number {
    const chunk = firstWhere(this.#chunks.length, (each) => {
      const last = this.#chunks[each]?.at(-1);
      return last !== undefined && last.span.start >= offset;
    });
    const marks = this.#chunks[chunk] ?? [];
    const at = firstWhere(marks.length, (each) => (marks[each]?.span.start ?? 0) >= offset);
    return (this.#before[chunk] ?? this.length) + at;
  }

  /** With a mark that is not in it yet. */
  with(mark: Annotation): MarkList {
    const { chunk, at } = this.#place(mark);
    const marks = this.#chunks[chunk];
    if (marks === undefined) return new MarkList([...this.#chunks, [mark]]);
    const next = marks.toSpliced(at, 0, mark);
    const half = next.length >> 1;
    const parts = next.length <= mostInChunk ? [next] : [next.slice(0, half), next.slice(half)];
    return new MarkList(this.#chunks.toSpliced(chunk, 1, ...parts));
  }

  without(mark: Annotation): MarkList {
    const { chunk, at } = this.#place(mark);
    const marks = this.#chunks[chunk];
    if (marks?.[at]?.id !== mark.id) return this;
    const rest = marks.toSpliced(at, 1);
    return new MarkList(this.#chunks.toSpliced(chunk, 1, ...(rest.length === 0 ? [] : [rest])));
  }

  /** With other marks in the place of those of the same id and span. */
  replacing(marks: ReadonlyMap<AnnotationId, Annotation>): MarkList {
    const touched = new Map<number, Annotation[]>();
    for (const mark of marks.values()) {
      const { chunk, at } = this.#place(mark);
      let copy = touched.get(chunk);
      if (copy === undefined) {
        copy = [...(this.#chunks[chunk] ?? [])];
        touched.set(chunk, copy);
      }
      if (copy[at]?.id === mark.id) copy[at] = mark;
    }
    return new MarkList(this.#chunks.map((chunk, index) => touched.get(index) ?? chunk));
  }

  /** The marks that pass. `known` is to be a new one for every other question. */
  filter(passes: (mark: Annotation) => boolean, known: Sieved = new WeakMap()): MarkList {
    const chunks: Chunk[] = [];
    for (const chunk of this.#chunks) {
      let passed = known.get(chunk);
      if (passed === undefined) {
        passed = chunk.filter(passes);
        known.set(chunk, passed);
      }
      if (passed.length > 0) chunks.push(passed);
    }
    return new MarkList(chunks);
  }

  *[Symbol.iterator](): Iterator<Annotation> {
    for (const chunk of this.#chunks) yield* chunk;
  }

  /** Where a mark stands, or would stand; past the end it belongs to the last chunk. */
  #place(mark: Annotation): { readonly chunk: number; readonly at: number } {
    const notBefore = (other: Annotation | undefined): boolean =>
      other !== undefined && readingOrder(other, mark) >= 0;
    const found = firstWhere(this.#chunks.length, (each) => notBefore(this.#chunks[each]?.at(-1)));
    const chunk = Math.max(0, Math.min(found, this.#chunks.length - 1));
    const marks = this.#chunks[chunk] ?? [];
    return { chunk, at: firstWhere(marks.length, (each) => notBefore(marks[each])) };
  }
}

/** Reading order with ids to break ties, so that every mark has one place. */
export function readingOrder(a: Annotation, b: Annotation): number {
  return compareSpans(a.span, b.span) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The first of `count` numbers from 0 for which something is true that stays true from there on; else `count`. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
