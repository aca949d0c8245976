import { nodeFiles, type StoreFiles, type StoreHandle } from '../../main/store/files.ts';

/**
 * `EIO`, `ENOSPC`: the operation fails. `half`: a write stops half-way and fails. `gone`: the process ends there, so all
 * that follows fails. `power`: the machine ends there; what was not flushed is zeros.
 */
export const faultKinds = ['EIO', 'ENOSPC', 'half', 'gone', 'power'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** The fault to make: `at` counts operations from 0. */
export interface Plan {
  readonly at: number;
  readonly kind: FaultKind;
}

/** A file operation of the store. */
export interface Point {
  readonly operation: string;
  readonly path: string;
}

interface Range {
  readonly from: number;
  readonly length: number;
}

/** The real files, every operation numbered, and one of them failing as planned. */
export class FaultyFiles {
  readonly points: Point[] = [];
  readonly #plan: Plan | null;
  readonly #open = new Set<StoreHandle>();
  readonly #unflushed = new Map<string, Range[]>();
  #gone = false;

  constructor(plan: Plan | null) {
    this.#plan = plan;
  }

  /** Whether the process or the machine came to its end. */
  get gone(): boolean {
    return this.#gone;
  }

  /** Closes what an ended process has left open. */
  async dispose(): Promise<void> {
    for (const handle of this.#open) await handle.close();
    this.#open.clear();
  }

  readonly files: StoreFiles = {
    read: (path) => this.#pass('read', path, () => nodeFiles.read(path)),
    open: (path, mode) =>
      this.#pass(`open to ${mode}`, path, async () =>
        this.#handle(path, await nodeFiles.open(path, mode)),
      ),
    rename: (from, to) =>
      this.#pass('rename', from, async () => {
        await nodeFiles.rename(from, to);
        this.#moved(from, to);
      }),
    link: (from, to) => this.#pass('link', from, () => nodeFiles.link(from, to)),
    copy: (from, to) => this.#pass('copy', from, () => nodeFiles.copy(from, to)),
    remove: (path) => this.#pass('remove', path, () => nodeFiles.remove(path)),
    makeFolder: (path) => this.#pass('make folder', path, () => nodeFiles.makeFolder(path)),
    stat: (path) => this.#pass('stat', path, () => nodeFiles.stat(path)),
    list: (folder) => this.#pass('list', folder, () => nodeFiles.list(folder)),
    syncFolder: (folder) => this.#pass('flush folder', folder, () => nodeFiles.syncFolder(folder)),
  };

  #handle(path: string, handle: StoreHandle): StoreHandle {
    this.#open.add(handle);
    const close = async (): Promise<void> => {
      if (this.#open.delete(handle)) await handle.close();
    };
    return {
      size: () => this.#pass('size', path, () => handle.size()),
      linked: () => this.#pass('linked', path, () => handle.linked()),
      read: (at, length) => this.#pass('read at', path, () => handle.read(at, length)),
      write: (bytes, at) => {
        const write = async (part: Uint8Array): Promise<void> => {
          const ranges = this.#unflushed.get(path) ?? [];
          this.#unflushed.set(path, [...ranges, { from: at, length: part.length }]);
          await handle.write(part, at);
        };
        const half = () => write(bytes.subarray(0, bytes.length >> 1));
        return this.#pass('write', path, () => write(bytes), half);
      },
      sync: () =>
        this.#pass('flush', path, async () => {
          await handle.sync();
          this.#unflushed.delete(path);
        }),
      truncate: (length) => this.#pass('truncate', path, () => handle.truncate(length)),
      // Even a close that fails gives the descriptor back.
      close: () => this.#pass('close', path, close, close),
    };
  }

  /** `partly`: what the operation still does where it fails. */
  async #pass<T>(
    operation: string,
    path: string,
    work: () => Promise<T>,
    partly?: () => Promise<void>,
  ): Promise<T> {
    if (this.#gone) throw failure(operation, 'EIO');
    const kind = this.#plan?.at === this.points.length ? this.#plan.kind : null;
    this.points.push({ operation, path });
    if (kind === null) return work();
    if (kind === 'gone' || kind === 'power') this.#gone = true;
    if (kind !== 'EIO' && kind !== 'ENOSPC') await partly?.();
    if (operation === 'close') await partly?.();
    if (kind === 'power') await this.#losePower();
    throw failure(operation, kind === 'ENOSPC' ? 'ENOSPC' : 'EIO');
  }

  async #losePower(): Promise<void> {
    for (const [path, ranges] of this.#unflushed) {
      const handle = await nodeFiles.open(path, 'update').catch(() => null);
      const size = (await handle?.size()) ?? 0;
      for (const { from, length } of ranges) {
        const there = Math.max(0, Math.min(length, size - from));
        await handle?.write(new Uint8Array(there), from);
      }
      await handle?.close();
    }
  }

  /** A folder takes the files in it along. */
  #moved(from: string, to: string): void {
    for (const [path, ranges] of [...this.#unflushed]) {
      if (path !== from && !path.startsWith(`${from}/`)) continue;
      this.#unflushed.delete(path);
      this.#unflushed.set(to + path.slice(from.length), ranges);
    }
  }
}

function failure(operation: string, code: string): Error {
  return Object.assign(new Error(`${operation}: ${code}`), { code });
}
