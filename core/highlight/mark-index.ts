import type { Annotation, AnnotationId } from '../model/annotation.ts';
import { compareSpans, spansOverlap, type Span } from '../model/span.ts';

const bucketSize = 1024;

/**
 * The marks of one document by id, in reading order and by place. It changes in place, because a change must cost by
 * what changed: adding one of n marks is a binary search and a move of pointers, a look-up reads one bucket of 1,024
 * units. Whoever holds it is told of changes by its owner.
 */
export class MarkIndex {
  readonly #byId = new Map<AnnotationId, Annotation>();
  readonly #buckets = new Map<number, Set<Annotation>>();
  #ordered: Annotation[] = [];

  constructor(annotations: readonly Annotation[] = []) {
    for (const annotation of annotations) {
      this.#byId.set(annotation.id, annotation);
      this.#fill(annotation);
    }
    this.#ordered = [...this.#byId.values()].sort(readingOrder);
  }

  get size(): number {
    return this.#byId.size;
  }

  get(id: AnnotationId): Annotation | undefined {
    return this.#byId.get(id);
  }

  /** In reading order. The array is not changed later: each change makes a new one on the next call. */
  ordered(): readonly Annotation[] {
    return this.#ordered;
  }

  /** Adds a mark or replaces the one of the same id. */
  put(annotation: Annotation): void {
    const before = this.#byId.get(annotation.id);
    this.#byId.set(annotation.id, annotation);
    if (before === undefined) {
      this.#ordered = this.#ordered.toSpliced(this.#rank(annotation), 0, annotation);
    } else {
      this.#empty(before);
      this.#ordered = this.#ordered.toSpliced(this.#rank(before), 1);
      this.#ordered = this.#ordered.toSpliced(this.#rank(annotation), 0, annotation);
    }
    this.#fill(annotation);
  }

  delete(id: AnnotationId): void {
    const annotation = this.#byId.get(id);
    if (annotation === undefined) return;
    this.#ordered = this.#ordered.toSpliced(this.#rank(annotation), 1);
    this.#byId.delete(id);
    this.#empty(annotation);
  }

  /** Marks that cover an offset, in reading order. */
  at(offset: number): Annotation[] {
    const bucket = this.#buckets.get(Math.floor(offset / bucketSize)) ?? [];
    return [...bucket]
      .filter(({ span }) => span.start <= offset && offset < span.end)
      .sort(readingOrder);
  }

  /** Marks that share at least one unit with a span, in reading order. */
  overlapping(span: Span): Annotation[] {
    const found = new Set<Annotation>();
    for (const bucket of bucketsOf(span)) {
      for (const annotation of this.#buckets.get(bucket) ?? []) {
        if (spansOverlap(annotation.span, span)) found.add(annotation);
      }
    }
    return [...found].sort(readingOrder);
  }

  /** Where a mark stands, or would stand, in reading order. */
  #rank(annotation: Annotation): number {
    let low = 0;
    let high = this.#ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#ordered[middle];
      if (other !== undefined && readingOrder(other, annotation) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #fill(annotation: Annotation): void {
    for (const bucket of bucketsOf(annotation.span)) {
      const filled = this.#buckets.get(bucket);
      if (filled === undefined) this.#buckets.set(bucket, new Set([annotation]));
      else filled.add(annotation);
    }
  }

  #empty(annotation: Annotation): void {
    for (const bucket of bucketsOf(annotation.span)) this.#buckets.get(bucket)?.delete(annotation);
  }
}

/** Reading order with ids to break ties, so that every mark has one place. */
export function readingOrder(a: Annotation, b: Annotation): number {
  return compareSpans(a.span, b.span) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function* bucketsOf(span: Span): Generator<number> {
  const last = Math.floor(Math.max(span.start, span.end - 1) / bucketSize);
  for (let bucket = Math.floor(span.start / bucketSize); bucket <= last; bucket++) yield bucket;
}
