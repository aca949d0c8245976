import type { BackupProblem } from '../../../core/messages/en/care.ts';
import { manifestFile, type BackupManifest } from '../../../core/model/backup-files.ts';
import { decodeFile } from '../envelope.ts';
import { manifestName, sha256 } from './pack.ts';
import type { SmallFile } from './small-files.ts';

export interface Unpacked {
  readonly manifest: BackupManifest;
  readonly files: readonly SmallFile[];
}

/** More than any library's small files; a zip that claims more is not ours. */
const mostBytes = 1024 * 1024 * 1024;
const ours =
  /^(?:(?:library|tags|items|reading)\.json|documents\/[a-z0-9-]{6,64}\/annotations\.json)$/;

/** Takes a backup apart and compares every file with the sum it was packed with. */
export async function unpackBackup(
  zip: Uint8Array,
): Promise<Unpacked | { readonly problem: BackupProblem }> {
  const entries = await readEntries(zip);
  if (entries === null) return { problem: 'notZip' };
  const bytes = entries.get(manifestName);
  if (bytes === undefined) return { problem: 'noManifest' };
  const decoded = decodeFile(manifestFile, bytes);
  if (decoded.state === 'newer') return { problem: 'newer' };
  if (decoded.state === 'damaged') return { problem: 'noManifest' };
  const manifest = decoded.data;
  const files: SmallFile[] = [];
  for (const file of manifest.files) {
    const found = entries.get(file.name);
    if (found === undefined || !ours.test(file.name) || sha256(found) !== file.sha256) {
      return { problem: 'wrongContents' };
    }
    files.push({ name: file.name, bytes: found });
  }
  return { manifest, files };
}

/** Null where it is no zip that can be read to its end. */
async function readEntries(zip: Uint8Array): Promise<Map<string, Uint8Array> | null> {
  // Loaded when a backup is opened: no start waits for it.
  const { default: yauzl } = await import('yauzl');
  const found = new Map<string, Uint8Array>();
  try {
    const opened = await yauzl.fromBufferPromise(Buffer.from(zip));
    let total = 0;
    for await (const entry of opened.eachEntry()) {
      total += entry.uncompressedSize;
      if (total > mostBytes) return null;
      const stream = await opened.openReadStreamPromise(entry);
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      found.set(entry.fileName, Buffer.concat(chunks));
    }
    return found;
  } catch (error) {
    // Every error here is about the bytes: nothing else is touched.
    if (error instanceof Error) return null;
    throw error;
  }
}
