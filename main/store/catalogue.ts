import { join } from 'node:path';
import { applyFields, type Change } from '../../core/edit/patch.ts';
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
import type { JournalRecord } from './journal-lines.ts';
import { changesSince } from './replay.ts';
import { openDataFile, type StoreContext } from './store-context.ts';

/** The documents and the codebook: library.json and tags.json in memory. */
export class Catalogue {
  readonly #context: StoreContext;
  readonly #libraryFile: DataFile<LibraryData>;
  readonly #tagsFile: DataFile<TagsData>;
  readonly #documents: Map<DocumentId, DocumentEntry>;
  readonly #tags: Map<TagId, Tag>;

  private constructor(
    context: StoreContext,
    libraryData: DataFile<LibraryData>,
    tagsData: DataFile<TagsData>,
  ) {
    this.#context = context;
    this.#libraryFile = libraryData;
    this.#tagsFile = tagsData;
    this.#documents = new Map(libraryData.data.documents.map((entry) => [entry.id, entry]));
    this.#tags = new Map(tagsData.data.tags.map((tag) => [tag.id, tag]));
  }

  static async open(context: StoreContext): Promise<Catalogue> {
    const path = (name: string): string => join(context.folder, name);
    const documents = await openDataFile<LibraryData>(context, path('library.json'), libraryFile, {
      seq: 0,
      documents: [],
    });
    const tags = await openDataFile<TagsData>(context, path('tags.json'), tagsFile, {
      seq: 0,
      tags: [],
    });
    return new Catalogue(context, documents, tags);
  }

  /** The number of the newest change that one of the files has. */
  get known(): number {
    return Math.max(this.#libraryFile.data.seq, this.#tagsFile.data.seq);
  }

  get newer(): boolean {
    return [this.#libraryFile, this.#tagsFile].some(({ outcome }) => outcome.state === 'newer');
  }

  /** Whether library.json was there, whole or as its last good copy. */
  get found(): boolean {
    const { state } = this.#libraryFile.outcome;
    return state !== 'absent' && state !== 'lost';
  }

  documents(): readonly DocumentEntry[] {
    return [...this.#documents.values()];
  }

  document(id: DocumentId): DocumentEntry | undefined {
    return this.#documents.get(id);
  }

  /** By age, so that the order does not depend on what was undone and redone. */
  tags(): readonly Tag[] {
    return [...this.#tags.values()].sort(
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
      { file: this.#libraryFile, entity: 'document', name: 'library.json' },
      { file: this.#tagsFile, entity: 'tag', name: 'tags.json' },
    ] as const;
    for (const { file, entity, name } of each) {
      notices.fileRead(name, file.outcome, journal.complete);
      const changes = changesSince(records, file.data.seq);
      const mine = changes.filter((change) => change.entity === entity);
      this.#change(mine);
      if (mine.length > 0 || file.outcome.state !== 'good')
        this.#markDue(entity, journal, checkpointer);
    }
  }

  /** Applies changes that are in the journal already. */
  apply(changes: readonly Change[], journal: Journal, checkpointer: Checkpointer): void {
    this.#change(changes);
    for (const entity of ['document', 'tag'] as const) {
      if (changes.some((change) => change.entity === entity)) {
        this.#markDue(entity, journal, checkpointer);
      }
    }
  }

  /** Takes in documents that were found in their folders. */
  adopt(entries: readonly DocumentEntry[], journal: Journal, checkpointer: Checkpointer): void {
    for (const entry of entries) this.#documents.set(entry.id, entry);
    this.#markDue('document', journal, checkpointer);
  }

  async refreshCopies(): Promise<void> {
    await this.#libraryFile.refreshCopy();
    await this.#tagsFile.refreshCopy();
  }

  #change(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.entity === 'document') {
        set(this.#documents, change.id, applyFields(this.#documents.get(change.id), change));
      } else if (change.entity === 'tag') {
        set(this.#tags, change.id, applyFields(this.#tags.get(change.id), change));
      }
    }
  }

  #markDue(entity: 'document' | 'tag', journal: Journal, checkpointer: Checkpointer): void {
    const file = entity === 'document' ? this.#libraryFile : this.#tagsFile;
    if (!this.#context.write || file.outcome.state === 'newer') return;
    const save =
      entity === 'document'
        ? () => this.#libraryFile.save({ seq: journal.applied, documents: this.documents() })
        : () => this.#tagsFile.save({ seq: journal.applied, tags: this.tags() });
    checkpointer.mark(entity === 'document' ? 'library.json' : 'tags.json', save);
  }
}

function set<K, V>(map: Map<K, V>, key: K, value: V | null): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}
