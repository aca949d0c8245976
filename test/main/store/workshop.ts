import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeSpan } from '../../../core/anchor/describe.ts';
import type { Result } from '../../../core/contract.ts';
import type { Stamp } from '../../../core/edit/patch.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import { noDetails, type DocumentContent } from '../../../core/model/document.ts';
import type { Span } from '../../../core/model/span.ts';
import { composeText } from '../../../core/text/compose.ts';
import type { Rebuilt } from '../../../main/store/contents.ts';
import type { Library, NewDocument } from '../../../main/store/library-types.ts';
import { openLibrary, type OpenOptions } from '../../../main/store/library.ts';

// What the store's tests share: ids and times that repeat, small documents, folders that go away.

/** Ids and times that count up from a seed, so that a failing run can be repeated. */
export function countingStamp(seed = 0): Stamp {
  let count = 0;
  const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');
  return {
    id: () => `${hex(++count, 8)}-${hex(seed, 4)}-4000-8000-${hex(count, 12)}`,
    now: () => new Date(Date.UTC(2026, 0, 2) + ++count * 1000).toISOString(),
  };
}

export function sampleContent(name: string, paragraphs = 40): DocumentContent {
  const lines = Array.from(
    { length: paragraphs },
    (_, index) =>
      `${name}, paragraph ${index}: the quick brown fox jumps over the lazy dog, naïve 👩‍👩‍👧 too.`,
  );
  const drafts = lines.map((text) => ({
    kind: 'paragraph' as const,
    text,
    inlines: [],
    quote: 0,
    list: null,
  }));
  const { text, blocks } = composeText(drafts);
  return { title: name, format: 'text', variant: 'article', details: noDetails, text, blocks };
}

export function sampleDocument(name: string, paragraphs?: number): NewDocument {
  const content = sampleContent(name, paragraphs);
  return {
    content,
    bytes: Buffer.from(content.text),
    name: `${name}.TXT`,
    sha256: `sha of ${name}`,
  };
}

/** A rebuild that makes the sample again from the paragraphs of its source. */
export function rebuildSample(bytes: Uint8Array, name: string): Promise<Result<Rebuilt>> {
  const count = new TextDecoder().decode(bytes).split('\n\n').length;
  const content = sampleContent(name.replace(/\.TXT$/, ''), count);
  return Promise.resolve({ ok: true, value: { content } });
}

export function mark(
  document: string,
  text: string,
  start: number,
  end: number,
  stamp: Stamp,
  fields: Partial<Annotation> = {},
): Annotation {
  const span = { start, end };
  const created = stamp.now();
  return {
    id: stamp.id(),
    document,
    span,
    selector: describeSpan(text, [], span),
    colour: 'yellow',
    tags: [],
    note: '',
    author: '',
    created,
    modified: created,
    ...fields,
  };
}

/** The spans of the plain words of a text, in their order. */
export function wordSpans(text: string): Span[] {
  return [...text.matchAll(/[a-z]+/g)].map((word) => ({
    start: word.index,
    end: word.index + word[0].length,
  }));
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'commonplace-store-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function open(folder: string, options: Partial<OpenOptions> = {}): Promise<Library> {
  return value(await openLibrary(openOptions(folder, options)));
}

export function openOptions(folder: string, options: Partial<OpenOptions> = {}): OpenOptions {
  return {
    folder,
    program: 'cli',
    stamp: countingStamp(Math.floor(Math.random() * 0xffff)),
    rebuild: rebuildSample,
    ...options,
  };
}

/**
 * The folder about as a crash at this moment would leave it, in another place and without its lock. The history goes
 * last: a real crash cannot take a line that was there before a file was written.
 */
export async function copyAsCrashed(folder: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => Number(a.name === 'history') - Number(b.name === 'history'));
  for (const entry of entries) {
    if (entry.name.endsWith('.tmp') || entry.name.startsWith('library.lock')) continue;
    const [from, copy] = [join(folder, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyAsCrashed(from, copy);
    else await copyFile(from, copy);
  }
}

/** All that a reader would see: documents, tags, marks by document, what can be undone. */
export async function snapshot(library: Library) {
  const marks: Record<string, readonly Annotation[]> = {};
  for (const { id } of library.documents()) marks[id] = value(await library.annotations(id));
  return {
    documents: library.documents(),
    tags: library.tags(),
    marks,
    history: library.history(),
  };
}

export async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8')) as unknown;
}
