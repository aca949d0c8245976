import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ErrorCode, Result } from '../../core/contract.ts';
import { importMessages } from '../../core/messages/en/imports.ts';
import { importLimits } from './limits.ts';
import { failed, megabytes } from './import-failure.ts';

export interface FileSource {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The bytes of an ordinary file, never more than the limit: folders, devices and pipes are refused before they are opened. */
export async function readSourceFile(
  path: string,
  mostBytes: number = importLimits.bytes,
): Promise<Result<FileSource>> {
  const name = basename(path);
  const tooLarge = failed('file-too-large', importMessages.tooLarge(name, megabytes(mostBytes)));
  try {
    const before = await stat(path);
    if (before.isDirectory()) return failed('unreadable-file', importMessages.folder(name));
    if (!before.isFile()) return failed('unreadable-file', importMessages.notAFile(name));
    if (before.size > mostBytes) return tooLarge;
    // Not blocking, should a pipe have taken the file's place since; Windows has no such flag.
    const file = await open(
      path,
      constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK),
    );
    try {
      if (!(await file.stat()).isFile()) {
        return failed('unreadable-file', importMessages.notAFile(name));
      }
      const bytes = await readUpTo(file, mostBytes + 1, before.size);
      return bytes.length > mostBytes ? tooLarge : { ok: true, value: { name, bytes } };
    } finally {
      await file.close();
    }
  } catch (error) {
    return refused(error, name);
  }
}

/** The file may grow while it is read: its size is a hint and `most` is the end. */
async function readUpTo(
  file: { read: (into: Uint8Array, at: number, length: number) => Promise<{ bytesRead: number }> },
  most: number,
  hint: number,
): Promise<Uint8Array> {
  let buffer = new Uint8Array(Math.min(most, hint + 1));
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length);
    if (bytesRead === 0) return buffer.subarray(0, length);
    length += bytesRead;
    if (length === most) return buffer;
    if (length === buffer.length) {
      const wider = new Uint8Array(Math.min(most, buffer.length * 2));
      wider.set(buffer);
      buffer = wider;
    }
  }
}

function refused(error: unknown, name: string): ReturnType<typeof failed> {
  const cause = error instanceof Error && 'code' in error ? error.code : null;
  const answer = (code: ErrorCode, message: string) => failed(code, message);
  switch (cause) {
    case 'ENOENT':
    case 'ENOTDIR':
      return answer('file-vanished', importMessages.vanished(name));
    case 'EACCES':
    case 'EPERM':
      return answer('unreadable-file', importMessages.notAllowed(name));
    default:
      return answer('unreadable-file', importMessages.unreadable(name));
  }
}
