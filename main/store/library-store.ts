import type {
  Counts,
  Found,
  HistoryItem,
  Notice,
  Result,
  SectionContent,
  SectionInfo,
} from '../../core/contract.ts';
import { historyState, type HistoryState } from '../../core/edit/history.ts';
import type { Patch } from '../../core/edit/patch.ts';
import { changesTo, historyItems } from '../../core/edit/time-travel.ts';
import { careMessages } from '../../core/messages/en/care.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type {
  DocumentContent,
  DocumentEntry,
  DocumentId,
  ReadingPlace,
} from '../../core/model/document.ts';
import type { Item } from '../../core/model/item.ts';
import type { DocumentPages } from '../../core/model/pages.ts';
import type { Tag, TagId } from '../../core/model/tag.ts';
import { Backups } from './backup/backups.ts';
import type { OpenCopy } from './backup/check-backup.ts';
import { BinKeeper } from './bin.ts';
import { discard, documentFolder, placeDocument } from './document-folder.ts';
import { CodebookKeeper } from './codebook-keeper.ts';
import { Edits, type Edited, type Plan } from './edits.ts';
import type {
  AppliedEdit,
  FindRequest,
  Library,
  NewDocument,
  RemovedMark,
} from './library-types.ts';
import { additionPatch, newDocumentId, newEntry } from './new-entry.ts';
import { failed, ok, reasonOf, type Failed } from './outcome.ts';
import type { OpenParts } from './open-parts.ts';
import type { PassageFinder } from './passages.ts';
import { repairLibrary } from './verify/repair-library.ts';
import type { Outside } from './outside.ts';
import { forgetRemoved, removedMarksOf } from './removed-marks.ts';

/** The open library: hands each call to the part that knows how. */
export class LibraryStore implements Library {
  readonly #parts: OpenParts;
  readonly #outside: Outside;
  readonly #edits: Edits;
  readonly passages: PassageFinder;
  readonly codebook: CodebookKeeper;
  readonly bin: BinKeeper;
  readonly backups: Backups;
  #closed = false;

  /** `openCopy` opens a restored backup for reading. */
  constructor(parts: OpenParts, outside: Outside, openCopy: OpenCopy) {
    this.#outside = outside;
    const refusal = (): Failed | null => this.#refusal();
    const edits = new Edits(parts, refusal);
    this.#parts = parts;
    this.#edits = edits;
    this.passages = parts.passages;
    this.codebook = new CodebookKeeper(parts, edits);
    this.bin = new BinKeeper(parts, edits, refusal);
    this.backups = new Backups({ parts, edits, refusal, openCopy });
  }

  get folder(): string {
    return this.#parts.context.folder;
  }

  get writable(): boolean {
    const { write, notices } = this.#parts.context;
    return write && !notices.newer;
  }

  documents(): readonly DocumentEntry[] {
    return this.#parts.catalogue.documents();
  }

  tags(): readonly Tag[] {
    return this.#parts.catalogue.tags();
  }

  items(): readonly Item[] {
    return this.#parts.catalogue.items();
  }

  places(): Readonly<Record<DocumentId, ReadingPlace>> {
    return this.#parts.places.all();
  }

