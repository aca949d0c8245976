import type {
  Backup,
  BackupPreview,
  Bin,
  ChangeOfMarks,
  Counts,
  Found,
  HistoryItem,
  Notice,
  Passages,
  Result,
  SectionContent,
  SectionInfo,
} from '../../core/contract.ts';
import type { HistoryState } from '../../core/edit/history.ts';
import type { Patch } from '../../core/edit/patch.ts';
import type { Annotation, AnnotationId } from '../../core/model/annotation.ts';
import type { BackupReason } from '../../core/model/backup-files.ts';
import type {
  DocumentContent,
  DocumentEntry,
  DocumentId,
  ReadingPlace,
} from '../../core/model/document.ts';
import type { Item } from '../../core/model/item.ts';
import type { DocumentPages } from '../../core/model/pages.ts';
import type { Tag, TagId } from '../../core/model/tag.ts';
import type { PassageQuery } from '../../core/search/passage-query.ts';
import type { MarkQuery } from '../../core/search/filter-marks.ts';
import type { DerivedFiles } from './derived-files.ts';

/** What a source becomes before it is in the library. */
export interface NewDocument extends DerivedFiles {
  readonly content: DocumentContent;
  /** The source's bytes as they came. */
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly sha256: string;
}

export interface AppliedEdit {
  readonly patch: Patch;
  readonly history: HistoryState;
}

export interface RemovedMark {
  readonly annotation: Annotation;
  readonly at: string;
}

/** Which part of what a query finds; `version` is what is known already. */
export interface FindRequest extends MarkQuery {
  readonly except: DocumentId | null;
  readonly from: number;
  readonly count: number;
  readonly version: number | null;
}

/** A backup of this library by its name, or a file from anywhere. */
export type BackupSource = { readonly file: string } | { readonly path: string };

/** Snapshots of all small files, one zip each. */
export interface LibraryBackups {
  /** Newest first. */
  list(): Promise<Result<readonly Backup[]>>;
  make(reason: BackupReason): Promise<Result<Backup>>;
  preview(source: BackupSource): Promise<Result<BackupPreview>>;
  /** One edit that undo takes back; null where nothing differs. */
  restore(source: BackupSource): Promise<Result<AppliedEdit | null>>;
  /** Restores it to a temporary folder, opens it there and compares; true where it is whole. */
  check(file: string): Promise<boolean>;
}

/** What was deleted and can come back. */
export interface LibraryBin {
  list(): Promise<Result<Bin>>;
  restore(
    documents: readonly DocumentId[],
    marks: readonly AnnotationId[],
  ): Promise<Result<AppliedEdit>>;
  /** For good; edits that need what was in the bin are no longer in the history. */
  empty(): Promise<Result<{ documents: number; marks: number }>>;
}

/** Marks of a tag, by what becomes of them; the others keep it. */
export interface SplitRequest {
  readonly tag: TagId;
  readonly second: Tag;
  readonly moved: readonly AnnotationId[];
  readonly both: readonly AnnotationId[];
  readonly neither: readonly AnnotationId[];
}

/** Edits of tags with all marks that bear them, each one edit. */
export interface LibraryCodebook {
  merge(from: TagId, into: TagId): Promise<Result<AppliedEdit>>;
  split(request: SplitRequest): Promise<Result<AppliedEdit>>;
  /** The same change of many marks; null where nothing differs. */
  change(ids: readonly AnnotationId[], change: ChangeOfMarks): Promise<Result<AppliedEdit | null>>;
}

/** Marks across texts with the text around them. */
export interface LibraryPassages {
  find(request: {
    readonly query: PassageQuery;
    readonly from: number;
    readonly count: number;
    readonly version: number | null;
  }): Promise<Passages | null>;
  count(queries: readonly PassageQuery[]): Promise<readonly number[]>;
  ids(query: PassageQuery, from: number, count: number): Promise<readonly AnnotationId[]>;
  byText(
    query: PassageQuery,
  ): Promise<readonly (readonly [DocumentEntry, readonly Annotation[]])[]>;
  get(
    marks: readonly { readonly document: DocumentId; readonly mark: AnnotationId }[],
  ): Promise<readonly Annotation[]>;
}

