import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { addMark, writeNote } from '../../../core/edit/marks.ts';
import { addTag, newTag } from '../../../core/edit/tags.ts';
import {
  copyAsCrashed,
  countingStamp,
  mark,
  open,
  sampleDocument,
  snapshot,
  value,
  withFolder,
  wordSpans,
} from './workshop.ts';

const damages: Record<string, (bytes: Buffer) => Buffer | null> = {
  truncated: (bytes) => bytes.subarray(0, bytes.length / 2),
  empty: () => Buffer.alloc(0),
  zeros: (bytes) => Buffer.alloc(bytes.length),
  garbage: () => Buffer.from([0xff, 0xfe, 1, 2, 3, 0x7b]),
  'wrong schema': (bytes) =>
    Buffer.from(JSON.stringify({ ...(JSON.parse(bytes.toString()) as object), data: { a: 1 } })),
  'wrong kind': (bytes) =>
    Buffer.from(bytes.toString().replace(/"kind": ?"\w+"/, '"kind":"other"')),
  missing: () => null,
};

/** A library with two documents, tags and marks that was closed and opened again and changed, so copies exist. */
async function build(folder: string) {
  const stamp = countingStamp();
  for (const name of ['Ants', 'Bees']) {
    const library = await open(folder, { stamp });
    value(await library.apply(addTag(newTag(name, 'blue', null, stamp), stamp)));
    const { id } = value(await library.add(sampleDocument(name))).entry;
    const { text } = value(await library.content(id));
    for (const { start, end } of wordSpans(text).slice(0, 5)) {
      value(await library.apply(addMark(mark(id, text, start, end, stamp), stamp)));
    }
    await library.savePlace(id, { offset: 7, progress: 0.1, opened: stamp.now() });
    await library.close();
  }
  const library = await open(folder, { stamp });
  const id = library.documents()[0]?.id ?? '';
  const first = value(await library.annotations(id))[0];
  if (first === undefined) throw new Error('no mark');
  value(await library.apply(writeNote(first, 'last', stamp)));
  await library.close();
  const again = await open(folder, { stamp, write: false });
  const all = await snapshot(again);
  await again.close();
  return { id, all };
}

