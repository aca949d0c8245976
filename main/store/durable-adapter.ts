import { basename, dirname, join } from 'node:path';
import type { Adapter } from 'lowdb';
import type { Problem } from '../../core/messages/en/store.ts';
import type { FileKind } from '../../core/model/library-files.ts';
import { decodeFile, encodeFile, type Decoded } from './envelope.ts';
import { isMissing, systemCode, writeFlushed, type StoreFiles } from './files.ts';
import { SeenFile } from './seen-file.ts';

/** What reading a file came to. `kept` is the name under which a damaged file stands beside it. */
export type ReadOutcome =
  | { readonly state: 'good' | 'absent' | 'newer' | 'migrated' }
  | {
      readonly state: 'restored' | 'lost';
      readonly problem: Problem;
      readonly kept: string | null;
    };

export interface AdapterOptions<T> {
  readonly files: StoreFiles;
  readonly path: string;
  readonly kind: FileKind<T>;
  /** False: damaged files stay where they are and write() is a mistake of the caller. */
  readonly write: boolean;
  readonly now: () => string;
  readonly indented: (data: T) => boolean;
  /** Others may write this file too: it is never replaced while it is not as it was last seen. */
  readonly shared?: boolean;
}

/** Thrown by a write that would have replaced what somebody else wrote meanwhile. */
export class OutsideChange extends Error {}

/**
 * lowdb's adapter that outlives crashes: a write goes to a temporary file, is flushed and renamed, and the file before
 * it stays as the last good copy; there is no moment without a good file. A damaged file is moved aside, never
 * overwritten, and the last good copy is read instead.
 */
export class DurableAdapter<T> implements Adapter<T> {
  readonly #options: AdapterOptions<T>;
  #outcome: ReadOutcome = { state: 'absent' };
  readonly #seen: SeenFile;

  constructor(options: AdapterOptions<T>) {
    this.#options = options;
    this.#seen = new SeenFile(options.files, options.path);
  }

  /** The file as it is on disk, told apart from how it was last read or written here. */
  get seen(): SeenFile {
    return this.#seen;
  }

  /** The last good copy, where there is one. */
  async readCopy(): Promise<T | null> {
    const copy = await this.#load(copyOf(this.#options.path));
    return copy.state === 'good' ? copy.data : null;
  }

  get outcome(): ReadOutcome {
    return this.#outcome;
  }

  get name(): string {
    return basename(this.#options.path);
  }

  async read(): Promise<T | null> {
    const { path } = this.#options;
    const main = await this.#load(path);
    if (main.state === 'good') {
      this.#outcome = { state: main.migrated ? 'migrated' : 'good' };
      return main.data;
    }
    if (main.state === 'newer') return this.#newer(main.data);
    const copy = await this.#load(copyOf(path));
    if (copy.state === 'newer') return this.#newer(copy.data);
    const missing = main.problem === 'missing';
    if (missing && copy.state === 'damaged' && copy.problem === 'missing') {
      this.#outcome = { state: 'absent' };
      return null;
    }
    const kept = missing ? null : await this.#quarantine(path);
    if (copy.state === 'good') {
      this.#outcome = { state: 'restored', problem: main.problem, kept };
      return copy.data;
    }
    if (copy.problem !== 'missing') await this.#quarantine(copyOf(path));
    this.#outcome = { state: 'lost', problem: main.problem, kept };
    return null;
  }

  async write(data: T): Promise<void> {
    const { files, path, kind, indented } = this.#options;
    if (!this.#options.write || this.#outcome.state === 'newer') {
      throw new Error(`${this.name} is open for reading only and must not be written`);
    }
    const fresh = `${path}.tmp`;
    const bytes = encodeFile(kind, data, indented(data));
    await writeFlushed(files, fresh, bytes);
    if (this.#options.shared === true && (await this.#seen.isOther())) throw new OutsideChange();
    await this.#keepCopy();
    await files.rename(fresh, path);
    if (this.#options.shared === true) await this.#seen.remember(bytes);
    await files.syncFolder(dirname(path));
    this.#outcome = { state: 'good' };
  }

  /** Makes the last good copy equal to the file, as a file of its own, for when the history before it is dropped. */
  async refreshCopy(): Promise<void> {
    const { files, path, kind } = this.#options;
    try {
      const bytes = await files.read(path);
      if (decodeFile(kind, bytes).state !== 'good') return;
      await writeFlushed(files, `${copyOf(path)}.tmp`, bytes);
      await files.rename(`${copyOf(path)}.tmp`, copyOf(path));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  /** A second name for the good file; the rename that follows makes it the old one's only name. */
  async #keepCopy(): Promise<void> {
    const { files, path } = this.#options;
    const second = `${copyOf(path)}.tmp`;
    try {
      await files.remove(second);
      await this.#secondName(second);
      await files.rename(second, copyOf(path));
    } catch (error) {
      // Nothing to keep before the first write, or where the file was moved aside.
      if (!isMissing(error)) throw error;
    }
  }

  async #secondName(second: string): Promise<void> {
    const { files, path } = this.#options;
    try {
      await files.link(path, second);
    } catch (error) {
      const code = systemCode(error) ?? '';
      // Some file systems know no hard links.
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) throw error;
      await files.copy(path, second);
    }
  }

  async #load(path: string): Promise<Decoded<T>> {
    const { files, kind } = this.#options;
    try {
      if (path !== this.#options.path || this.#options.shared !== true) {
        return decodeFile(kind, await files.read(path));
      }
      // The stamp is taken first: what is written in between is then seen as a change, not missed.
      const stamp = await files.stat(path);
      const bytes = await files.read(path);
      this.#seen.rememberAs(stamp, bytes);
      return decodeFile(kind, bytes);
    } catch (error) {
      if (isMissing(error)) return { state: 'damaged', problem: 'missing' };
      // A file that only this account or moment cannot read is no proof of damage, but one that never can be is.
      const code = systemCode(error);
      if (code === 'EISDIR' || code === 'EACCES' || code === 'EPERM') {
        return { state: 'damaged', problem: 'unreadable' };
      }
      throw error;
    }
  }

  #newer(data: T | null): T | null {
    this.#outcome = { state: 'newer' };
    return data;
  }

  async #quarantine(path: string): Promise<string | null> {
    if (!this.#options.write) return null;
    this.#seen.forget();
    return moveAside(this.#options.files, path, this.#options.now());
  }
}

function copyOf(path: string): string {
  return `${path}.bak`;
}

/** Renames a damaged file to a free name with the time in it; answers with that name. */
export async function moveAside(files: StoreFiles, path: string, now: string): Promise<string> {
  const name = await freeName(files, path, now);
  await files.rename(path, join(dirname(path), name));
  return name;
}

export async function freeName(files: StoreFiles, path: string, now: string): Promise<string> {
  const stamp = now.replace(/\.\d+/, '').replace(/[-:]/g, '');
  const taken = new Set(await files.list(dirname(path)));
  const wanted = `${basename(path)}.damaged-${stamp}`;
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted}-${n}`;
  return name;
}