/**
 * A library of documents, tags and marks in a folder. Every method that changes something answers only when the change
 * is on disk. One process writes; others open it with `write: false` and see what was on disk then.
 */
export interface Library {
  readonly folder: string;
  readonly writable: boolean;
  /** Documents in their order, those in the bin (`removed`) included. */
  documents(): readonly DocumentEntry[];
  tags(): readonly Tag[];
  /** Rules, saved filters, bookmarks and the library's memo, by age. */
  items(): readonly Item[];
  places(): Readonly<Record<DocumentId, ReadingPlace>>;
  history(): HistoryState;
  /** What happened on opening that the reader should know: a file restored, quarantined, newer than the program. */
  notices(): readonly Notice[];
  content(id: DocumentId): Promise<Result<DocumentContent>>;
  /** The marks of a document in reading order. */
  annotations(id: DocumentId): Promise<Result<readonly Annotation[]>>;
  sections(id: DocumentId): Promise<Result<readonly SectionInfo[]>>;
  section(id: DocumentId, index: number): Promise<Result<SectionContent>>;
  source(id: DocumentId): Promise<Result<Uint8Array>>;
  /** How the pages of the source carry the text; `not-found` for a text without pages. */
  pages(id: DocumentId): Promise<Result<DocumentPages>>;
  /** The bytes of a picture that came with the source. */
  picture(id: DocumentId, file: string): Promise<Result<Uint8Array>>;
  /** Null where nothing is other than in the version that the asker has. */
  findMarks(request: FindRequest): Promise<Found | null>;
  counts(): Promise<Counts>;
  /** The entry with the same bytes and variant, if there is one, in the bin or not. */
  known(sha256: string, variant: DocumentContent['variant']): DocumentEntry | null;
  add(document: NewDocument): Promise<Result<AppliedEdit & { readonly entry: DocumentEntry }>>;
  /**
   * Checks the patch against what is there (entities exist, spans within the text, quotes equal the text, tags known),
   * writes it to the journal, applies it. `conflict` where it does not fit.
   */
  apply(patch: Patch): Promise<Result<HistoryState>>;
  undo(): Promise<Result<AppliedEdit | null>>;
  redo(): Promise<Result<AppliedEdit | null>>;
  /** Newest first. */
  historyItems(): readonly HistoryItem[];
  /** From now to just after an edit, or to before all with null, as one new edit; null where nothing differs. */
  goTo(id: string | null): Promise<Result<AppliedEdit | null>>;
  readonly passages: LibraryPassages;
  readonly codebook: LibraryCodebook;
  readonly bin: LibraryBin;
  readonly backups: LibraryBackups;
  /** Mends what opening alone does not, and says in words what it did. */
  repair(): Promise<Result<readonly string[]>>;
  /** Builds and applies the patch that removes a tag from the codebook and from all marks of all documents. */
  removeTag(id: TagId): Promise<Result<AppliedEdit>>;
  /** The marks of a document that were removed and can still be brought back, newest removal first. */
  removedMarks(id: DocumentId): Promise<Result<readonly RemovedMark[]>>;
  /**
   * Forgets for good what removed marks and tags were; that they were removed is kept, so that no other machine brings
   * them back. Answers with how many there were, when that is on disk.
   */
  forgetRemoved(): Promise<Result<{ readonly marks: number; readonly tags: number }>>;
  /** Takes in what others wrote into the folder, now and not at the next look. */
  lookOutside(): Promise<void>;
  savePlace(id: DocumentId, place: ReadingPlace): Promise<void>;
  /** Writes every checkpoint and frees the lock. */
  close(): Promise<void>;
}
