import { createHash } from 'node:crypto';
import type { FileStamp, StoreFiles } from './files.ts';

export interface OutsideBytes {
  readonly stamp: FileStamp;
  readonly bytes: Uint8Array;
}

/** Knows a file as it was last read or written here, and so notices when somebody else wrote it. */
export class SeenFile {
  readonly #files: StoreFiles;
  readonly #path: string;
  #stamp: FileStamp | null = null;
  #hash: string | null = null;

  constructor(files: StoreFiles, path: string) {
    this.#files = files;
    this.#path = path;
  }

  /** Just after a write of ours. */
  async remember(bytes: Uint8Array): Promise<void> {
    this.rememberAs(await this.#files.stat(this.#path), bytes);
  }

  rememberAs(stamp: FileStamp | null, bytes: Uint8Array): void {
    this.#stamp = stamp;
    this.#hash = hashOf(bytes);
  }

  forget(): void {
    this.#stamp = null;
    this.#hash = null;
  }

  /** Whether the file was there when it was last looked at, and is there no more. */
  async isGone(): Promise<boolean> {
    return this.#stamp !== null && (await this.#files.stat(this.#path)) === null;
  }

  async isOther(): Promise<boolean> {
    return (await this.outside()) !== null;
  }

  /** What somebody else wrote; null where the file has the bytes that were last seen, or is gone. */
  async outside(): Promise<OutsideBytes | null> {
    const stamp = await this.#files.stat(this.#path);
    if (stamp === null || sameStamp(stamp, this.#stamp)) return null;
    const bytes = await this.#files.read(this.#path);
    if (hashOf(bytes) !== this.#hash) return { stamp, bytes };
    this.#stamp = stamp;
    return null;
  }
}

function sameStamp(a: FileStamp, b: FileStamp | null): boolean {
  return b !== null && a.size === b.size && a.modified === b.modified && a.node === b.node;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}
