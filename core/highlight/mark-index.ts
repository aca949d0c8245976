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
  /** Ids, so that a mark that changes in its place costs nothing here. */
  readonly #buckets = new Map<number, Set<AnnotationId>>();
  /** How many marks bear each tag that any bears. */
  readonly #bearers = new Map<TagId, number>();
  /** The marks that link to a mark, whether that is here or not. Another list for each change. */
  readonly #linkers = new Map<AnnotationId, readonly Annotation[]>();
  #ordered: MarkList;

  constructor(annotations: readonly Annotation[] = []) {
    for (const annotation of annotations) {
      this.#byId.set(annotation.id, annotation);
      this.#fill(annotation);
      this.#note(annotation);
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
      if (before !== undefined) this.#forget(before);
      this.#note(annotation);
      if (before !== undefined && sameSpan(before.span, annotation.span)) {
        staying.set(annotation.id, annotation);
        continue;
      }
      if (before !== undefined) {
        this.#empty(before);
        this.#ordered = this.#ordered.without(before);
      }
      this.#ordered = this.#ordered.with(annotation);
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
    this.#forget(annotation);
  }

  /** Marks that cover an offset, in reading order. */
  at(offset: number): Annotation[] {
    return this.#within([Math.floor(offset / bucketSize)])
      .filter(({ span }) => span.start <= offset && offset < span.end)
      .sort(readingOrder);
  }

  /** Marks that share at least one unit with a span, in reading order. */
  overlapping(span: Span): Annotation[] {
    return this.#within(bucketsOf(span))
      .filter((annotation) => spansOverlap(annotation.span, span))
      .sort(readingOrder);
  }

  /** The marks that some buckets hold, each once. */
  #within(buckets: Iterable<number>): Annotation[] {
    const ids = new Set<AnnotationId>();
    for (const bucket of buckets) for (const id of this.#buckets.get(bucket) ?? []) ids.add(id);
    const marks: Annotation[] = [];
    for (const id of ids) {
      const mark = this.#byId.get(id);
      if (mark !== undefined) marks.push(mark);
    }
    return marks;
  }

  #fill({ id, span }: Annotation): void {
    for (const bucket of bucketsOf(span)) {
      const filled = this.#buckets.get(bucket);
      if (filled === undefined) this.#buckets.set(bucket, new Set([id]));
      else filled.add(id);
    }
  }

  #empty({ id, span }: Annotation): void {
    for (const bucket of bucketsOf(span)) this.#buckets.get(bucket)?.delete(id);
  }

  #note(annotation: Annotation): void {
    this.#count(annotation, 1);
    for (const { to } of annotation.links ?? none) {
      const others = this.linkersOf(to).filter(({ id }) => id !== annotation.id);
      this.#linkers.set(to, [...others, annotation]);
    }
  }

  #forget(annotation: Annotation): void {
    this.#count(annotation, -1);
    for (const { to } of annotation.links ?? none) {
      const left = this.linkersOf(to).filter(({ id }) => id !== annotation.id);
      if (left.length === 0) this.#linkers.delete(to);
      else this.#linkers.set(to, left);
    }
  }

  #count({ tags }: Annotation, by: 1 | -1): void {
    for (const tag of tags) {
      const bearers = (this.#bearers.get(tag) ?? 0) + by;
      if (bearers === 0) this.#bearers.delete(tag);
      else this.#bearers.set(tag, bearers);
    }
  }
}

const none: readonly never[] = [];

function* bucketsOf(span: Span): Generator<number> {
  const last = Math.floor(Math.max(span.start, span.end - 1) / bucketSize);
  for (let bucket = Math.floor(span.start / bucketSize); bucket <= last; bucket++) yield bucket;
}
