import type { Result } from '../../../core/contract.ts';
import { careMessages } from '../../../core/messages/en/care.ts';
import type { BackupReason } from '../../../core/model/backup-files.ts';
import type { Checkpointer } from '../checkpointer.ts';
import type { CommitQueue } from '../commit-queue.ts';
import { failed, ok, reasonOf } from '../outcome.ts';
import type { StoreContext } from '../store-context.ts';
import { BackupFolder } from './backup-folder.ts';
import { stateOf } from './backup-state.ts';
import { describeFiles, packBackup } from './pack.ts';
import { readSmallFiles, type SmallFile } from './small-files.ts';

/** Milliseconds after opening in which the window has better things to do. */
const settling = 5000;

/**
 * Makes backups without holding up the reader: the files are read while no checkpoint is written, which takes a moment;
 * all else happens beside. An edit goes on meanwhile, because it is safe in the journal first.
 */
export class Snapshots {
  readonly folder: BackupFolder;
  readonly #context: StoreContext;
  readonly #checkpointer: Checkpointer;
  readonly #running = new Set<Promise<void>>();
  #lastDay: string | null = null;
  #check: ((file: string) => Promise<boolean>) | null = null;
  #timer: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(context: StoreContext, checkpointer: Checkpointer) {
    this.#context = context;
    this.#checkpointer = checkpointer;
    this.folder = new BackupFolder(context.files, context.folder);
  }

  listen(check: (file: string) => Promise<boolean>): void {
    this.#check = check;
  }

  /** From now on the first change of each day is preceded by a backup. */
  async startDaily(): Promise<void> {
    const names = await this.folder.names().catch(ifSystem);
    const newest = names?.[0];
    this.#lastDay = newest?.at.slice(0, 10) ?? '';
    if (newest === undefined) return;
    this.#timer = setTimeout(() => {
      this.#later(() => this.#checkOnce(newest.file));
    }, settling);
    this.#timer.unref();
  }

  /** Called when a change is in the journal and before any file has it. */
  beforeFiles(): void {
    const today = this.#context.stamp.now().slice(0, 10);
    if (this.#lastDay === null || this.#lastDay === today) return;
    this.#lastDay = today;
    this.before('day');
  }

  /** A backup of the files as they are; the checkpoints wait until it has read them. */
  before(reason: 'day' | 'migration'): void {
    const reading = this.#read();
    this.#later(async () => {
      const small = await reading;
      const list = await stateOf(small.filter(({ name }) => name === 'library.json'));
      if (reason === 'day' && list.documents.length === 0 && list.bad.length === 0) return;
      const file = await this.#write(small, reason);
      if (!this.#closed) await this.#check?.(file);
    });
  }

  /** A backup of all that is in memory; `queue` rests for as long as the files need to catch up. */
  async takeNow(reason: BackupReason, queue: CommitQueue): Promise<Result<string>> {
    let reading: Promise<readonly SmallFile[]> | null = null;
    await queue.alone(async () => {
      if (await this.#checkpointer.flush()) reading = this.#read();
    });
    return this.#finish(reading, reason);
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  async #finish(
    reading: Promise<readonly SmallFile[]> | null,
    reason: BackupReason,
  ): Promise<Result<string>> {
    if (reading === null)
      return failed('not-saved', careMessages.backupNotMade(careMessages.behind));
    try {
      const small = await reading;
      return small.length === 0
        ? failed('not-found', careMessages.backupNotMade(careMessages.nothingThere))
        : ok(await this.#write(small, reason));
    } catch (error) {
      return failed('not-saved', careMessages.backupNotMade(reasonOf(error)));
    }
  }

  #read(): Promise<readonly SmallFile[]> {
    const { files, folder } = this.#context;
    let small: readonly SmallFile[] = [];
    const reading = this.#checkpointer
      .between(async () => {
        small = await readSmallFiles(files, folder);
      })
      .then(() => small);
    // Whoever awaits it hears of the error; before that it must not count as unheard.
    reading.catch(() => undefined);
    return reading;
  }

  async #write(small: readonly SmallFile[], reason: BackupReason): Promise<string> {
    const at = this.#context.stamp.now();
    const manifest = await describeFiles(small, at, reason);
    const file = await this.folder.write(at, reason, await packBackup(small, manifest));
    await this.folder.prune(at);
    return file;
  }

  async #checkOnce(file: string): Promise<void> {
    const checks = await this.folder.checks();
    if (!checks.some((check) => check.file === file)) await this.#check?.(file);
  }

  #later(work: () => Promise<void>): void {
    const running = work()
      .catch((error: unknown) => {
        const message = careMessages.backupNotMade(reasonOf(error));
        this.#context.notices.raise('warning', message);
      })
      .finally(() => {
        this.#running.delete(running);
      });
    this.#running.add(running);
  }
}

function ifSystem(error: unknown): null {
  reasonOf(error);
  return null;
}