  history(): HistoryState {
    return historyState(this.#parts.queue.history);
  }

  notices(): readonly Notice[] {
    return this.#parts.context.notices.all();
  }

  async content(id: DocumentId): Promise<Result<DocumentContent>> {
    const opened = await this.#with(id, (entry) => this.#parts.contents.open(entry));
    return opened.ok ? ok(opened.value.content) : opened;
  }

  async annotations(id: DocumentId): Promise<Result<readonly Annotation[]>> {
    const marks = await this.#with(id, () => this.#parts.marks.load(id));
    return marks.ok ? ok(marks.value.ordered) : marks;
  }

  sections(id: DocumentId): Promise<Result<readonly SectionInfo[]>> {
    return this.#with(id, (entry) => this.#parts.contents.sections(entry));
  }

  section(id: DocumentId, index: number): Promise<Result<SectionContent>> {
    return this.#with(id, (entry) => this.#parts.contents.section(entry, index));
  }

  source(id: DocumentId): Promise<Result<Uint8Array>> {
    return this.#with(id, (entry) => this.#parts.contents.source(entry));
  }

  pages(id: DocumentId): Promise<Result<DocumentPages>> {
    return this.#with(id, (entry) => this.#parts.contents.pages(entry));
  }

  picture(id: DocumentId, file: string): Promise<Result<Uint8Array>> {
    return this.#with(id, (entry) => this.#parts.contents.picture(entry, file));
  }

  findMarks(request: FindRequest): Promise<Found | null> {
    return this.#parts.finder.find(this.#shown(), this.#parts.catalogue.shelves.tag.all(), request);
  }

  counts(): Promise<Counts> {
    return this.#parts.finder.count(this.#shown());
  }

  known(sha256: string, variant: DocumentContent['variant']): DocumentEntry | null {
    const same = this.documents().filter(
      (entry) => entry.sha256 === sha256 && entry.variant === variant,
    );
    return same.find((entry) => entry.removed === null) ?? same[0] ?? null;
  }

  async add(
    document: NewDocument,
  ): Promise<Result<AppliedEdit & { readonly entry: DocumentEntry }>> {
    const { context, catalogue, queue } = this.#parts;
    const { stamp, files, folder } = context;
    const refusal = this.#refusal();
    if (refusal !== null) return refusal;
    let id = newDocumentId(stamp);
    while (catalogue.document(id) !== undefined) id = newDocumentId(stamp);
    try {
      await placeDocument(files, folder, id, document);
    } catch (error) {
      return failed('not-saved', storeMessages.cannotAdd(reasonOf(error)));
    }
    const entry = newEntry(id, document, stamp);
    const patch = additionPatch(entry, stamp);
    const added = await queue.run<HistoryState>((_view, history) => {
      const same = this.known(document.sha256, document.content.variant);
      const result =
        same === null
          ? ok({ type: 'put' as const, patch, history, answer: (state: HistoryState) => state })
          : failed('conflict', storeMessages.alreadyThere(same.title));
      return Promise.resolve(result);
    });
    if (added.ok && added.value !== null) return ok({ patch, history: added.value, entry });
    await discard(files, documentFolder(folder, id));
    return added.ok ? failed('internal', storeMessages.closed) : added;
  }

  apply(patch: Patch): Promise<Result<HistoryState>> {
    return this.#edits.apply(patch);
  }

  undo(): Promise<Edited> {
    return this.#edits.step('undo');
  }

  redo(): Promise<Edited> {
    return this.#edits.step('redo');
  }

  historyItems(): readonly HistoryItem[] {
    return historyItems(this.#parts.queue.history);
  }

  goTo(id: string | null): Promise<Edited> {
    const plan: Plan = (_view, history) => {
      const steps = changesTo(history, id);
      return steps === null ? failed('not-found', careMessages.noEdit) : ok(steps);
    };
    return this.#edits.compose('history.back', plan, 'touched');
  }

  repair(): Promise<Result<readonly string[]>> {
    const refusal = this.#refusal();
    return refusal === null ? repairLibrary(this.#parts, this.#edits) : Promise.resolve(refusal);
  }

  removeTag(id: TagId): Promise<Result<AppliedEdit>> {
    return this.#edits.removeTag(id);
  }

  async removedMarks(id: DocumentId): Promise<Result<readonly RemovedMark[]>> {
    const marks = await this.#with(id, () => this.#parts.marks.load(id));
    return marks.ok ? ok(removedMarksOf(marks.value)) : marks;
  }

  async forgetRemoved(): Promise<Result<{ readonly marks: number; readonly tags: number }>> {
    return this.#refusal() ?? forgetRemoved(this.#parts);
  }

  lookOutside(): Promise<void> {
    return this.writable ? this.#outside.look() : Promise.resolve();
  }

  async savePlace(id: DocumentId, place: ReadingPlace): Promise<void> {
    const { places, checkpointer, catalogue } = this.#parts;
    if (this.#refusal() !== null || catalogue.document(id) === undefined) return;
    places.set(id, place);
    places.markDue(checkpointer);
    await checkpointer.written();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const { queue, checkpointer, journal, lock, upkeep } = this.#parts;
    // Every acknowledged change is in the journal by now: whatever fails here must not leave the library locked.
    try {
      await this.#outside.stop();
      await queue.idle();
      await this.#parts.snapshots.close();
      await upkeep.stop();
      // A file that somebody wrote just now is merged first, else it would have to wait for the next start.
      if (!(await checkpointer.flush())) await this.#outside.look(false);
      await queue.idle();
      await checkpointer.close();
    } finally {
      await journal.close().finally(() => lock?.release());
    }
  }

  #refusal(): Failed | null {
    if (this.#closed) return failed('not-saved', storeMessages.closed);
    return this.writable ? null : failed('read-only', storeMessages.readOnly);
  }

  async #with<T>(
    id: DocumentId,
    work: (entry: DocumentEntry) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const entry = this.#parts.catalogue.document(id);
    return entry === undefined ? failed('not-found', storeMessages.missingDocument) : work(entry);
  }

  #shown(): readonly DocumentEntry[] {
    return this.documents().filter((entry) => entry.removed === null);
  }
}
