import { join } from 'node:path';
import { entryKind, tagKind, type Versions } from '../../core/merge/versions.ts';
import type { DocumentEntry, DocumentId } from '../../core/model/document.ts';
import {
  libraryFile,
  tagsFile,
  type LibraryData,
  type TagsData,
} from '../../core/model/library-files.ts';
import type { Tag, TagId } from '../../core/model/tag.ts';
import type { Checkpointer } from './checkpointer.ts';
import type { DataFile } from './data-file.ts';
import { compareText } from './document-marks.ts';
import type { Journal } from './journal.ts';
import type { JournalRecord, TimedChange } from './journal-lines.ts';
import { changesSince } from './replay.ts';
import { Shelf } from './shelf.ts';
import { isOwn, openDataFile, writerOf, type StoreContext } from './store-context.ts';

/** The documents and the codebook: library.json and tags.json in memory. */
export class Catalogue {
  readonly #context: StoreContext;
  readonly #libraryFile: DataFile<LibraryData>;
  readonly #tagsFile: DataFile<TagsData>;
  readonly #documents: Shelf<DocumentEntry>;
  readonly #tags: Shelf<Tag>;

  private constructor(
    context: StoreContext,
    libraryData: DataFile<LibraryData>,
    tagsData: DataFile<TagsData>,
  ) {
    this.#context = context;
    this.#libraryFile = libraryData;
    this.#tagsFile = tagsData;
    this.#documents = new Shelf('document', entryKind, entriesOf(libraryData.data));
    this.#tags = new Shelf('tag', tagKind, tagsOf(tagsData.data));
  }

  static async open(context: StoreContext): Promise<Catalogue> {
    const path = (name: string): string => join(context.folder, name);
    const indented = (): boolean => true;
    const empty = { seq: 0, removed: [], touched: {} };
    const documents = await openDataFile<LibraryData>(
      context,
      path('library.json'),
      libraryFile,
      { ...empty, documents: [] },
      indented,
      true,
    );
    const tags = await openDataFile<TagsData>(
      context,
      path('tags.json'),
      tagsFile,
      { ...empty, tags: [] },
      indented,
      true,
    );
    const catalogue = new Catalogue(context, documents, tags);
    await catalogue.#takeCopies();
    return catalogue;
  }

  /** The number of the newest change of our own history that one of the files has. */
  get known(): number {
    return Math.max(this.#own(this.#libraryFile.data), this.#own(this.#tagsFile.data));
  }

  get newer(): boolean {
    return [this.#libraryFile, this.#tagsFile].some(({ outcome }) => outcome.state === 'newer');
  }

  /** Whether library.json was there, whole or as its last good copy. */
  get found(): boolean {
    const { state } = this.#libraryFile.outcome;
    return state !== 'absent' && state !== 'lost';
  }

  get files(): { readonly document: DataFile<LibraryData>; readonly tag: DataFile<TagsData> } {
    return { document: this.#libraryFile, tag: this.#tagsFile };
  }

  get shelves(): { readonly document: Shelf<DocumentEntry>; readonly tag: Shelf<Tag> } {
    return { document: this.#documents, tag: this.#tags };
  }

  documents(): readonly DocumentEntry[] {
    return this.#documents.all();
  }

  document(id: DocumentId): DocumentEntry | undefined {
    return this.#documents.get(id);
  }

  /** By age, so that the order does not depend on what was undone and redone. */
  tags(): readonly Tag[] {
    return [...this.#tags.all()].sort(
      (a, b) => compareText(a.created, b.created) || compareText(a.id, b.id),
    );
  }

  tag(id: TagId): Tag | undefined {
    return this.#tags.get(id);
  }

  /** Brings both files up to the journal and says what was wrong with them; they are due where they changed. */
  replay(records: readonly JournalRecord[], journal: Journal, checkpointer: Checkpointer): void {
    const { notices } = this.#context;
    const each = [
      { file: this.#libraryFile, shelf: this.#documents, entity: 'document', name: 'library.json' },
      { file: this.#tagsFile, shelf: this.#tags, entity: 'tag', name: 'tags.json' },
    ] as const;
    for (const { file, shelf, entity, name } of each) {
      notices.fileRead(name, file.outcome, journal.complete);
      const over = !isOwn(this.#context, file.data);
      const changes = changesSince(records, this.#own(file.data));
      const mine = changes.filter(({ change }) => change.entity === entity);
      shelf.apply(mine, over);
      if (mine.length > 0 || file.outcome.state !== 'good')
        this.markDue(entity, journal, checkpointer);
    }
  }

  /** Applies changes that are in the journal already. */
  apply(changes: readonly TimedChange[], journal: Journal, checkpointer: Checkpointer): void {
    this.#documents.apply(changes);
    this.#tags.apply(changes);
    for (const entity of ['document', 'tag'] as const) {
      if (changes.some(({ change }) => change.entity === entity)) {
        this.markDue(entity, journal, checkpointer);
      }
    }
  }

  /** Takes in documents that were found in their folders. */
  adopt(entries: readonly DocumentEntry[], journal: Journal, checkpointer: Checkpointer): void {
    for (const entry of entries) this.#documents.put(entry);
    this.markDue('document', journal, checkpointer);
  }

  async refreshCopies(): Promise<void> {
    await this.#libraryFile.refreshCopy();
    await this.#tagsFile.refreshCopy();
  }

  markDue(entity: 'document' | 'tag', journal: Journal, checkpointer: Checkpointer): void {
    const file = entity === 'document' ? this.#libraryFile : this.#tagsFile;
    if (!this.#context.write || file.outcome.state === 'newer') return;
    const save = async (): Promise<'later' | null> => {
      const common = { seq: journal.applied, ...writerOf(this.#context) };
      const saved = await (entity === 'document'
        ? this.#libraryFile.save({ ...common, ...libraryDataOf(this.#documents.versions()) })
        : this.#tagsFile.save({ ...common, ...tagsDataOf(this.#tags.versions()) }));
      return saved ? null : 'later';
    };
    checkpointer.mark(entity === 'document' ? 'library.json' : 'tags.json', save);
  }

  /** Where another machine's file stands in the place of ours, our last one is taken in too. */
  async #takeCopies(): Promise<void> {
    if (!isOwn(this.#context, this.#libraryFile.data)) {
      const copy = await this.#libraryFile.readCopy();
      if (copy !== null && isOwn(this.#context, copy)) this.#documents.absorb(entriesOf(copy));
    }
    if (!isOwn(this.#context, this.#tagsFile.data)) {
      const copy = await this.#tagsFile.readCopy();
      if (copy !== null && isOwn(this.#context, copy)) this.#tags.absorb(tagsOf(copy));
    }
  }

  #own(data: LibraryData | TagsData): number {
    return isOwn(this.#context, data) ? data.seq : 0;
  }
}

export function entriesOf({ documents, removed, touched }: LibraryData): Versions<DocumentEntry> {
  return { present: documents, removed, touched };
}

export function tagsOf({ tags, removed, touched }: TagsData): Versions<Tag> {
  return { present: tags, removed, touched };
}

function libraryDataOf({ present, ...rest }: Versions<DocumentEntry>) {
  return { documents: present, ...rest };
}

function tagsDataOf({ present, ...rest }: Versions<Tag>) {
  const tags = present.toSorted((a, b) => tagKind.order(a, b));
  return { tags, ...rest };
}
