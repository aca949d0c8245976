import { join } from 'node:path';
import { verifyMessages as messages } from '../../../core/messages/en/verify.ts';
import { checksFile } from '../../../core/model/backup-files.ts';
import { documentIdSchema } from '../../../core/model/document.ts';
import {
  annotationsFile,
  documentFile,
  itemsFile,
  libraryFile,
  placesFile,
  tagsFile,
  type FileKind,
} from '../../../core/model/library-files.ts';
import { namesIn } from '../backup/small-files.ts';
import { decodeFile } from '../envelope.ts';
import type { StoreFiles } from '../files.ts';
import { readIfThere } from '../journal-file.ts';
import { checkedPatch, newHeader, scanJournal } from '../journal-lines.ts';
import { isJournal } from '../journal-place.ts';
import type { Finding } from './findings.ts';

/** Every file by itself: its envelope and schema, and the checksum of each line of the history. Reads only. */
export async function verifyFiles(
  files: StoreFiles,
  folder: string,
): Promise<{ readonly files: number; readonly findings: readonly Finding[] }> {
  const findings: Finding[] = [];
  let count = 0;
  const check = async <T>(name: string, kind: FileKind<T>, must: boolean): Promise<void> => {
    const bytes = await readIfThere(files, join(folder, ...name.split('/')));
    if (bytes !== null) count += 1;
    const found = bytes === null ? (must ? missing(name) : null) : findingOf(name, kind, bytes);
    if (found !== null) findings.push(found);
  };
  const there = await namesIn(files, folder);
  await check('library.json', libraryFile, true);
  await check('tags.json', tagsFile, there.includes('tags.json.bak'));
  await check('items.json', itemsFile, there.includes('items.json.bak'));
  await check('reading.json', placesFile, false);
  await check('backups/checked.json', checksFile, false);
  for (const id of await namesIn(files, join(folder, 'documents'))) {
    if (!documentIdSchema.safeParse(id).success) continue;
    const names = await namesIn(files, join(folder, 'documents', id));
    const lost = names.includes('annotations.json.bak');
    await check(`documents/${id}/annotations.json`, annotationsFile, lost);
    await check(`documents/${id}/document.json`, documentFile, true);
  }
  for (const path of await journals(files, folder)) {
    const bytes = await readIfThere(files, join(folder, ...path.split('/')));
    if (bytes === null) continue;
    count += 1;
    const found = verifyJournal(path, bytes);
    if (found !== null) findings.push(found);
  }
  return { files: count, findings };
}

function findingOf<T>(file: string, kind: FileKind<T>, bytes: Uint8Array): Finding | null {
  const decoded = decodeFile(kind, bytes);
  if (decoded.state === 'good') return null;
  return decoded.state === 'newer'
    ? { file, problem: 'newer', message: messages.newer(file) }
    : { file, problem: 'damaged', message: messages.file(file, decoded.problem) };
}

function missing(file: string): Finding {
  return { file, problem: 'missing', message: messages.file(file, 'missing') };
}

/** A line that was cut short by a crash is no damage: it was never acknowledged, and the next start cuts it off. */
function verifyJournal(file: string, bytes: Uint8Array): Finding | null {
  const { bad, lines, header } = scanJournal(bytes);
  if (header !== null && header.version > newHeader(0).version) {
    return { file, problem: 'newer', message: messages.newer(file) };
  }
  const misfits = lines.filter(({ record }) => checkedPatch(record) === null).length;
  const wrong = bad + misfits + (header === null && bytes.length > 0 ? 1 : 0);
  if (wrong === 0) return null;
  return { file, problem: 'journal', message: messages.journal(file, wrong) };
}

/** Damaged ones that were kept aside are not looked at again. */
async function journals(files: StoreFiles, folder: string): Promise<readonly string[]> {
  const names = await namesIn(files, join(folder, 'history'));
  return names.filter(isJournal).map((name) => `history/${name}`);
}
