import { join } from 'node:path';
import type { Result } from '../../core/contract.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import type { Versions } from '../../core/merge/versions.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { DocumentId } from '../../core/model/document.ts';
import {
  annotationsFile,
  type AnnotationsData,
  type FileKind,
} from '../../core/model/library-files.ts';
import type { Checkpointer } from './checkpointer.ts';
import type { DataFile } from './data-file.ts';
import { DocumentMarks } from './document-marks.ts';
import type { Journal } from './journal.ts';
import type { TimedChange } from './journal-lines.ts';
import { failed, ok, reasonOf } from './outcome.ts';
import { isOwn, openDataFile, writerOf, type StoreContext } from './store-context.ts';

/** Up to so many marks a file is indented for the eye; beyond, speed and size count more. */
const mostIndented = 1000;

interface Loaded {
  readonly marks: DocumentMarks;
  readonly file: DataFile<AnnotationsData>;
}

/** The marks of all documents: read from each document's file when first asked for, kept from then on. */
export class MarksStore {
  readonly #context: StoreContext;
  readonly #journal: Journal;
  readonly #checkpointer: Checkpointer;
  readonly #loaded = new Map<DocumentId, Loaded>();
  readonly #loading = new Map<DocumentId, Promise<Result<DocumentMarks>>>();

  constructor(context: StoreContext, journal: Journal, checkpointer: Checkpointer) {
    this.#context = context;
    this.#journal = journal;
    this.#checkpointer = checkpointer;
  }

  /** The marks of a document that has been loaded. */
  get(document: DocumentId): DocumentMarks | undefined {
    return this.#loaded.get(document)?.marks;
  }

  load(document: DocumentId): Promise<Result<DocumentMarks>> {
    const there = this.get(document);
    if (there !== undefined) return Promise.resolve(ok(there));
    const running = this.#loading.get(document) ?? this.#read(document);
    this.#loading.set(document, running);
    return running;
  }

  all(): Iterable<readonly [DocumentId, readonly Annotation[]]> {
    return [...this.#loaded].map(([id, { marks }]) => [id, marks.ordered] as const);
  }

  /** Applies changes that are in the journal already; the documents must be loaded. */
  apply(changes: readonly TimedChange[]): void {
    const byDocument = new Map<DocumentId, TimedChange[]>();
    for (const timed of changes) {
      const { change } = timed;
      if (change.entity !== 'annotation') continue;
      const list = byDocument.get(change.document) ?? [];
      list.push(timed);
      byDocument.set(change.document, list);
    }
    for (const [document, list] of byDocument) {
      const marks = this.get(document);
      if (marks === undefined) throw new Error(`the marks of ${document} are not loaded`);
      marks.apply(list);
      this.#markDue(document);
    }
  }

  /** Takes in what another version of a loaded document's file has. */
  absorb(document: DocumentId, other: Versions<Annotation>): void {
    this.#loaded.get(document)?.marks.absorb(other);
  }

  /** The file of a document that has been loaded. */
  file(document: DocumentId): DataFile<AnnotationsData> | undefined {
    return this.#loaded.get(document)?.file;
  }

  /** The document is gone for good: nothing is written to its folder any more. */
  drop(document: DocumentId): void {
    this.#loaded.delete(document);
  }

  /** Writes the file again although nothing changed: somebody took it away. */
  writeAgain(document: DocumentId): void {
    this.#markDue(document);
  }

  /** Keeps of removed marks only that they were removed; answers with how many there were. */
  forgetRemoved(): number {
    let count = 0;
    for (const [document, { marks }] of this.#loaded) {
      const forgotten = marks.lifetimes.forget();
      if (forgotten > 0) this.#markDue(document);
      count += forgotten;
    }
    return count;
  }

  /** Makes the last good copy hold what the journal is about to forget. */
  async refreshCopy(document: DocumentId): Promise<void> {
    await this.#loaded.get(document)?.file.refreshCopy();
  }

  async #read(document: DocumentId): Promise<Result<DocumentMarks>> {
    try {
      const loaded = await this.#open(document);
      this.#loaded.set(document, loaded);
      return ok(loaded.marks);
    } catch (error) {
      const message = storeMessages.unreadable(nameOf(document), reasonOf(error));
      return failed('unreadable-file', message);
    } finally {
      this.#loading.delete(document);
    }
  }

  async #open(document: DocumentId): Promise<Loaded> {
    const path = join(this.#context.folder, nameOf(document));
    const few = (data: AnnotationsData): boolean => data.annotations.length <= mostIndented;
    const kind = annotationsOf(document);
    const empty = { seq: 0, annotations: [], removed: [], touched: {} };
    const file = await openDataFile<AnnotationsData>(this.#context, path, kind, empty, few, true);
    const own = isOwn(this.#context, file.data);
    // The number of another machine's history says nothing here: all that ours has is looked at again.
    const seq = own ? file.data.seq : 0;
    this.#journal.reached(seq);
    const marks = new DocumentMarks(versionsOf(file.data));
    const copy = own ? null : await file.readCopy();
    if (copy !== null && isOwn(this.#context, copy)) marks.absorb(versionsOf(copy));
    const behind = file.outcome.state !== 'newer' && this.#journal.lastFor(document) > seq;
    if (behind) marks.apply(await this.#journal.changesAfter(document, seq), !own);
    const { state } = file.outcome;
    this.#context.notices.fileRead(nameOf(document), file.outcome, this.#journal.complete);
    const loaded = { marks, file };
    if (behind || state === 'restored' || state === 'lost' || state === 'migrated') {
      this.#markDue(document, loaded);
    }
    return loaded;
  }

  #markDue(document: DocumentId, loaded = this.#loaded.get(document)): void {
    if (loaded === undefined || !this.#context.write) return;
    if (loaded.file.outcome.state === 'newer') return;
    this.#checkpointer.mark(nameOf(document), async () => {
      // A folder that somebody deleted takes the text with it, not the marks.
      await this.#context.files.makeFolder(join(this.#context.folder, 'documents', document));
      const held = isOwn(this.#context, loaded.file.data) ? loaded.file.data.seq : 0;
      const seq = Math.max(this.#journal.applied, held);
      const { present, ...lifetimes } = loaded.marks.versions();
      const writer = writerOf(this.#context);
      const data = { seq, ...writer, annotations: present, ...lifetimes };
      return (await loaded.file.save(data)) ? null : 'later';
    });
  }
}

/** The kind of file that holds one document's marks: one that was copied from another would name the wrong text. */
export function annotationsOf(document: DocumentId): FileKind<AnnotationsData> {
  const fits = (data: AnnotationsData): boolean =>
    data.annotations.every((mark) => mark.document === document);
  return { ...annotationsFile, schema: annotationsFile.schema.refine(fits) };
}

export function versionsOf({
  annotations,
  removed,
  touched,
}: AnnotationsData): Versions<Annotation> {
  return { present: annotations, removed, touched };
}

function nameOf(document: DocumentId): string {
  return `documents/${document}/annotations.json`;
}