describe('a damaged file', () => {
  let built: { id: string; all: Awaited<ReturnType<typeof snapshot>>; files: [string, Buffer][] };

  beforeAll(() =>
    withFolder(async (folder) => {
      const { id, all } = await build(folder);
      const names = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = names
        .filter((name) => name.isFile())
        .map((name) => join(name.parentPath, name.name));
      built = {
        id,
        all,
        files: await Promise.all(
          files.map(async (file): Promise<[string, Buffer]> => [
            file.slice(folder.length + 1),
            await readFile(file),
          ]),
        ),
      };
    }),
  );

  async function restore(folder: string): Promise<void> {
    for (const [name, bytes] of built.files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), bytes);
    }
  }

  async function damage(path: string, how: string): Promise<void> {
    const bytes = damages[how]?.(await readFile(path)) ?? null;
    if (bytes === null) await rm(path);
    else await writeFile(path, bytes);
  }

  const kinds = ['library.json', 'tags.json', 'annotations.json', 'document.json', 'reading.json'];
  const cases = kinds.flatMap((file) => Object.keys(damages).map((how) => [file, how] as const));

  it.each(cases)('%s %s: opens with everything, says so, keeps the bad file', (file, how) =>
    withFolder(async (folder) => {
      await restore(folder);
      const deep = file === 'annotations.json' || file === 'document.json';
      const path = deep ? join(folder, 'documents', built.id, file) : join(folder, file);
      await damage(path, how);
      const damaged = how === 'missing' ? null : await readFile(path);

      const reader = await open(folder, { write: false });
      expect(await snapshot(reader)).toEqual(built.all);
      await reader.close();
      if (how !== 'missing') expect(await readFile(path)).toEqual(damaged);

      const library = await open(folder);
      expect(await snapshot(library)).toEqual(built.all);
      expect(value(await library.content(built.id)).text).toContain('Ants, paragraph 1:');
      const messages = library.notices().map((notice) => notice.message);
      const unseen = how === 'missing' && file === 'document.json' ? 1 : messages.length;
      expect([unseen, messages.length]).toEqual([1, 1]);
      await library.close();

      const kept = (await readdir(dirname(path))).filter((name) => name.includes('.damaged-'));
      expect(kept).toHaveLength(how === 'missing' ? 0 : 1);
      for (const name of kept) {
        expect(await readFile(join(dirname(path), name))).toEqual(damaged);
        expect(messages[0]).toContain(name);
      }
      const again = await open(folder);
      expect(await snapshot(again)).toEqual(built.all);
      expect(value(await again.content(built.id)).text).toContain('Ants, paragraph 1:');
      expect(again.notices()).toEqual([]);
      await again.close();
    }),
  );

  it.each(kinds.slice(0, 3))('%s and its copy both gone: the history restores it', (file) =>
    withFolder(async (folder) => {
      await restore(folder);
      const path = file.startsWith('ann')
        ? join(folder, 'documents', built.id, file)
        : join(folder, file);
      await writeFile(path, 'x');
      await writeFile(`${path}.bak`, 'y');
      const library = await open(folder);
      expect(await snapshot(library)).toEqual(built.all);
      expect(library.notices()).toHaveLength(1);
      await library.close();
      const again = await open(folder);
      expect(await snapshot(again)).toEqual(built.all);
      await again.close();
    }),
  );

  it.each([...kinds, 'journal.ndjson'])('%s of a newer program is read and never written', (file) =>
    withFolder(async (folder) => {
      await restore(folder);
      const deep = file === 'annotations.json' || file === 'document.json';
      const path = deep
        ? join(folder, 'documents', built.id, file)
        : join(folder, file === 'journal.ndjson' ? 'history' : '', file);
      const { encodeLine } = await import('../../../main/store/journal-lines.ts');
      const newer = (await readFile(path)).toString().replace(/"version": ?1/, '"version": 99');
      const header = encodeLine({ kind: 'history', version: 99, data: { after: 0 } });
      await writeFile(path, file === 'journal.ndjson' ? header : newer);
      const before = await readFile(path);
      const library = await open(folder);
      const seen = await snapshot(library);
      expect({ ...seen, history: null }).toEqual({ ...built.all, history: null });
      value(await library.content(built.id));
      expect(library.writable).toBe(false);
      expect(library.notices()).toHaveLength(1);
      expect(await library.undo()).toMatchObject({ error: { code: 'read-only' } });
      await library.savePlace(built.id, { offset: 1, progress: 0, opened: '2026-01-01T00:00:00Z' });
      await library.close();
      expect(await readFile(path)).toEqual(before);
    }),
  );

  it('a missing or damaged journal costs the undo history, no mark', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'history', 'journal.ndjson');
      for (const how of ['missing', 'empty', 'zeros', 'garbage', 'truncated']) {
        await rm(folder, { recursive: true });
        await restore(folder);
        await damage(path, how);
        const library = await open(folder);
        const seen = await snapshot(library);
        expect({ ...seen, history: null }).toEqual({ ...built.all, history: null });
        expect(library.notices().length, how).toBeGreaterThan(0);
        const stamp = countingStamp(77);
        const tag = newTag('After', 'pink', null, stamp);
        value(await library.apply(addTag(tag, stamp)));
        const first = value(await library.annotations(built.id))[1];
        if (first === undefined) throw new Error('no mark');
        value(await library.apply(writeNote(first, 'after', stamp)));
        const after = await snapshot(library);
        // What is in the journal alone must count at the next start, whatever numbers the files have.
        await rm(`${folder}-copy`, { recursive: true, force: true });
        await copyAsCrashed(folder, `${folder}-copy`);
        await library.close();
        const again = await open(`${folder}-copy`);
        expect(await snapshot(again), how).toEqual(after);
        await again.close();
        await rm(`${folder}-copy`, { recursive: true, force: true });
      }
    }));

  it('a bad line in the middle of the journal is kept aside and the others count', () =>
    withFolder(async (folder) => {
      await restore(folder);
      const path = join(folder, 'history', 'journal.ndjson');
      const bytes = await readFile(path);
      bytes[bytes.indexOf(10, 2000) + 20] = 1;
      await writeFile(path, bytes);
      const library = await open(folder);
      expect(await snapshot(library)).toEqual(built.all);
      expect(library.notices()[0]?.message).toContain('journal.ndjson.damaged-');
      await library.close();
      const again = await open(folder);
      expect(again.notices()).toEqual([]);
      await again.close();
    }));

  it('library.json lost with the journal: the list is made from the folders', () =>
    withFolder(async (folder) => {
      await restore(folder);
      await rm(join(folder, 'history'), { recursive: true });
      for (const name of ['library.json', 'library.json.bak']) await rm(join(folder, name));
      const library = await open(folder);
      const ids = (entries: readonly { id: string }[]) => entries.map((entry) => entry.id).sort();
      expect(ids(library.documents())).toEqual(ids(built.all.documents));
      expect(value(await library.annotations(built.id))).toEqual(built.all.marks[built.id]);
      await library.close();
    }));
});
