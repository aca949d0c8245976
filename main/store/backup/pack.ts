import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import {
  manifestFile,
  type BackupManifest,
  type BackupReason,
} from '../../../core/model/backup-files.ts';
import { encodeFile } from '../envelope.ts';
import { stateOf } from './backup-state.ts';
import type { SmallFile } from './small-files.ts';

export const manifestName = 'manifest.json';

/** Counts and sums up the files; others get their turn in between. */
export async function describeFiles(
  small: readonly SmallFile[],
  at: string,
  reason: BackupReason,
): Promise<BackupManifest> {
  const files: BackupManifest['files'][number][] = [];
  for (const { name, bytes } of small) {
    files.push({ name, bytes: bytes.length, sha256: sha256(bytes) });
    await setImmediate();
  }
  const { documents, marks } = await stateOf(small);
  const count = [...marks.values()].reduce((sum, list) => sum + list.length, 0);
  return { at, reason, documents: documents.length, marks: count, files };
}

/** The zip with its list of contents first. Compressing runs beside the process's own work. */
export async function packBackup(
  small: readonly SmallFile[],
  manifest: BackupManifest,
): Promise<Uint8Array> {
  // Loaded when a backup is made: no start waits for it.
  const { default: yazl } = await import('yazl');
  const zip = new yazl.ZipFile();
  const mtime = new Date(manifest.at);
  zip.addBuffer(Buffer.from(encodeFile(manifestFile, manifest, true)), manifestName, { mtime });
  for (const { name, bytes } of small) zip.addBuffer(Buffer.from(bytes), name, { mtime });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
