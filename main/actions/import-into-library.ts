import { createHash } from 'node:crypto';
import type { Failure, Imported, Result } from '../../core/contract.ts';
import { shellMessages as messages } from '../../core/messages/en/shell.ts';
import type { DocumentContent, DocumentEntry, DocumentId } from '../../core/model/document.ts';
import type { Services, SourceFile } from '../services.ts';
import { changeDocument } from './change-document.ts';
import { failed, ok } from '../store/outcome.ts';

type Context = Pick<Services, 'library' | 'importer' | 'stamp' | 'emit'>;
type Variant = DocumentContent['variant'];

interface Reading {
  readonly signal?: AbortSignal;
  /** The library does not have it: now its text is read. */
  readonly begun?: () => void;
}

/**
 * The same bytes are one document: where the library has them that entry is the answer, back from the bin if it was
 * there. A source that cannot be read leaves the library as it was.
 */
export async function importBytes(
  services: Context,
  { bytes, name }: SourceFile,
  variant: Variant,
  { signal, begun }: Reading = {},
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
  begun?.();
  const content = await importer.importSource(bytes, name, {
    variant,
    ...(signal && { signal }),
  });
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

export function failedImport(name: string, { code, message }: Failure): Imported {
  return { name, result: { kind: 'failed', code, message } };
}
