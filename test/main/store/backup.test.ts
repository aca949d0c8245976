import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addMark, recolourMarks, removeMarks } from '../../../core/edit/marks.ts';
import { addTag, newTag, renameTag } from '../../../core/edit/tags.ts';
import type { Stamp } from '../../../core/edit/patch.ts';
import { backupFileName, backupNames } from '../../../main/store/backup/backup-name.ts';
import { outlived } from '../../../main/store/backup/retention.ts';
import { unpackBackup } from '../../../main/store/backup/unpack.ts';
import type { Library } from '../../../main/store/library-types.ts';
import {
  countingStamp,
  mark,
  open,
  sampleDocument,
  snapshot,
  value,
  withFolder,
  wordSpans,
} from './workshop.ts';

/** Ids that count, and a clock that stands still until it is set. */
function clockStamp(at: string): Stamp & { set: (next: string) => void } {
  const { id } = countingStamp(9);
  let time = at;
  return {
    id,
    now: () => time,
    set: (next) => {
      time = next;
    },
  };
}

async function addMarks(library: Library, document: string, count: number, stamp: Stamp) {
  const { text } = value(await library.content(document));
  const taken = value(await library.annotations(document)).length;
  for (const { start, end } of wordSpans(text).slice(taken, taken + count)) {
    value(await library.apply(addMark(mark(document, text, start, end, stamp), stamp)));
  }
}

const contents = async (library: Library) => {
  const { documents, tags, marks } = await snapshot(library);
  return { documents, tags, marks };
};

it('is made before the first change of a day, from the files as they were', () =>
  withFolder(async (folder) => {
    const stamp = clockStamp('2026-03-01T10:00:00.000Z');
    // There is nothing to back up before the very first change.
    let library = await open(folder, { stamp, checkpointDelay: 1, dailyBackup: true });
    const { entry } = value(await library.add(sampleDocument('one', 10)));
    await addMarks(library, entry.id, 3, stamp);
    await library.close();
    library = await open(folder, { stamp, checkpointDelay: 1, dailyBackup: true });
    expect(value(await library.backups.list())).toEqual([]);
    await addMarks(library, entry.id, 4, stamp);
    await library.close();
    library = await open(folder, { stamp, checkpointDelay: 1, dailyBackup: true });
    await addMarks(library, entry.id, 1, stamp);
    const [first, ...others] = value(await library.backups.list());
    expect(others).toEqual([]);
    expect(first).toMatchObject({ reason: 'day', documents: 1, marks: 3 });
    expect(first?.file).toBe('commonplace-20260301T100000Z-day.zip');
    stamp.set('2026-03-02T09:00:00.000Z');
    await addMarks(library, entry.id, 1, stamp);
    await library.close();
    library = await open(folder, { stamp });
    const counts = value(await library.backups.list()).map(({ marks }) => marks);
    expect(counts).toEqual([8, 3]);
    await library.close();
  }));

it('is checked by really restoring it, and the check is kept with its time', () =>
  withFolder(async (folder) => {
    const stamp = clockStamp('2026-03-01T10:00:00.000Z');
    const library = await open(folder, { stamp });
    const { entry } = value(await library.add(sampleDocument('one', 10)));
    await addMarks(library, entry.id, 5, stamp);
    const made = value(await library.backups.make('hand'));
    expect(made).toMatchObject({ reason: 'hand', marks: 5, checked: stamp.now() });
    const path = join(folder, 'backups', made.file);
    const zip = await readFile(path);
    const unpacked = await unpackBackup(zip);
    const names = 'files' in unpacked ? unpacked.files.map(({ name }) => name) : [];
    expect(names).toContain(`documents/${entry.id}/annotations.json`);
    expect(names.join(' ')).not.toMatch(/source|document\.json|journal|bak/);
    zip.fill(0, 400, 420);
    await writeFile(path, zip);
    expect(await library.backups.check(made.file)).toBe(false);
    expect(library.notices()).toHaveLength(1);
    expect(await library.backups.restore({ file: made.file })).toMatchObject({ ok: false });
    expect(await library.backups.restore({ file: '../library.json' })).toMatchObject({
      error: { code: 'not-found' },
    });
    await library.close();
  }));

