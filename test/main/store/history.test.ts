import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addMark, recolourMarks, removeMarks, setTags } from '../../../core/edit/marks.ts';
import { addTag, newTag } from '../../../core/edit/tags.ts';
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

async function state(library: Library) {
  const { documents, tags, marks } = await snapshot(library);
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  return {
    documents: documents.toSorted(byId),
    tags: tags.toSorted(byId),
    marks: Object.values(marks).flat().sort(byId),
  };
}

const kinds = ['add', 'add', 'remove', 'colour', 'newTag', 'tag', 'removeTag', 'rename'] as const;
const steps = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds, 'undo', 'redo', 'goTo'), pick: fc.nat(1000) }),
  { minLength: 4, maxLength: 20 },
);

async function edit(
  library: Library,
  kind: (typeof kinds)[number],
  pick: number,
  stamp: ReturnType<typeof countingStamp>,
): Promise<boolean> {
  const entry = library.documents()[pick % library.documents().length];
  if (entry === undefined) return false;
  const marks = value(await library.annotations(entry.id));
  const some = marks[pick % Math.max(1, marks.length)];
  const tag = library.tags()[pick % Math.max(1, library.tags().length)];
  const { text } = value(await library.content(entry.id));
  const span = wordSpans(text)[pick % 50] ?? { start: 0, end: 1 };
  switch (kind) {
    case 'add':
      value(await library.apply(addMark(mark(entry.id, text, span.start, span.end, stamp), stamp)));
      return true;
    case 'newTag': {
      const made = newTag(`Tag ${stamp.id()}`, 'blue', tag?.id ?? null, stamp);
      value(await library.apply(addTag(made, stamp)));
      return true;
    }
    case 'removeTag':
      if (tag !== undefined) value(await library.removeTag(tag.id));
      return tag !== undefined;
    case 'rename': {
      const [before, after] = [{ title: entry.title }, { title: `Title ${pick}` }];
      const changes = [{ entity: 'document', id: entry.id, before, after } as const];
      const label = 'document.rename';
      value(await library.apply({ id: stamp.id(), at: stamp.now(), label, changes }));
      return true;
    }
    default:
      if (some === undefined) return false;
      if (kind === 'remove') value(await library.apply(removeMarks([some], stamp)));
      else if (kind === 'colour') value(await library.apply(recolourMarks(marks, 'pink', stamp)));
      else if (tag === undefined) return false;
      else value(await library.apply(setTags(some, [tag.id], stamp)));
      return true;
  }
}

it('goes to any point as it was then, and back by one undo', { timeout: 120_000 }, () =>
  fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 0xffff }), (run, seed) =>
      withFolder(async (folder) => {
        const stamp = countingStamp(seed);
        let library = await open(folder, { stamp, checkpointDelay: 1 });
        for (const name of ['one', 'two']) value(await library.add(sampleDocument(name, 5)));
        const first = await state(library);
        const then = new Map<string, unknown>();
        for (const { kind, pick } of run) {
          if (kind === 'undo') await library.undo();
          else if (kind === 'redo') await library.redo();
          else if (kind === 'goTo') {
            const items = library.historyItems();
            const item = items[pick % Math.max(1, items.length)];
            if (item === undefined) continue;
            const gone = value(await library.goTo(item.id));
            expect(await state(library)).toEqual(then.get(item.id));
            if (gone !== null) then.set(gone.patch.id, then.get(item.id));
          } else if (await edit(library, kind, pick, stamp)) {
            then.set(
              library.historyItems().find((item) => !item.undone)?.id ?? '',
              await state(library),
            );
          }
        }
        await library.close();
        library = await open(folder, { stamp, checkpointDelay: 1 });
        const ids = library.historyItems().map((item) => item.id);
        const now = await state(library);
        for (const id of [ids[0], ids.at(-1), ids[ids.length >> 1], null]) {
          if (id === undefined) continue;
          const count = library.historyItems().length;
          const undone = library.historyItems().some((item) => item.undone);
          const gone = value(await library.goTo(id));
          expect(await state(library)).toEqual(id === null ? first : then.get(id));
          if (gone === null) continue;
          if (!undone) expect(library.historyItems()).toHaveLength(count + 1);
          value(await library.undo());
          expect(await state(library)).toEqual(now);
          value(await library.redo());
          value(await library.undo());
          if (undone) break;
        }
        await library.close();
      }),
    ),
    { numRuns: 25 },
  ),
);

it('makes the smallest patch and counts what each edit touched', () =>
  withFolder(async (folder) => {
    const stamp = countingStamp(1);
    const library = await open(folder, { stamp });
    const { entry } = value(await library.add(sampleDocument('one', 5)));
    const { text } = value(await library.content(entry.id));
    const spans = wordSpans(text);
    const marks = spans
      .slice(0, 3)
      .map(({ start, end }) => mark(entry.id, text, start, end, stamp));
    for (const one of marks) value(await library.apply(addMark(one, stamp)));
    value(await library.apply(recolourMarks(marks, 'green', stamp)));
    value(await library.apply(removeMarks(marks.slice(0, 2), stamp)));
    const items = library.historyItems();
    expect(items.map(({ label, marks: count }) => [label, count])).toEqual([
      ['mark.remove', 2],
      ['mark.colour', 3],
      ['mark.add', 1],
      ['mark.add', 1],
      ['mark.add', 1],
    ]);
    const gone = value(await library.goTo(items[3]?.id ?? null));
    expect(gone?.patch.label).toBe('history.back');
    // Of seven steps remain: two marks back, the third one away.
    expect(gone?.patch.changes.map((change) => change.after === null)).toEqual([
      false,
      false,
      true,
    ]);
    expect(value(await library.goTo(items[3]?.id ?? null))?.patch.changes).toBeUndefined();
    expect(await library.goTo(stamp.id())).toMatchObject({ error: { code: 'not-found' } });
    await library.close();
  }));
