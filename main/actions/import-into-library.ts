import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Failure, Imported, Result } from '../../core/contract.ts';
import { shellMessages as messages } from '../../core/messages/en/shell.ts';
import type { DocumentContent, DocumentEntry, DocumentId } from '../../core/model/document.ts';
import type { Services, SourceFile } from '../services.ts';
import { changeDocument } from './change-document.ts';
import { failed, ok } from '../store/outcome.ts';

type Context = Pick<Services, 'library' | 'importer' | 'stamp' | 'emit'>;
type Variant = DocumentContent['variant'];

/** From so many files on, a backup is made first. */
export const many = 20;

/** One after the other, so that a folder of large files needs the memory of one. */
export async function importPaths(
  services: Context & Pick<Services, 'recent'>,
  paths: readonly string[],
): Promise<readonly Imported[]> {
  if (paths.length === 0) return [];
  if (paths.length >= many) await services.library.backups.make('import');
  services.emit('import.started', { names: paths.map((file) => path.basename(file)) });
  const imported: Imported[] = [];
  for (const file of paths) {
    const one = await importFile(services, file, 'article');
    if (one.result.kind !== 'failed') services.recent.add(file);
    imported.push(one);
    if (one.result.kind === 'failed' && one.result.code === 'cancelled') break;
  }
  return imported;
}

export async function importFile(
  services: Context,
  file: string,
  variant: Variant,
): Promise<Imported> {
  const read = await services.importer.readFile(file);
  return read.ok
    ? importBytes(services, read.value, variant)
    : failedImport(path.basename(file), read.error);
}

/**
 * The same bytes are one document: where the library has them that entry is the answer, back from the bin if it was
 * there. A source that cannot be read leaves the library as it was.
 */
export async function importBytes(
  services: Context,
  { bytes, name }: SourceFile,
  variant: Variant,
): Promise<Imported> {
  const { library, importer, emit } = services;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = library.known(sha256, variant);
  if (known !== null) {
    const back = await restored(services, known);
    return back.ok
      ? { name, result: { kind: 'known', entry: back.value } }
      : failedImport(name, back.error);
  }
  const content = await importer.importSource(bytes, name, { variant });
  if (!content.ok) return failedImport(name, content.error);
  const added = await library.add({ ...content.value, bytes, name, sha256 });
  if (!added.ok) return failedImport(name, added.error);
  const { patch, history, entry } = added.value;
  emit('library.changed', { patch, history });
  return { name, result: { kind: 'added', entry } };
}

/** The same source taken in another way is a document of its own, with its own text and marks. */
export async function importVariant(
  services: Context,
  id: DocumentId,
  variant: Variant,
): Promise<Result<Imported>> {
  const entry = services.library.documents().find((document) => document.id === id);
  if (entry === undefined) return failed('not-found', messages.noDocument);
  const bytes = await services.library.source(id);
  if (!bytes.ok) return bytes;
  const source = { bytes: bytes.value, name: entry.sourceName };
  return ok(await importBytes(services, source, variant));
}

async function restored(services: Context, entry: DocumentEntry): Promise<Result<DocumentEntry>> {
  if (entry.removed === null) return ok(entry);
  const back = await changeDocument(services, entry.id, 'document.restore', { removed: null });
  if (!back.ok) return back;
  services.emit('library.changed', back.value);
  return ok({ ...entry, removed: null });
}

function failedImport(name: string, { code, message }: Failure): Imported {
  return { name, result: { kind: 'failed', code, message } };
}
