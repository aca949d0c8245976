import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../core/contract.ts';
import { addMark, removeMarks, setTags, writeNote } from '../../core/edit/marks.ts';
import type { Stamp } from '../../core/edit/patch.ts';
import { addTag, newTag } from '../../core/edit/tags.ts';
import { isMissing } from '../../main/store/files.ts';
import type { Library } from '../../main/store/library-types.ts';
import { mark, sampleDocument, value } from '../main/store/workshop.ts';

/** One thing that a program does with a library; it may be asked again after a failure. */
export interface Step {
  readonly name: string;
  readonly work: (library: Library) => Promise<Result<unknown>>;
}

/** From one opening of the library to its closing. */
export interface Chapter {
  /** What happens to the files before, outside the program. */
  readonly harm: (folder: string) => Promise<void>;
  readonly journalLimit: number;
  readonly steps: readonly Step[];
}

const long = 1_000_000;

/** A short life of a library in which the store uses every kind of file operation that it knows. */
export function sessionOf(stamp: Stamp): readonly Chapter[] {
  const tag = newTag('Ants', 'blue', null, stamp);
  const other = newTag('Bees', 'green', null, stamp);
  const step = (name: string, work: Step['work']): Step => ({ name, work });
  const marking = (start: number): Step => {
    const [id, patch, at] = [stamp.id(), stamp.id(), stamp.now()];
    const fixed: Stamp = { id: () => patch, now: () => at };
    return step(`mark ${start}`, async (library) => {
      const made = await sampleMark(library, start, { ...fixed, id: () => id });
      return made.ok ? library.apply(addMark(made.value, fixed)) : made;
    });
  };
  const settled = step('read on', async (library) => {
    const place = { offset: 1, progress: 0.1, opened: stamp.now() };
    await library.savePlace(firstOf(library), place);
    return { ok: true, value: null };
  });
  const undo = step('undo', (library) => library.undo());
  const redo = step('redo', (library) => library.redo());
  const first: Chapter = {
    harm: () => Promise.resolve(),
    journalLimit: long,
    steps: [
      step('add a document', (library) =>
        library.documents().length > 0
          ? Promise.resolve({ ok: true, value: null })
          : library.add(sampleDocument('Ants', 3)),
      ),
      step('add a tag', (library) => library.apply(addTag(tag, stamp))),
      marking(0),
      marking(6),
      settled,
      onFirstMark('tag a mark', (found) => setTags(found, [tag.id], stamp)),
      onFirstMark('note', (found) => writeNote(found, 'noted', stamp)),
      onFirstMark('delete', (found) => removeMarks([found], stamp)),
      undo,
      redo,
      undo,
    ],
  };
  const second: Chapter = {
    harm: harmFiles,
    journalLimit: long,
    steps: [
      step('read', (library) => library.content(firstOf(library))),
      step('add another tag', (library) => library.apply(addTag(other, stamp))),
      marking(17),
      step('delete a tag', (library) =>
        library.tags().some(({ id }) => id === tag.id)
          ? library.removeTag(tag.id)
          : Promise.resolve({ ok: true, value: null }),
      ),
      undo,
      settled,
    ],
  };
  const third: Chapter = { harm: harmJournal, journalLimit: 1, steps: [marking(2), settled] };
  return [first, second, third];
}

function firstOf(library: Library): string {
  return library.documents()[0]?.id ?? '';
}

async function sampleMark(library: Library, start: number, stamp: Stamp) {
  const content = await library.content(firstOf(library));
  if (!content.ok) return content;
  const made = mark(firstOf(library), content.value.text, start, start + 3, stamp);
  return { ok: true as const, value: made };
}

function onFirstMark(
  name: string,
  patch: (found: Parameters<typeof removeMarks>[0][number]) => Parameters<Library['apply']>[0],
): Step {
  return {
    name,
    async work(library) {
      const marks = await library.annotations(firstOf(library));
      if (!marks.ok) return marks;
      const [found] = marks.value;
      if (found === undefined) throw new Error('no mark');
      return library.apply(patch(found));
    },
  };
}

/** A lock of a process that is gone, damaged files, an import cut short, a torn end of the journal. */
async function harmFiles(folder: string): Promise<void> {
  await leaveLock(folder);
  const documents = join(folder, 'documents');
  await mkdir(join(documents, '.new-left'), { recursive: true });
  const { readdir } = await import('node:fs/promises');
  const ids = (await readdir(documents)).filter((name) => !name.startsWith('.'));
  const files = ids.map((id) => join(documents, id, 'document.json'));
  for (const file of [join(folder, 'tags.json'), ...files]) {
    if ((await readIfThere(file)) !== null) await writeFile(file, '{"kind":');
  }
  const journal = join(folder, 'history', 'journal.ndjson');
  if ((await readIfThere(journal)) !== null) await appendFile(journal, '{"seq":99,"ty');
}

/** A line that is not as it was written: the journal must be made anew. */
async function harmJournal(folder: string): Promise<void> {
  const journal = join(folder, 'history', 'journal.ndjson');
  if ((await readIfThere(journal)) !== null) await appendFile(journal, 'not a line\n');
}

/** The lock as a process that is gone has left it. */
export async function leaveLock(folder: string): Promise<void> {
  const holder = { pid: 4_194_300, started: '1', host: hostname(), program: 'cli' };
  const lock = { ...holder, created: new Date().toISOString() };
  await writeFile(join(folder, 'library.lock'), JSON.stringify(lock));
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** All that a reader would see, without the history. */
export async function contentsOf(library: Library): Promise<string> {
  const marks: Record<string, unknown> = {};
  for (const { id } of library.documents()) marks[id] = value(await library.annotations(id));
  return JSON.stringify({ documents: library.documents(), tags: library.tags(), marks }, null, 1);
}
