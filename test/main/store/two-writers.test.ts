import { copyFile, cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addMark, removeMarks, writeNote } from '../../../core/edit/marks.ts';
import { addTag, newTag } from '../../../core/edit/tags.ts';
import type { Stamp } from '../../../core/edit/patch.ts';
import type { Library } from '../../../main/store/library-types.ts';
import { isHeld } from '../../../main/store/lock.ts';
import {
  copyAsCrashed,
  countingStamp,
  mark,
  open,
  readJson,
  sampleDocument,
  value,
  withFolder,
} from './workshop.ts';

interface Two {
  readonly folders: readonly [string, string];
  readonly one: Library;
  readonly two: Library;
  readonly stamp: Stamp;
  readonly id: string;
  readonly text: string;
  readonly file: (folder: string) => string;
}

/** Two machines with a library that was equal, with one mark, when they opened it. Looks are made by hand. */
async function withTwo(work: (two: Two) => Promise<void>): Promise<void> {
  await withFolder(async (root) => {
    const folders = [join(root, 'one'), join(root, 'two')] as const;
    const stamp = countingStamp(1);
    const first = await open(folders[0], { stamp, installation: 'one' });
    const { id } = value(await first.add(sampleDocument('Ants'))).entry;
    const { text } = value(await first.content(id));
    value(await first.apply(addMark(mark(id, text, 0, 4, stamp), stamp)));
    await first.close();
    await cp(folders[0], folders[1], { recursive: true });
    const common = { stamp, checkpointDelay: 20 };
    const one = await open(folders[0], { ...common, installation: 'one' });
    const two = await open(folders[1], { ...common, installation: 'two' });
    const file = (folder: string) => join(folder, 'documents', id, 'annotations.json');
    for (const library of [one, two]) await library.annotations(id);
    await work({ folders, one, two, stamp, id, text, file });
    await one.close();
    await two.close();
  });
}

const idsOf = async (library: Library, id: string): Promise<string[]> =>
  value(await library.annotations(id))
    .map((each) => each.id)
    .sort();

/** Writes what is due. */
async function settle(library: Library, id: string): Promise<void> {
  await library.savePlace(id, { offset: 0, progress: 0, opened: '2026-01-01T00:00:00.000Z' });
  await library.savePlace(id, { offset: 1, progress: 0, opened: '2026-01-01T00:00:00.000Z' });
}

describe('two machines', () => {
  it('keep the marks of both, and what was removed stays removed', () =>
    withTwo(async ({ folders, one, two, stamp, id, text, file }) => {
      const [old] = value(await one.annotations(id));
      if (old === undefined) throw new Error('no mark');
      const [a, b] = [mark(id, text, 6, 15, stamp), mark(id, text, 16, 17, stamp)];
      value(await one.apply(addMark(a, stamp)));
      value(await two.apply(removeMarks([old], stamp)));
      value(await two.apply(addMark(b, stamp)));
      await settle(two, id);
      await copyFile(file(folders[1]), file(folders[0]));
      await one.lookOutside();
      expect(await idsOf(one, id)).toEqual([a.id, b.id].sort());
      expect(one.notices().at(-1)?.message).toContain('changed from outside');
      expect(one.history().undo).toBe('mark.add');
      value(await one.undo());
      expect(await idsOf(one, id)).toEqual([b.id]);
      expect(value(await one.removedMarks(id)).map((each) => each.annotation.id)).toEqual([
        a.id,
        old.id,
      ]);
    }));

  it('never overwrite each other: a file that is new is merged before ours is written', () =>
    withTwo(async ({ folders, one, two, stamp, id, text, file }) => {
      const [a, b] = [mark(id, text, 6, 15, stamp), mark(id, text, 16, 17, stamp)];
      value(await two.apply(addMark(b, stamp)));
      await settle(two, id);
      value(await one.apply(addMark(a, stamp)));
      await copyFile(file(folders[1]), file(folders[0]));
      await settle(one, id);
      expect(await readFile(file(folders[0]), 'utf8')).toContain(b.id);
      await one.close();
      const again = await open(folders[0], { installation: 'one' });
      expect(await idsOf(again, id)).toEqual(expect.arrayContaining([a.id, b.id]));
      await again.close();
      expect(await readFile(file(folders[0]), 'utf8')).toContain(a.id);
    }));

  it('a crash with the file of the other in the place of ours loses nothing', () =>
    withTwo(async ({ folders, one, two, stamp, id, text, file }) => {
      const [a, b] = [mark(id, text, 6, 15, stamp), mark(id, text, 16, 17, stamp)];
      value(await two.apply(addMark(b, stamp)));
      for (const note of ['x', 'y', 'z']) value(await two.apply(writeNote(b, note, stamp)));
      await settle(two, id);
      value(await one.apply(addMark(a, stamp)));
      value(await one.apply(writeNote(a, 'mine', stamp)));
      const crashed = `${folders[0]}-crashed`;
      await copyAsCrashed(folders[0], crashed);
      await copyFile(file(folders[1]), file(crashed));
      const again = await open(crashed, { installation: 'one' });
      expect(await idsOf(again, id)).toEqual(expect.arrayContaining([a.id, b.id]));
      const marks = value(await again.annotations(id));
      expect(marks.find((each) => each.id === a.id)?.note).toBe('mine');
      expect(again.notices()).toEqual([]);
      await again.close();
    }));

  it('an undone removal stays undone, although the other still has it removed', () =>
    withTwo(async ({ folders, one, two, stamp, id, file }) => {
      const [old] = value(await one.annotations(id));
      if (old === undefined) throw new Error('no mark');
      value(await one.apply(removeMarks([old], stamp)));
      await settle(one, id);
      await copyFile(file(folders[0]), file(folders[1]));
      await two.lookOutside();
      expect(await idsOf(two, id)).toEqual([]);
      value(await one.undo());
      await copyFile(file(folders[1]), file(folders[0]));
      await one.lookOutside();
      expect(await idsOf(one, id)).toEqual([old.id]);
      await settle(one, id);
      await copyFile(file(folders[0]), file(folders[1]));
      await two.lookOutside();
      expect(await idsOf(two, id)).toEqual([old.id]);
    }));

  it('of two new tags with one name both stay', () =>
    withTwo(async ({ folders, one, two, stamp, id }) => {
      value(await one.apply(addTag(newTag('Ants', 'blue', null, stamp), stamp)));
      value(await two.apply(addTag(newTag('ants', 'pink', null, stamp), stamp)));
      await settle(two, id);
      await copyFile(join(folders[1], 'tags.json'), join(folders[0], 'tags.json'));
      await one.lookOutside();
      expect(one.tags().map((tag) => tag.name)).toEqual(['Ants', 'ants (2)']);
    }));

  it.each([
    'annotations.sync-conflict-20260102-030405-ABCDEF7.json',
    "annotations (Ada's conflicted copy 2026-01-02).json",
    'annotations 2.json',
    'annotations (conflicted copy 2026-01-02 030405).json',
  ])('%s is merged and kept in the bin', (name) =>
    withTwo(async ({ folders, one, two, stamp, id, text, file }) => {
      const b = mark(id, text, 16, 17, stamp);
      value(await two.apply(addMark(b, stamp)));
      await settle(two, id);
      await copyFile(file(folders[1]), join(folders[0], 'documents', id, name));
      await one.lookOutside();
      expect(await idsOf(one, id)).toContain(b.id);
      expect(await readdir(join(folders[0], 'trash', 'conflicts'))).toEqual([name]);
      expect(await readdir(join(folders[0], 'documents', id))).not.toContain(name);
      expect(one.notices().at(-1)?.message).toContain('conflict copy');
    }),
  );
});