it('is restored as one edit that says before what it does, and that undo takes back', () =>
  withFolder(async (folder) => {
    const stamp = countingStamp(5);
    const library = await open(folder, { stamp, checkpointDelay: 1 });
    const { entry } = value(await library.add(sampleDocument('one', 10)));
    const [kept, gone] = [newTag('Kept', 'blue', null, stamp), newTag('Gone', 'pink', null, stamp)];
    for (const tag of [kept, gone]) value(await library.apply(addTag(tag, stamp)));
    await addMarks(library, entry.id, 4, stamp);
    const then = await contents(library);
    const { file } = value(await library.backups.make('hand'));
    const nothing = { added: 0, removed: 0, changed: 0 };
    expect(value(await library.backups.preview({ file }))).toEqual({
      documents: nothing,
      tags: nothing,
      marks: nothing,
    });
    expect(value(await library.backups.restore({ file }))).toBeNull();

    const marks = value(await library.annotations(entry.id));
    value(await library.apply(removeMarks(marks.slice(0, 2), stamp)));
    value(await library.apply(recolourMarks(marks.slice(2), 'green', stamp)));
    value(await library.removeTag(gone.id));
    value(await library.apply(renameTag(kept, 'Renamed', stamp)));
    // The name is given again, to a mark in a text that came after the backup.
    const again = newTag('Gone', 'teal', null, stamp);
    value(await library.apply(addTag(again, stamp)));
    const later = value(await library.add(sampleDocument('later', 5))).entry;
    const { text } = value(await library.content(later.id));
    const bearing = mark(later.id, text, 0, 5, stamp, { tags: [again.id] });
    value(await library.apply(addMark(bearing, stamp)));
    const before = await contents(library);

    expect(value(await library.backups.preview({ file }))).toEqual({
      documents: { added: 0, removed: 1, changed: 0 },
      tags: { added: 1, removed: 1, changed: 1 },
      marks: { added: 2, removed: 0, changed: 3 },
    });
    const restored = value(await library.backups.restore({ file }));
    expect(restored?.patch.label).toBe('backup.restore');
    const after = await contents(library);
    expect(after.tags).toEqual(then.tags);
    expect(after.marks[entry.id]).toEqual(then.marks[entry.id]);
    const binned = after.documents.find(({ id }) => id === later.id);
    expect(binned?.removed).not.toBeNull();
    expect(after.marks[later.id]).toEqual([{ ...bearing, tags: [gone.id] }]);
    value(await library.undo());
    expect(await contents(library)).toEqual(before);
    await library.close();
    const reopened = await open(folder);
    expect(await contents(reopened)).toEqual(before);
    await reopened.close();
  }));

it('brings back all marks of a library whose small files are gone', () =>
  withFolder(async (folder) => {
    const stamp = countingStamp(6);
    const library = await open(join(folder, 'a'), { stamp });
    const { entry } = value(await library.add(sampleDocument('one', 10)));
    await addMarks(library, entry.id, 6, stamp);
    const then = await contents(library);
    const { file } = value(await library.backups.make('hand'));
    await library.close();
    await cp(join(folder, 'a'), join(folder, 'b'), { recursive: true });
    for (const name of await readdir(join(folder, 'b'))) {
      if (name !== 'documents' && name !== 'backups') {
        await rm(join(folder, 'b', name), { recursive: true });
      }
    }
    for (const name of ['annotations.json', 'annotations.json.bak', 'document.json']) {
      await rm(join(folder, 'b/documents', entry.id, name), { force: true });
    }
    const empty = await open(join(folder, 'b'));
    expect(empty.documents()).toEqual([]);
    value(await empty.backups.restore({ file }));
    expect(await contents(empty)).toEqual(then);
    expect(value(await empty.content(entry.id)).text).toContain('paragraph 9');
    await empty.close();
  }));

it('keeps all of 14 days, then one a month for 12 months', () => {
  const now = Date.parse('2026-11-22T12:00:00.000Z');
  const names = Array.from({ length: 500 }, (_, days) =>
    backupFileName(new Date(now - days * 86_400_000).toISOString(), 'day', new Set()),
  );
  const all = backupNames([...names, 'notes.zip', 'commonplace-2026-day.zip']);
  expect(all).toHaveLength(500);
  const gone = new Set(outlived(all, new Date(now).toISOString()).map(({ file }) => file));
  const kept = all.filter(({ file }) => !gone.has(file)).map(({ at }) => at.slice(0, 10));
  expect(kept.slice(0, 15)).toEqual([
    ...Array.from({ length: 14 }, (_, day) => `2026-11-${String(22 - day).padStart(2, '0')}`),
    '2026-11-08',
  ]);
  expect(kept.slice(15)).toEqual([
    '2026-10-31',
    '2026-09-30',
    '2026-08-31',
    '2026-07-31',
    '2026-06-30',
    '2026-05-31',
    '2026-04-30',
    '2026-03-31',
    '2026-02-28',
    '2026-01-31',
    '2025-12-31',
    '2025-11-30',
  ]);
  const again = new Set(['commonplace-20261122T120000Z-day.zip']);
  expect(backupFileName(new Date(now).toISOString(), 'day', again)).toMatch(/-day-2\.zip$/);
});
