import { join } from 'node:path';
import type { Result } from '../../core/contract.ts';
import type { Change } from '../../core/edit/patch.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { DocumentId } from '../../core/model/document.ts';
import { annotationsFile, type AnnotationsData } from '../../core/model/library-files.ts';
import type { Checkpointer } from './checkpointer.ts';
import type { DataFile } from './data-file.ts';
import { DocumentMarks } from './document-marks.ts';
import type { Journal } from './journal.ts';
import { failed, ok, reasonOf } from './outcome.ts';
import { openDataFile, type StoreContext } from './store-context.ts';

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
  apply(changes: readonly Change[]): void {
    const byDocument = new Map<DocumentId, Change[]>();
    for (const change of changes) {
      if (change.entity !== 'annotation') continue;
      const list = byDocument.get(change.document) ?? [];
      list.push(change);
      byDocument.set(change.document, list);
    }
    for (const [document, list] of byDocument) {
      const marks = this.get(document);
      if (marks === undefined) throw new Error(`the marks of ${document} are not loaded`);
      marks.apply(list);
      this.#markDue(document);
    }
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
    // A file that was copied in from another document would give its marks to the wrong text.
    const kind = {
      ...annotationsFile,
      schema: annotationsFile.schema.refine((data) =>
        data.annotations.every((mark) => mark.document === document),
      ),
    };
    const few = (data: AnnotationsData): boolean => data.annotations.length <= mostIndented;
    const empty = { seq: 0, annotations: [] };
    const file = await openDataFile<AnnotationsData>(this.#context, path, kind, empty, few);
    const { seq, annotations } = file.data;
    this.#journal.reached(seq);
    const marks = new DocumentMarks(annotations);
    const behind = file.outcome.state !== 'newer' && this.#journal.lastFor(document) > seq;
    if (behind) marks.apply(await this.#journal.changesAfter(document, seq));
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
      const seq = Math.max(this.#journal.applied, loaded.file.data.seq);
      await loaded.file.save({ seq, annotations: loaded.marks.ordered });
    });
  }
}

function nameOf(document: DocumentId): string {
  return `documents/${document}/annotations.json`;
}
