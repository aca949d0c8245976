import { dirname, join } from 'node:path';
import type { DocumentId } from '../../core/model/document.ts';
import { freeName } from './durable-adapter.ts';
import type { StoreFiles, StoreHandle } from './files.ts';
import { documentsOf, readIfThere, rewriteJournal } from './journal-file.ts';
import {
  decodeLine,
  encodeLine,
  newHeader,
  scanJournal,
  type JournalRecord,
  type JournalScan,
  type ReadLine,
  type TimedChange,
} from './journal-lines.ts';
import { checkedChanges } from './replay.ts';

export interface JournalOptions {
  readonly files: StoreFiles;
  readonly path: string;
  readonly write: boolean;
  readonly now: () => string;
  /** The highest number that the other files have seen. */
  readonly known: number;
}

export interface OpenedJournal {
  readonly journal: Journal;
  readonly records: readonly JournalRecord[];
  readonly state: 'good' | 'damaged' | 'newer';
  /** Name of the file that holds what was damaged. */
  readonly kept: string | null;
  /** The other files know of changes that are not here. */
  readonly lost: boolean;
}

interface LineRef {
  readonly seq: number;
  readonly at: number;
  readonly length: number;
}

/**
 * The history on disk: one line for each change, flushed before the change counts. It is undo log and write-ahead log
 * in one: what the other files lack is replayed from here.
 */
export class Journal {
  readonly #options: JournalOptions;
  #handle: StoreHandle | null;
  #length: number;
  #last: number;
  #applied: number;
  #after: number;
  /** Whether changes are missing that other files know of, or that once stood between others. */
  #gap: boolean;
  /** A failed write left bytes past the known length that could not be cut off yet. */
  #dirty = false;
  /** The lines that touch each document's marks, so that one document can be replayed alone. */
  #index = new Map<DocumentId, LineRef[]>();

  private constructor(options: JournalOptions, handle: StoreHandle | null, scan: JournalScan) {
    this.#options = options;
    this.#handle = handle;
    this.#length = scan.end;
    this.#after = scan.header?.data.after ?? 0;
    const end = scan.lines.at(-1)?.record.seq ?? this.#after;
    this.#last = Math.max(options.known, end);
    this.#applied = this.#last;
    this.#gap = options.known > end || scan.lines.length < end - this.#after;
    this.#indexLines(scan.lines);
  }

  static async open(options: JournalOptions): Promise<OpenedJournal> {
    const { files, path, write, known } = options;
    const found = await readIfThere(files, path);
    const scan = scanJournal(found ?? new Uint8Array());
    const records = scan.lines.map((line) => line.record);
    const newest = records.at(-1)?.seq ?? scan.header?.data.after ?? 0;
    const lost = known > newest;
    if (scan.header !== null && scan.header.version > newHeader(0).version) {
      const empty = { ...scan, lines: [] };
      const journal = new Journal(options, null, empty);
      return { journal, records: [], state: 'newer', kept: null, lost: false };
    }
    const damaged = scan.bad > 0 || (scan.header === null && scan.lines.length > 0);
    if (!write) {
      const handle = found === null ? null : await files.open(path, 'read');
      const state = damaged ? 'damaged' : 'good';
      return { journal: new Journal(options, handle, scan), records, state, kept: null, lost };
    }
    let kept: string | null = null;
    let current = scan;
    if (damaged || scan.header === null) {
      if (damaged) {
        kept = await freeName(files, path, options.now());
        await files.copy(path, join(dirname(path), kept));
      } else await files.makeFolder(dirname(path));
      const first = scan.lines[0]?.record.seq;
      const after = scan.header?.data.after ?? (first === undefined ? known : first - 1);
      current = await rewriteJournal(files, path, after, scan.lines, found ?? new Uint8Array());
    }
    const handle = await files.open(path, 'update');
    // A torn tail was never acknowledged; it goes now, so that the next line starts at a line start.
    if (current.torn > 0) await handle.truncate(current.end);
    const journal = new Journal(options, handle, current);
    return { journal, records, state: damaged ? 'damaged' : 'good', kept, lost };
  }

  get size(): number {
    return this.#length;
  }

  /** The number of the newest change. */
  get last(): number {
    return this.#last;
  }

  /** The number of the newest change that is in memory too: what a checkpoint may claim to hold. */
  get applied(): number {
    return this.#applied;
  }

  /** Whether every change ever made is still here. */
  get complete(): boolean {
    return this.#after === 0 && !this.#gap;
  }

