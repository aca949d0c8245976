import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Patch, Stamp } from '../../core/edit/patch.ts';
import {
  documentIdSchema,
  type DocumentEntry,
  type DocumentId,
} from '../../core/model/document.ts';
import { documentFile } from '../../core/model/library-files.ts';
import { countWords } from '../../core/text/words.ts';
import { sourceFileName } from './document-folder.ts';
import { decodeFile } from './envelope.ts';
import { systemCode } from './files.ts';
import type { NewDocument } from './library-types.ts';
import type { StoreContext } from './store-context.ts';

/** Short enough to read, long enough that two never meet: 16 hex digits of a uuid. */
export function newDocumentId(stamp: Stamp): DocumentId {
  return stamp.id().replaceAll('-', '').slice(0, 16);
}

export function newEntry(id: DocumentId, document: NewDocument, stamp: Stamp): DocumentEntry {
  const { content, name, sha256 } = document;
  return {
    id,
    title: content.title,
    format: content.format,
    variant: content.variant,
    characters: content.text.length,
    words: countWords(content.text),
    source: sourceFileName(name, content.format),
    sourceName: name,
    sha256,
    added: stamp.now(),
    removed: null,
  };
}

export function additionPatch(entry: DocumentEntry, stamp: Stamp): Patch {
  const change = { entity: 'document', id: entry.id, before: null, after: entry } as const;
  return { id: stamp.id(), at: stamp.now(), label: 'document.add', changes: [change] };
}

/** The last resort for a lost library.json: entries made from the documents' own folders. */
export async function findEntries(
  context: StoreContext,
  known: ReadonlySet<DocumentId>,
): Promise<readonly DocumentEntry[]> {
  const folder = join(context.folder, 'documents');
  const entries: DocumentEntry[] = [];
  for (const id of [...(await namesIn(context, folder))].sort()) {
    if (!documentIdSchema.safeParse(id).success || known.has(id)) continue;
    const entry = await entryIn(context, join(folder, id), id);
    if (entry !== null) entries.push(entry);
  }
  return entries;
}

async function entryIn(
  { files, stamp }: StoreContext,
  folder: string,
  id: DocumentId,
): Promise<DocumentEntry | null> {
  try {
    const source = (await files.list(folder)).find((name) => /^source\.[a-z0-9]{1,12}$/.test(name));
    if (source === undefined) return null;
    const content = decodeFile(documentFile, await files.read(join(folder, 'document.json')));
    if (content.state !== 'good') return null;
    const bytes = await files.read(join(folder, source));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return newEntry(id, { content: content.data, bytes, name: source, sha256 }, stamp);
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return null;
  }
}

async function namesIn({ files }: StoreContext, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder);
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return [];
  }
}
