import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addMark } from '../../core/edit/marks.ts';
import type { Stamp } from '../../core/edit/patch.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { DocumentEntry } from '../../core/model/document.ts';
import {
  annotationsFile,
  documentFile,
  libraryFile,
  placesFile,
  tagsFile,
  type FileKind,
} from '../../core/model/library-files.ts';
import { encodeFile } from '../../main/store/envelope.ts';
import { encodeLine, newHeader } from '../../main/store/journal-lines.ts';
import { newEntry } from '../../main/store/new-entry.ts';
import { countingStamp, mark, sampleDocument, wordSpans } from '../main/store/workshop.ts';

/** Bytes of history that a library in long use has: the program cuts it at 16 MB to 8. */
const historyBytes = 12 * 1024 * 1024;

export interface Size {
  readonly documents: number;
  readonly annotations: number;
}

/** Writes a library as the program would have left it. Only as much history as there are marks, up to its usual length. */
export async function buildLibrary(folder: string, size: Size): Promise<void> {
  const stamp = countingStamp(size.annotations % 0xffff);
  const entries: DocumentEntry[] = [];
  const marks: Annotation[] = [];
  const each = Math.ceil(size.annotations / Math.max(1, size.documents));
  for (let n = 0; n < size.documents; n++) {
    const made = sampleDocument(`Document ${n}`, 200);
    const id = `document-${n.toString().padStart(6, '0')}`;
    const entry = newEntry(id, made, stamp);
    const own = marksFor(id, made.content.text, each, stamp);
    const path = join(folder, 'documents', id);
    await mkdir(path, { recursive: true });
    await writeFile(join(path, entry.source), made.bytes);
    await put(join(path, 'document.json'), documentFile, made.content);
    const seq = marks.length + own.length;
    await put(join(path, 'annotations.json'), annotationsFile, {
      ...emptyMarks,
      seq,
      annotations: own,
    });
    entries.push(entry);
    marks.push(...own);
  }
  await mkdir(join(folder, 'history'), { recursive: true });
  const seq = marks.length;
  await put(join(folder, 'library.json'), libraryFile, {
    ...emptyLibrary,
    seq,
    documents: entries,
  });
  await put(join(folder, 'tags.json'), tagsFile, { ...emptyTags, seq });
  await put(join(folder, 'reading.json'), placesFile, {});
  await writeFile(join(folder, 'history', 'journal.ndjson'), historyOf(marks, stamp));
}

const emptyMarks = annotationsFile.schema.parse({ seq: 0, annotations: [], removed: [] });
const emptyLibrary = libraryFile.schema.parse({ seq: 0, documents: [], removed: [] });
const emptyTags = tagsFile.schema.parse({ seq: 0, tags: [], removed: [] });

function marksFor(id: string, text: string, count: number, stamp: Stamp): Annotation[] {
  const spans = wordSpans(text);
  const chosen = Array.from({ length: count }, (_, n) => spans[(n * 13) % spans.length]);
  return chosen
    .filter((span) => span !== undefined)
    .map(({ start, end }) => mark(id, text, start, end, stamp))
    .sort((a, b) => a.span.start - b.span.start);
}

/** The newest edits, the last of them number `marks.length`. */
function historyOf(marks: readonly Annotation[], stamp: Stamp): Uint8Array {
  const lines: Buffer[] = [];
  let bytes = 0;
  let first = marks.length;
  for (; first > 0 && bytes < historyBytes; first--) {
    const made = marks[first - 1];
    if (made === undefined) throw new Error(`no mark ${first - 1}`);
    const line = encodeLine({ seq: first, type: 'do', patch: addMark(made, stamp) });
    lines.push(line);
    bytes += line.length;
  }
  return Buffer.concat([encodeLine(newHeader(first)), ...lines.reverse()]);
}

async function put<T>(path: string, kind: FileKind<T>, data: T): Promise<void> {
  await writeFile(path, encodeFile(kind, data, false));
}