  /** Says that the changes up to a number are in memory. */
  settle(seq: number): void {
    this.#applied = Math.max(this.#applied, seq);
  }

  /** A file knows of a change that the journal lost: numbers go on after it, so that none is used twice. */
  reached(seq: number): void {
    this.#last = Math.max(this.#last, seq);
  }

  /** Writes records in their order and flushes once. Throws the system's error with nothing half-written. */
  async append(entries: readonly Omit<JournalRecord, 'seq'>[]): Promise<readonly JournalRecord[]> {
    const records = entries.map((entry, index) => ({ seq: this.#last + 1 + index, ...entry }));
    const encoded = records.map(encodeLine);
    const handle = await this.#writable();
    try {
      if (this.#dirty) await handle.truncate(this.#length);
      this.#dirty = true;
      await handle.write(Buffer.concat(encoded), this.#length);
      const [, linked] = await Promise.all([handle.sync(), handle.linked()]);
      if (!linked) throw Object.assign(new Error('the journal was deleted'), { code: 'ENOENT' });
      this.#dirty = false;
    } catch (error) {
      await this.#cutBack(handle);
      throw error;
    }
    let at = this.#length;
    const lines = records.map((record, index): ReadLine => {
      const length = encoded[index]?.length ?? 0;
      at += length;
      return { record, at: at - length, length };
    });
    this.#indexLines(lines);
    this.#length = at;
    this.#last += records.length;
    return records;
  }

  /** The number of the last change to a document's marks that is kept here; 0 for none. */
  lastFor(document: DocumentId): number {
    return this.#index.get(document)?.at(-1)?.seq ?? 0;
  }

  touched(): readonly DocumentId[] {
    return [...this.#index.keys()];
  }

  /** The changes to a document's marks after a number, in their order. */
  async changesAfter(document: DocumentId, seq: number): Promise<readonly TimedChange[]> {
    const refs = (this.#index.get(document) ?? []).filter((ref) => ref.seq > seq);
    const changes: TimedChange[] = [];
    for (const ref of refs) {
      const handle = this.#handle ?? (await this.#writable());
      const bytes = await handle.read(ref.at, ref.length - 1);
      const record = decodeLine(Buffer.from(bytes));
      if (record !== null && 'patch' in record) changes.push(...checkedChanges(record));
    }
    return changes.filter(
      ({ change }) => change.entity === 'annotation' && change.document === document,
    );
  }

  /** The number up to which changes would be dropped to keep about so many bytes. */
  cutKeeping(bytes: number): number {
    const from = this.#length - bytes;
    const kept = [...this.#index.values()].flatMap((refs) => {
      const first = refs.find((ref) => ref.at >= from);
      return first === undefined ? [] : [first.seq - 1];
    });
    return Math.min(this.#applied, ...kept);
  }

  /** Drops the changes up to a number, in one step. Only for when all files hold them. */
  async shorten(after: number): Promise<void> {
    const { files, path } = this.#options;
    const bytes = await files.read(path);
    const scan = scanJournal(bytes.subarray(0, this.#length));
    const keep = scan.lines.filter((line) => line.record.seq > after);
    const fresh = await rewriteJournal(files, path, after, keep, bytes);
    await this.#handle?.close();
    this.#handle = null;
    this.#after = after;
    this.#length = fresh.end;
    this.#dirty = false;
    this.#index = new Map();
    this.#indexLines(fresh.lines);
    this.#handle = await files.open(path, 'update');
  }

  async close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close();
  }

  async #writable(): Promise<StoreHandle> {
    if (this.#handle !== null) return this.#handle;
    const { files, path, write } = this.#options;
    const handle = await files.open(path, write ? 'update' : 'read');
    if (write && (await handle.size()) < this.#length) {
      await handle.close();
      throw Object.assign(new Error('the journal is not the one that was open'), {
        code: 'ENOENT',
      });
    }
    this.#handle = handle;
    return handle;
  }

  async #cutBack(handle: StoreHandle): Promise<void> {
    try {
      await handle.truncate(this.#length);
      this.#dirty = false;
      if (await handle.linked()) return;
      this.#handle = null;
      await handle.close();
    } catch {
      // Stays dirty: the next append cuts first, and a start sees by the checksum that the line is torn.
      this.#dirty = true;
    }
  }

  #indexLines(lines: readonly ReadLine[]): void {
    for (const { record, at, length } of lines) {
      for (const document of documentsOf(record.patch)) {
        const refs = this.#index.get(document) ?? [];
        refs.push({ seq: record.seq, at, length });
        this.#index.set(document, refs);
      }
    }
  }
}
