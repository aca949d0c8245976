import type { Annotation, AnnotationId } from '../model/annotation.ts';
import { sameSpan, spansOverlap, type Span } from '../model/span.ts';
import type { TagId } from '../model/tag.ts';
import { MarkList, readingOrder } from './mark-list.ts';

const bucketSize = 1024;

/**
 * The marks of one document by id, in reading order and by place. It changes in place, because a change must cost by
 * what changed: adding one of n marks is a binary search and a copy of one chunk, a look-up reads one bucket of 1,024
 * units. Whoever holds it is told of changes by its owner.
 */
export class MarkIndex {
  readonly #byId = new Map<AnnotationId, Annotation>();
  readonly #buckets = new Map<number, Set<Annotation>>();
  /** How many marks bear each tag that any bears. */
  readonly #bearers = new Map<TagId, number>();
  /** The marks that link to a mark, whether that is here or not. Another list for each change. */
  readonly #linkers = new Map<AnnotationId, readonly Annotation[]>();
  #ordered: MarkList;

  constructor(annotations: readonly Annotation[] = []) {
    for (const annotation of annotations) {
      this.#byId.set(annotation.id, annotation);
      this.#fill(annotation);
    }
    this.#ordered = MarkList.of(this.#byId.values());
  }

  get size(): number {
    return this.#byId.size;
  }

  /** How many tags the marks have among them. */
  get tagCount(): number {
    return this.#bearers.size;
  }

  get(id: AnnotationId): Annotation | undefined {
    return this.#byId.get(id);
  }

  /** In reading order. The list is not changed later: each change makes a new one. */
  ordered(): MarkList {
    return this.#ordered;
  }

  /** The marks here that link to one. */
  linkersOf(id: AnnotationId): readonly Annotation[] {
    return this.#linkers.get(id) ?? none;
  }

  /** Adds a mark or replaces the one of the same id. */
  put(annotation: Annotation): void {
    this.putAll([annotation]);
  }

  /** The same for many. Those that stay where they are, as with other tags, cost one copy of the list among them. */
  putAll(annotations: Iterable<Annotation>): void {
    const staying = new Map<AnnotationId, Annotation>();
    for (const annotation of annotations) {
      const before = this.#byId.get(annotation.id);
      this.#byId.set(annotation.id, annotation);
      if (before !== undefined) this.#empty(before);
      if (before !== undefined && sameSpan(before.span, annotation.span)) {
        staying.set(annotation.id, annotation);
      } else {
        if (before !== undefined) this.#ordered = this.#ordered.without(before);
        this.#ordered = this.#ordered.with(annotation);
      }
      this.#fill(annotation);
    }
    if (staying.size > 0) this.#ordered = this.#ordered.replacing(staying);
  }

  delete(id: AnnotationId): void {
    const annotation = this.#byId.get(id);
    if (annotation === undefined) return;
    this.#ordered = this.#ordered.without(annotation);
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

  #fill(annotation: Annotation): void {
    for (const bucket of bucketsOf(annotation.span)) {
      const filled = this.#buckets.get(bucket);
      if (filled === undefined) this.#buckets.set(bucket, new Set([annotation]));
      else filled.add(annotation);
    }
    for (const { to } of annotation.links ?? []) {
      this.#linkers.set(to, [
        ...this.linkersOf(to).filter((each) => each !== annotation),
        annotation,
      ]);
    }
    this.#count(annotation, 1);
  }

  #empty(annotation: Annotation): void {
    for (const bucket of bucketsOf(annotation.span)) this.#buckets.get(bucket)?.delete(annotation);
    for (const { to } of annotation.links ?? []) {
      const left = this.linkersOf(to).filter((each) => each !== annotation);
      if (left.length === 0) this.#linkers.delete(to);
      else this.#linkers.set(to, left);
    }
    this.#count(annotation, -1);
  }

  #count({ tags }: Annotation, by: 1 | -1): void {
    for (const tag of tags) {
      const bearers = (this.#bearers.get(tag) ?? 0) + by;
      if (bearers === 0) this.#bearers.delete(tag);
      else this.#bearers.set(tag, bearers);
    }
  }
}

const none: readonly Annotation[] = [];

function* bucketsOf(span: Span): Generator<number> {
  const last = Math.floor(Math.max(span.start, span.end - 1) / bucketSize);
  for (let bucket = Math.floor(span.start / bucketSize); bucket <= last; bucket++) yield bucket;
}
