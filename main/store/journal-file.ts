import { dirname } from 'node:path';
import type { Patch } from '../../core/edit/patch.ts';
import type { DocumentId } from '../../core/model/document.ts';
import { isMissing, writeFlushed, type StoreFiles } from './files.ts';
import {
  encodeLine,
  newHeader,
  scanJournal,
  type JournalScan,
  type ReadLine,
} from './journal-lines.ts';

/** The documents whose marks a patch touches. */
export function documentsOf(patch: Patch): ReadonlySet<DocumentId> {
  return new Set(
    patch.changes.flatMap((change) => (change.entity === 'annotation' ? [change.document] : [])),
  );
}

export async function readIfThere(files: StoreFiles, path: string): Promise<Uint8Array | null> {
  try {
    return await files.read(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Puts a journal of these lines in the place of the old one, in one step. */
export async function rewriteJournal(
  files: StoreFiles,
  path: string,
  after: number,
  lines: readonly ReadLine[],
  bytes: Uint8Array,
): Promise<JournalScan> {
  const kept = lines.map((line) => bytes.subarray(line.at, line.at + line.length));
  const fresh = Buffer.concat([encodeLine(newHeader(after)), ...kept]);
  await writeFlushed(files, `${path}.tmp`, fresh);
  await files.rename(`${path}.tmp`, path);
  await files.syncFolder(dirname(path));
  return scanJournal(fresh);
}
