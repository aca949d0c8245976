import { applyFields, type Change } from '../../core/edit/patch.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { DocumentEntry, DocumentId } from '../../core/model/document.ts';
import type { Item } from '../../core/model/item.ts';
import type { Tag, TagId } from '../../core/model/tag.ts';

/** What a check needs to see of the library. The marks of the documents in question must be loaded. */
export interface LibraryView {
  document(id: DocumentId): DocumentEntry | undefined;
  tag(id: TagId): Tag | undefined;
  tags(): readonly Tag[];
  item(id: Item['id']): Item | undefined;
  mark(document: DocumentId, id: Annotation['id']): Annotation | undefined;
  /** Marks with a tag, in all documents that are loaded. */
  bearers(tag: TagId): readonly Annotation[];
}

/** Changes laid over a view without touching it: what the library will be once they are on disk. */
export class Draft implements LibraryView {
  readonly #base: LibraryView;
  readonly #documents = new Map<DocumentId, DocumentEntry | null>();
  readonly #tags = new Map<TagId, Tag | null>();
  readonly #items = new Map<Item['id'], Item | null>();
  readonly #marks = new Map<Annotation['id'], Annotation | null>();

  constructor(base: LibraryView) {
    this.#base = base;
  }

  document(id: DocumentId): DocumentEntry | undefined {
    return over(this.#documents, id, () => this.#base.document(id));
  }

  tag(id: TagId): Tag | undefined {
    return over(this.#tags, id, () => this.#base.tag(id));
  }

  item(id: Item['id']): Item | undefined {
    return over(this.#items, id, () => this.#base.item(id));
  }

  tags(): readonly Tag[] {
    const below = this.#base.tags().filter((tag) => !this.#tags.has(tag.id));
    return [...below, ...present(this.#tags)];
  }

  mark(document: DocumentId, id: Annotation['id']): Annotation | undefined {
    const found = over(this.#marks, id, () => this.#base.mark(document, id));
    return found?.document === document ? found : undefined;
  }

  bearers(tag: TagId): readonly Annotation[] {
    const below = this.#base.bearers(tag).filter((mark) => !this.#marks.has(mark.id));
    return [...below, ...present(this.#marks).filter((mark) => mark.tags.includes(tag))];
  }

  stage(change: Change): void {
    switch (change.entity) {
      case 'annotation': {
        const current = this.mark(change.document, change.id);
        this.#marks.set(change.id, applyFields(current, change));
        return;
      }
      case 'tag':
        this.#tags.set(change.id, applyFields(this.tag(change.id), change));
        return;
      case 'item':
        this.#items.set(change.id, applyFields(this.item(change.id), change));
        return;
      case 'document':
        this.#documents.set(change.id, applyFields(this.document(change.id), change));
        return;
    }
  }
}

function over<K, V>(layer: ReadonlyMap<K, V | null>, key: K, below: () => V | undefined) {
  const found = layer.get(key);
  return found === undefined ? below() : (found ?? undefined);
}

function present<V>(layer: ReadonlyMap<unknown, V | null>): V[] {
  return [...layer.values()].filter((value) => value !== null);
}
