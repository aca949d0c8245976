import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Imported, ImportProgress, ImportRun } from '../../core/contract.ts';
import { importMessages } from '../../core/messages/en/imports.ts';
import type { DocumentContent } from '../../core/model/document.ts';
import { failedImport, importBytes } from '../actions/import-into-library.ts';
import { ImportRefused } from '../importers/import-refused.ts';
import { knownBinary } from '../importers/signatures.ts';
import type { Services, SourceFile } from '../services.ts';
import { collectFiles } from './collect-files.ts';
import { openCollection, type Collection } from './collection.ts';
import { ToldChanges } from './told-changes.ts';
import { ToldProgress } from './told-progress.ts';

type Context = Pick<Services, 'library' | 'importer' | 'stamp' | 'emit' | 'recent'>;

export interface RunOptions {
  readonly variant?: DocumentContent['variant'];
  readonly progress?: (progress: ImportProgress) => void;
  /** Told of each file when it is done. */
  readonly finished?: (imported: Imported) => void;
  readonly signal?: AbortSignal;
}

interface AtWork {
  paged: Uint8Array | null;
  told: ImportProgress | null;
}

/** From so many files on, a backup is made first. */
export const many = 20;

/**
 * Takes files, folders and archives of files into the library, one after the other, so that a folder of large files needs
 * the memory of one. What cannot be read holds up nothing; whatever is in when a run is cancelled stays in.
 */
export class ImportRuns {
  readonly #services: Context;
  readonly #running = new Set<AbortController>();

  readonly #changes: ToldChanges;
  readonly #atWork: AtWork = { paged: null, told: null };

  constructor(services: Context) {
    this.#changes = new ToldChanges(services);
    this.#services = { ...services, emit: this.#changes.emit };
  }

  /** The file at work, where it has pages that can be shown before its text is read. */
  get paged(): Uint8Array | null {
    return this.#atWork.paged;
  }

  /** The window knows of all that is in. */
  tellNow(): void {
    this.#changes.flush();
  }

  /** Says again how far it is, to a window that was not there before. */
  tellAgain(): void {
    const { told } = this.#atWork;
    if (told !== null) this.#services.emit('import.progress', told);
  }

  /** Ends all runs after the file at work, which itself is stopped too. */
  cancel(): void {
    for (const controller of this.#running) controller.abort();
    this.#services.importer.cancel();
  }

  async prepare(files: number): Promise<void> {
    if (files >= many) await this.#services.library.backups.make('import');
  }

  paths(paths: readonly string[], options: RunOptions = {}): Promise<ImportRun> {
    return this.#within(options, async (signal) => {
      const found = await collectFiles(paths, signal);
      await this.prepare(found.files.length);
      const run = new Run(this.#services, options, signal, this.#atWork);
      run.told.more(found.files.length);
      run.skipped += found.skipped;
      for (const name of found.closed) {
        const message = importMessages.closedFolder(name);
        run.add(failedImport(name, { code: 'unreadable-file', message }));
      }
      for (const { path: file, name } of found.files) {
        if (run.ended) break;
        await run.file(file, name);
      }
      this.tellNow();
      return { ...run.outcome, more: found.more };
    });
  }

  bytes(source: SourceFile, options: RunOptions = {}): Promise<ImportRun> {
    return this.#within(options, async (signal) => {
      const run = new Run(this.#services, options, signal, this.#atWork);
      run.told.more(1);
      await run.source(source, source.name);
      return run.outcome;
    });
  }

  async #within(
    { signal: given }: RunOptions,
    work: (signal: AbortSignal) => Promise<ImportRun>,
  ): Promise<ImportRun> {
    const controller = new AbortController();
    const signal =
      given === undefined ? controller.signal : AbortSignal.any([given, controller.signal]);
    this.#running.add(controller);
    try {
      return await work(signal);
    } finally {
      this.#running.delete(controller);
      this.#atWork.told = null;
    }
  }
}

/** One run: what came of its files so far. */
class Run {
  readonly told: ToldProgress;
  skipped = 0;
  readonly #services: Context;
  readonly #options: RunOptions;
  readonly #signal: AbortSignal;
  readonly #atWork: AtWork;
  readonly #results: Imported[] = [];

  constructor(services: Context, options: RunOptions, signal: AbortSignal, atWork: AtWork) {
    this.#services = services;
    this.#options = options;
    this.#signal = signal;
    this.#atWork = atWork;
    this.told = new ToldProgress((progress) => {
      atWork.told = progress;
      if (options.progress === undefined) services.emit('import.progress', progress);
      else options.progress(progress);
    });
  }

  get ended(): boolean {
    return this.#signal.aborted;
  }

  get outcome(): ImportRun {
    const { skipped, ended } = this;
    return { results: this.#results, skipped, more: false, cancelled: ended };
  }

  add(imported: Imported): void {
    this.#results.push(imported);
    this.#options.finished?.(imported);
  }

  async file(file: string, name: string): Promise<void> {
    this.told.begin(name);
    const read = await this.#services.importer.readFile(file);
    if (!read.ok) {
      this.told.end();
      this.add(failedImport(name, read.error));
      return;
    }
    const before = this.#results.length;
    await this.source(read.value, name);
    const came = this.#results.slice(before).some(({ result }) => result.kind !== 'failed');
    // Not each of a folder: the system's list is short.
    if (came && !name.includes('/')) this.#services.recent.add(file);
  }

  async source(source: SourceFile, name: string): Promise<void> {
    const collection = openCollection(source);
    if (collection === null) await this.#one(source, name);
    else await this.#members(collection, name);
  }

  async #members(collection: Collection, name: string): Promise<void> {
    this.skipped += collection.skipped;
    this.told.more(collection.members.length - 1);
    for (const member of collection.members) {
      if (this.ended) return;
      const shown = `${name}/${member}`;
      const unpacked = unpack(collection, member);
      if (unpacked instanceof ImportRefused) {
        this.told.end();
        this.add(failedImport(shown, unpacked));
      } else await this.#one({ bytes: unpacked, name: path.posix.basename(member) }, shown);
    }
  }

  async #one(source: SourceFile, name: string): Promise<void> {
    this.told.begin(name);
    const variant = this.#options.variant ?? 'article';
    const imported = await importBytes(this.#services, source, variant, {
      signal: this.#signal,
      begun: () => {
        this.#showPages(source, name);
      },
    });
    this.#atWork.paged = null;
    this.told.end();
    this.add({ ...imported, name });
    // Whatever else waits in this process comes between two files.
    await setImmediate();
  }

  #showPages({ bytes }: SourceFile, name: string): void {
    if (!this.told.alone || knownBinary(bytes) !== 'pdf') return;
    this.#atWork.paged = bytes;
    this.told.pages(name);
  }
}

function unpack(collection: Collection, member: string): Uint8Array | ImportRefused {
  const name = path.posix.basename(member);
  try {
    return (
      collection.read(member) ??
      new ImportRefused('import-failed', importMessages.brokenArchive(name))
    );
  } catch (error) {
    if (error instanceof ImportRefused) return error;
    throw error;
  }
}
