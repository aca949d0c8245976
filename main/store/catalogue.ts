import { entryKind, itemKind, tagKind, type Versions } from '../../core/merge/versions.ts';
import type { DocumentEntry, DocumentId } from '../../core/model/document.ts';
import type { Item } from '../../core/model/item.ts';
import {
  itemsFile,
  libraryFile,
  tagsFile,
  type ItemsData,
  type LibraryData,
  type TagsData,
} from '../../core/model/library-files.ts';
import type { Tag, TagId } from '../../core/model/tag.ts';
import type { Checkpointer } from './checkpointer.ts';
import { compareText } from './document-marks.ts';
import type { Journal } from './journal.ts';
import type { JournalRecord, TimedChange } from './journal-lines.ts';
import { ShelfFile, type ShelfKind } from './shelf-file.ts';
import type { Shelf } from './shelf.ts';
import type { StoreContext } from './store-context.ts';

interface ShelfFiles {
  readonly document: ShelfFile<DocumentEntry, LibraryData>;
  readonly tag: ShelfFile<Tag, TagsData>;
  readonly item: ShelfFile<Item, ItemsData>;
}

/** The documents, the codebook and what stands beside: library.json, tags.json and items.json in memory. */
export class Catalogue {
  readonly files: ShelfFiles;

  private constructor(files: ShelfFiles) {
    this.files = files;
  }

  static async open(context: StoreContext): Promise<Catalogue> {
    const catalogue = new Catalogue({
      document: await ShelfFile.open(context, documentShelf),
      tag: await ShelfFile.open(context, tagShelf),
      item: await ShelfFile.open(context, itemShelf),
    });
    for (const each of catalogue.#all()) await each.takeCopy();
    return catalogue;
  }

  /** The number of the newest change of our own history that one of the files has. */
  get known(): number {
    return Math.max(...this.#all().map(({ known }) => known));
  }

  get newer(): boolean {
    return this.#all().some(({ file }) => file.outcome.state === 'newer');
  }

  /** Whether library.json was there, whole or as its last good copy. */
  get found(): boolean {
    const { state } = this.files.document.file.outcome;
    return state !== 'absent' && state !== 'lost';
  }

  get shelves(): {
    readonly document: Shelf<DocumentEntry>;
    readonly tag: Shelf<Tag>;
    readonly item: Shelf<Item>;
  } {
    const { document, tag, item } = this.files;
    return { document: document.shelf, tag: tag.shelf, item: item.shelf };
  }

  documents(): readonly DocumentEntry[] {
    return this.shelves.document.all();
  }

  document(id: DocumentId): DocumentEntry | undefined {
    return this.shelves.document.get(id);
  }

  /** By age, so that the order does not depend on what was undone and redone. */
  tags(): readonly Tag[] {
    return byAge(this.shelves.tag.all());
  }

  tag(id: TagId): Tag | undefined {
    return this.shelves.tag.get(id);
  }

  items(): readonly Item[] {
    return byAge(this.shelves.item.all());
  }

  item(id: Item['id']): Item | undefined {
    return this.shelves.item.get(id);
  }

  /** Brings the files up to the journal and says what was wrong with them; they are due where they changed. */
  replay(records: readonly JournalRecord[], journal: Journal, checkpointer: Checkpointer): void {
    for (const each of this.#all()) each.replay(records, journal, checkpointer);
  }

  /** Applies changes that are in the journal already. */
  apply(changes: readonly TimedChange[], journal: Journal, checkpointer: Checkpointer): void {
    for (const each of this.#all()) each.apply(changes, journal, checkpointer);
  }

  /** Takes in documents that were found in their folders. */
  adopt(entries: readonly DocumentEntry[], journal: Journal, checkpointer: Checkpointer): void {
    for (const entry of entries) this.shelves.document.put(entry);
    this.markDue('document', journal, checkpointer);
  }

  async refreshCopies(): Promise<void> {
    for (const { file } of this.#all()) await file.refreshCopy();
  }

  markDue(entity: keyof ShelfFiles, journal: Journal, checkpointer: Checkpointer): void {
    this.files[entity].markDue(journal, checkpointer);
  }

  #all(): readonly ShelfFiles[keyof ShelfFiles][] {
    const { document, tag, item } = this.files;
    return [document, tag, item];
  }
}

interface Aged {
  readonly id: string;
  readonly created: string;
}

function byAge<E extends Aged>(all: readonly E[]): readonly E[] {
  return all.toSorted((a, b) => compareText(a.created, b.created) || compareText(a.id, b.id));
}

const empty = { seq: 0, removed: [], touched: {} };

const documentShelf: ShelfKind<DocumentEntry, LibraryData> = {
  name: 'library.json',
  entity: 'document',
  file: libraryFile,
  kind: entryKind,
  empty: { ...empty, documents: [] },
  versionsIn: entriesOf,
  dataOf: ({ present, ...rest }, common) => ({ ...common, documents: present, ...rest }),
  always: true,
};

const tagShelf: ShelfKind<Tag, TagsData> = {
  name: 'tags.json',
  entity: 'tag',
  file: tagsFile,
  kind: tagKind,
  empty: { ...empty, tags: [] },
  versionsIn: tagsOf,
  dataOf: ({ present, ...rest }, common) => ({
    ...common,
    tags: present.toSorted((a, b) => tagKind.order(a, b)),
    ...rest,
  }),
  always: true,
};

const itemShelf: ShelfKind<Item, ItemsData> = {
  name: 'items.json',
  entity: 'item',
  file: itemsFile,
  kind: itemKind,
  empty: { ...empty, items: [] },
  versionsIn: itemsOf,
  dataOf: ({ present, ...rest }, common) => ({
    ...common,
    items: present.toSorted((a, b) => itemKind.order(a, b)),
    ...rest,
  }),
  always: false,
};

export function entriesOf({ documents, removed, touched }: LibraryData): Versions<DocumentEntry> {
  return { present: documents, removed, touched };
}

export function tagsOf({ tags, removed, touched }: TagsData): Versions<Tag> {
  return { present: tags, removed, touched };
}

export function itemsOf({ items, removed, touched }: ItemsData): Versions<Item> {
  return { present: items, removed, touched };
}
