import { access, cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addMark, removeMarks, setTags } from '../../../core/edit/marks.ts';
import type { Stamp } from '../../../core/edit/patch.ts';
import { addTag, newTag } from '../../../core/edit/tags.ts';
import type { Library } from '../../../main/store/library-types.ts';
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

async function start(folder: string) {
  const stamp = countingStamp(3);
  const library = await open(folder, { stamp, checkpointDelay: 5 });
  const first = value(await library.add(sampleDocument('one', 5))).entry;
  const second = value(await library.add(sampleDocument('two', 5))).entry;
  const { text } = value(await library.content(first.id));
  const tag = newTag('Kept', 'blue', null, stamp);
  value(await library.apply(addTag(tag, stamp)));
  const marks = wordSpans(text)
    .slice(0, 3)
    .map(({ start: from, end }) => mark(first.id, text, from, end, stamp, { note: 'n' }));
  for (const one of marks) value(await library.apply(addMark(one, stamp)));
  const other = value(await library.content(second.id)).text;
  const elsewhere = mark(second.id, other, 0, 3, stamp);
  value(await library.apply(addMark(elsewhere, stamp)));
  const [some] = marks;
  if (some === undefined) throw new Error('no marks');
  value(await library.apply(setTags(some, [tag.id], stamp)));
  return { library, stamp, first, second, tag, some, marks, elsewhere };
}

function remove(library: Library, id: string, stamp: Stamp) {
  const changes = [
    { entity: 'document', id, before: { removed: null }, after: { removed: stamp.now() } } as const,
  ];
  return library.apply({ id: stamp.id(), at: stamp.now(), label: 'document.remove', changes });
}

it('lists what was deleted and puts it back as it was, in one edit', () =>
  withFolder(async (folder) => {
    const { library, stamp, first, second, some, tag } = await start(folder);
    const before = await snapshot(library);
    const bearing = value(await library.annotations(first.id)).find(({ id }) => id === some.id);
    if (bearing === undefined) throw new Error('not there');
    value(await library.apply(removeMarks([bearing], stamp)));
    value(await remove(library, second.id, stamp));
    const bin = value(await library.bin.list());
    expect(bin.documents.map(({ entry, marks }) => [entry.id, marks])).toEqual([[second.id, 1]]);
    expect(bin.marks.map(({ annotation, title }) => [annotation, title])).toEqual([
      [bearing, 'one'],
    ]);
    const restored = value(await library.bin.restore([second.id], [some.id]));
    expect(restored.patch.label).toBe('bin.restore');
    const after = await snapshot(library);
    expect([after.documents, after.tags, after.marks]).toEqual([
      before.documents,
      before.tags,
      before.marks,
    ]);
    expect(value(await library.bin.list())).toEqual({ documents: [], marks: [] });
    expect(await library.bin.restore([second.id], [some.id])).toMatchObject({
      error: { code: 'not-found' },
    });
    // A tag that was deleted after the mark comes back with it.
    value(await library.apply(removeMarks([bearing], stamp)));
    value(await library.removeTag(tag.id));
    value(await library.bin.restore([], [some.id]));
    expect(library.tags().map(({ name }) => name)).toEqual(['Kept']);
    value(await library.undo());
    expect(value(await library.bin.list()).marks).toHaveLength(1);
    await library.close();
  }));

it('is emptied for good, and the history offers nothing of it any more', () =>
  withFolder(async (folder) => {
    const { library, stamp, first, second, marks } = await start(folder);
    const [some, , third] = marks;
    if (some === undefined || third === undefined) throw new Error('no marks');
    const there = value(await library.annotations(first.id)).find(({ id }) => id === some.id);
    value(await library.apply(removeMarks(there === undefined ? [] : [there], stamp)));
    value(await remove(library, second.id, stamp));
    value(await library.apply(setTags(third, [], stamp)));
    expect(value(await library.bin.empty())).toEqual({ documents: 1, marks: 1 });
    expect(library.documents().map(({ id }) => id)).toEqual([first.id]);
    expect(await readdir(join(folder, 'documents'))).toEqual([first.id]);
    expect(await readdir(join(folder, 'trash'))).toEqual([]);
    expect(library.historyItems().map(({ label }) => label)).toEqual(['mark.untag']);
    expect(value(await library.bin.list())).toEqual({ documents: [], marks: [] });
    const file = await readFile(join(folder, 'documents', first.id, 'annotations.json'), 'utf8');
    expect(JSON.parse(file)).toMatchObject({ data: { removed: [{ id: some.id, was: null }] } });
    await library.close();
    const again = await open(folder);
    expect(again.documents().map(({ id }) => id)).toEqual([first.id]);
    expect(again.historyItems().map(({ label }) => label)).toEqual(['mark.untag']);
    expect(value(await again.bin.list())).toEqual({ documents: [], marks: [] });
    expect(again.notices()).toEqual([]);
    await again.close();
  }));

it('finishes emptying after a crash at any point', () =>
  withFolder(async (folder) => {
    const place = join(folder, 'library');
    const { library, stamp, first, second } = await start(place);
    const [some] = value(await library.annotations(first.id));
    value(await library.apply(removeMarks(some === undefined ? [] : [some], stamp)));
    value(await remove(library, second.id, stamp));
    await library.close();
    const before = join(folder, 'before');
    await cp(place, before, { recursive: true });
    const emptying = await open(place, { stamp });
    value(await emptying.bin.empty());
    await emptying.close();
    // As if the crash came right after the journal had it: its line, and the files of before.
    const crashed = join(folder, 'crashed');
    await copyAsCrashed(before, crashed);
    await cp(join(place, 'history'), join(crashed, 'history'), { recursive: true });
    const next = await open(crashed);
    expect(next.documents().map(({ id }) => id)).toEqual([first.id]);
    expect(value(await next.bin.list())).toEqual({ documents: [], marks: [] });
    await expect(access(join(crashed, 'documents', second.id))).rejects.toThrow();
    await next.close();
  }));
