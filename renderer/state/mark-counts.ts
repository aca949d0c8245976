import type { Counts } from '../../core/contract.ts';
import type { Change } from '../../core/edit/patch.ts';
import type { DocumentId } from '../../core/model/document.ts';
import type { TagId } from '../../core/model/tag.ts';

/**
 * How many marks bear a tag and stand in a text. It changes in place, so that an edit costs by the marks it touches; a
 * component reads one number of it and draws again when that is another.
 */
export class MarkCounts {
  readonly #tags: Map<TagId, number>;
  readonly #documents: Map<DocumentId, number>;
  #all = 0;

  constructor({ tags, documents }: Counts) {
    this.#tags = new Map(Object.entries(tags));
    this.#documents = new Map(Object.entries(documents));
    for (const count of this.#documents.values()) this.#all += count;
  }

  /** Marks of the whole library. */
  get all(): number {
    return this.#all;
  }

  ofTag(tag: TagId): number {
    return this.#tags.get(tag) ?? 0;
  }

  ofDocument(document: DocumentId): number {
    return this.#documents.get(document) ?? 0;
  }

  /** A patch carries the tags before and after wherever they differ. */
  take(change: Extract<Change, { entity: 'annotation' }>): void {
    if (change.before === null || change.after === null) {
      const by = change.after === null ? -1 : 1;
      this.#documents.set(change.document, this.ofDocument(change.document) + by);
      this.#all += by;
    }
    const before = change.before === null ? [] : change.before.tags;
    const after = change.after === null ? [] : change.after.tags;
    if (before === undefined || after === undefined) return;
    for (const tag of before) this.#tags.set(tag, this.ofTag(tag) - 1);
    for (const tag of after) this.#tags.set(tag, this.ofTag(tag) + 1);
  }
}
