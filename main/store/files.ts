import { constants } from 'node:fs';
import {
  copyFile,
  link,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  stat,
  type FileHandle,
} from 'node:fs/promises';

/** An open file: reads and writes at a place, so that a failed write leaves no doubt about where the next one goes. */
export interface StoreHandle {
  readonly size: () => Promise<number>;
  /** False once the file was deleted: what is written then is lost when the handle closes. */
  readonly linked: () => Promise<boolean>;
  readonly read: (position: number, length: number) => Promise<Uint8Array>;
  /** Writes all bytes or fails. */
  readonly write: (bytes: Uint8Array, position: number) => Promise<void>;
  /** Flushes data and length to the device. */
  readonly sync: () => Promise<void>;
  readonly truncate: (length: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What tells without reading that a file may be another one now. */
export interface FileStamp {
  readonly size: number;
  /** Milliseconds, with the fractions that the system gives. */
  readonly modified: number;
  /** The number that a file keeps while others take its name. */
  readonly node: number;
}

export type OpenMode = 'read' | 'update' | 'replace' | 'create';

/** Every file operation of the store: the seam at which tests make disks full, slow and broken. */
export interface StoreFiles {
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly open: (path: string, mode: OpenMode) => Promise<StoreHandle>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly link: (from: string, to: string) => Promise<void>;
  readonly copy: (from: string, to: string) => Promise<void>;
  /** Deletes a file or a folder with what is in it; it need not be there. */
  readonly remove: (path: string) => Promise<void>;
  readonly makeFolder: (path: string) => Promise<void>;
  /** Null where there is no such file. */
  readonly stat: (path: string) => Promise<FileStamp | null>;
  readonly list: (folder: string) => Promise<readonly string[]>;
  readonly syncFolder: (folder: string) => Promise<void>;
}

// "create" fails where the file is there.
const flags: Record<OpenMode, string | number> = {
  read: 'r',
  update: constants.O_RDWR,
  replace: 'w+',
  create: 'wx+',
};

export const nodeFiles: StoreFiles = {
  async read(path) {
    const handle = await open(path, 'r');
    try {
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  },
  open: async (path, mode) => nodeHandle(await open(path, flags[mode])),
  rename,
  link,
  copy: (from, to) => copyFile(from, to),
  remove: (path) => rm(path, { recursive: true, force: true }),
  async makeFolder(path) {
    await mkdir(path, { recursive: true });
  },
  async stat(path) {
    try {
      const { size, mtimeMs, ino } = await stat(path);
      return { size, modified: mtimeMs, node: ino };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  },
  list: (folder) => readdir(folder),
  async syncFolder(folder) {
    // Windows cannot open a folder; there a rename is durable with the file's own flush.
    if (process.platform === 'win32') return;
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

function nodeHandle(handle: FileHandle): StoreHandle {
  return {
    size: async () => (await handle.stat()).size,
    linked: async () => (await handle.stat()).nlink > 0,
    async read(position, length) {
      const buffer = Buffer.alloc(length);
      let done = 0;
      while (done < length) {
        const { bytesRead } = await handle.read(buffer, done, length - done, position + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return buffer.subarray(0, done);
    },
    async write(bytes, position) {
      let done = 0;
      while (done < bytes.length) {
        const left = bytes.length - done;
        const { bytesWritten } = await handle.write(bytes, done, left, position + done);
        done += bytesWritten;
      }
    },
    sync: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    close: () => handle.close(),
  };
}

/** A new file with these bytes, flushed; a file of that name is replaced. */
export async function writeFlushed(
  files: StoreFiles,
  path: string,
  bytes: Uint8Array,
  mode: 'replace' | 'create' = 'replace',
): Promise<void> {
  const handle = await files.open(path, mode);
  try {
    await handle.write(bytes, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The system's name of what went wrong, such as ENOSPC; null for errors that are not the system's. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

export function isMissing(error: unknown): boolean {
  const code = systemCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}