describe('what others do to the files', () => {
  it('damage is put aside, and ours is written again; what is taken away too', () =>
    withTwo(async ({ folders, one, id, file }) => {
      const before = await idsOf(one, id);
      await writeFile(file(folders[0]), '{"kind":');
      await one.lookOutside();
      expect(one.notices().at(-1)?.message).toContain('was damaged');
      await settle(one, id);
      expect(await readFile(file(folders[0]), 'utf8')).toContain(before[0]);
      await rm(file(folders[0]));
      await one.lookOutside();
      await settle(one, id);
      expect(await readFile(file(folders[0]), 'utf8')).toContain(before[0]);
    }));

  it('a folder that appears becomes a text; one that goes is missed in words', () =>
    withTwo(async ({ folders, one, two, id }) => {
      const added = value(await two.add(sampleDocument('Bees')));
      const path = (folder: string) => join(folder, 'documents', added.entry.id);
      await cp(path(folders[1]), path(folders[0]), { recursive: true });
      for (let look = 0; look < 3; look++) await one.lookOutside();
      expect(one.documents().map((entry) => entry.title)).toEqual(['Ants', 'Bees']);
      await rename(join(folders[0], 'documents', id), join(folders[0], 'elsewhere'));
      await one.lookOutside();
      expect(one.notices().some((notice) => notice.message.includes('taken out'))).toBe(true);
      expect(one.documents()).toHaveLength(2);
      expect(await idsOf(one, id)).toHaveLength(1);
    }));

  it('the bin forgets what was removed, not that it was', () =>
    withTwo(async ({ folders, one, id, stamp, file }) => {
      const all = value(await one.annotations(id));
      value(await one.apply(removeMarks(all, stamp)));
      expect(value(await one.forgetRemoved())).toEqual({ marks: 1, tags: 0 });
      expect(value(await one.removedMarks(id))).toEqual([]);
      expect(await readJson(file(folders[0]))).toMatchObject({
        data: { annotations: [], removed: [{ id: all[0]?.id, was: null }] },
      });
      await copyFile(file(folders[1]), file(folders[0]));
      await one.lookOutside();
      expect(await idsOf(one, id)).toEqual([]);
    }));
});

it('a library from before there were others keeps its history', () =>
  withFolder(async (folder) => {
    const stamp = countingStamp();
    const old = await open(folder, { stamp });
    value(await old.apply(addTag(newTag('Ants', 'blue', null, stamp), stamp)));
    await old.close();
    const library = await open(folder, { stamp, installation: 'one' });
    expect(library.history().undo).toBe('tag.add');
    expect(library.notices()).toEqual([]);
    await library.close();
    expect(await readdir(join(folder, 'history'))).toEqual(['journal-one.ndjson']);
  }));

it('a lock of another computer counts as long as it gives signs of life', async () => {
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const holder = { pid: 1, started: null, host: `not-${hostname()}`, program: 'app' } as const;
  expect(await isHeld({ ...holder, created: ago(600), alive: ago(1) })).toBe(true);
  expect(await isHeld({ ...holder, created: ago(600), alive: ago(10) })).toBe(false);
  expect(await isHeld({ ...holder, created: ago(-600) })).toBe(false);
});
