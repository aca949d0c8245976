import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  addMark,
  recolourMarks,
  removeMarks,
  setTags,
  writeNote,
} from '../../../core/edit/marks.ts';
import { addTag, newTag } from '../../../core/edit/tags.ts';
import {
  countingStamp,
  copyAsCrashed,
  mark,
  open,
  readJson,
  sampleDocument,
  snapshot,
  value,
  withFolder,
  wordSpans,
} from './workshop.ts';

describe('a library', () => {
  it('starts in an empty folder and keeps what is added', () =>
    withFolder(async (folder) => {
      const stamp = countingStamp();
      const library = await open(join(folder, 'new'), { stamp });
      const added = value(await library.add(sampleDocument('Ants')));
      expect(added.entry).toMatchObject({ title: 'Ants', source: 'source.txt', removed: null });
      expect(added.entry.id).toMatch(/^[0-9a-f]{16}$/);
      const { id } = added.entry;
      const { text } = value(await library.content(id));
      const one = mark(id, text, 0, 4, stamp);
      expect(value(await library.apply(addMark(one, stamp)))).toEqual({
        undo: 'mark.add',
        redo: null,
      });
      await library.savePlace(id, { offset: 5, progress: 0.5, opened: stamp.now() });
      const before = await snapshot(library);
      await library.close();

      const again = await open(join(folder, 'new'));
      expect(await snapshot(again)).toEqual(before);
      expect(again.places()[id]?.offset).toBe(5);
      expect(again.notices()).toEqual([]);
      expect(again.known('sha of Ants', 'article')?.id).toBe(id);
      expect(again.known('sha of Ants', 'page')).toBeNull();
      expect(value(await again.source(id)).length).toBe(Buffer.byteLength(text));
      const sections = value(await again.sections(id));
      expect(value(await again.section(id, 0)).text).toBe(text.slice(0, sections[0]?.end));
      await again.close();
    }));

  it('writes the files of the design, with kind, version and data', () =>
    withFolder(async (folder) => {
      const stamp = countingStamp();
      const library = await open(folder, { stamp });
      const { entry } = value(await library.add(sampleDocument('Bees')));
      const { text } = value(await library.content(entry.id));
      await library.apply(addMark(mark(entry.id, text, 0, 4, stamp), stamp));
      await library.close();
      expect((await readdir(folder)).sort()).toEqual([
        'documents',
        'history',
        'library.json',
        'library.json.bak',
        'tags.json',
      ]);
      expect((await readdir(join(folder, 'documents', entry.id))).sort()).toEqual([
        'annotations.json',
        'document.json',
        'source.txt',
      ]);
      const file = join(folder, 'documents', entry.id, 'annotations.json');
      expect(await readJson(file)).toMatchObject({
        kind: 'annotations',
        version: 1,
        data: { seq: 2 },
      });
      expect(await readFile(file, 'utf8')).toMatch(/^\{\n {2}"kind"[^]*\}\n$/);
      expect(await readFile(join(folder, 'documents', entry.id, 'source.txt'), 'utf8')).toBe(text);
    }));

  it('undoes and redoes across a restart, and after a crash', () =>
    withFolder(async (folder) => {
      const stamp = countingStamp();
      const library = await open(join(folder, 'a'), { stamp });
      const { id } = value(await library.add(sampleDocument('Cats'))).entry;
      const { text } = value(await library.content(id));
      const one = mark(id, text, 0, 4, stamp);
      value(await library.apply(addMark(one, stamp)));
      value(await library.apply(writeNote(one, 'first', stamp)));
      value(await library.undo());
      await copyAsCrashed(join(folder, 'a'), join(folder, 'b'));
      await library.close();

      const again = await open(join(folder, 'b'));
      expect(again.history()).toEqual({ undo: 'mark.add', redo: 'mark.note' });
      value(await again.redo());
      expect(value(await again.annotations(id))[0]?.note).toBe('first');
      value(await again.undo());
      const undone = value(await again.undo());
      expect(undone?.patch.changes).toHaveLength(1);
      expect(value(await again.annotations(id))).toEqual([]);
      expect(value(await again.undo())).toBeNull();
      await again.close();
    }));

  it('takes a tag off the marks of all documents in one edit', () =>
    withFolder(async (folder) => {
      const stamp = countingStamp();
      const library = await open(folder, { stamp });
      const parent = newTag('Animals', 'blue', null, stamp);
      const child = newTag('Ants', 'blue', parent.id, stamp);
      value(await library.apply(addTag(parent, stamp)));
      value(await library.apply(addTag(child, stamp)));
      for (const name of ['Ants', 'Bees', 'Cats']) {
        const { id } = value(await library.add(sampleDocument(name))).entry;
        const { text } = value(await library.content(id));
        for (const { start, end } of wordSpans(text).slice(0, 20)) {
          const made = mark(id, text, start, end, stamp, { tags: [parent.id, child.id] });
          value(await library.apply(addMark(made, stamp)));
        }
      }
      const before = await snapshot(library);
      expect((await library.counts()).tags[parent.id]).toBe(60);
      const removed = value(await library.removeTag(parent.id));
      expect(removed.patch.changes).toHaveLength(62);
      expect((await library.counts()).tags).toEqual({ [child.id]: 60 });
      expect(library.tags()).toMatchObject([{ id: child.id, parent: null }]);
      await library.close();

      const again = await open(folder);
      value(await again.undo());
      expect({ ...(await snapshot(again)), history: null }).toEqual({ ...before, history: null });
      expect(again.history()).toEqual({ undo: 'mark.add', redo: 'tag.remove' });
      await again.close();
    }));

  it('counts and finds marks, the bin left out', () =>
    withFolder(async (folder) => {
      const stamp = countingStamp();
      const library = await open(folder, { stamp });
      const tag = newTag('Fox', 'green', null, stamp);
      value(await library.apply(addTag(tag, stamp)));
      const { entry } = value(await library.add(sampleDocument('Ants')));
      const { text } = value(await library.content(entry.id));
      const naive = text.indexOf('naïve');
      const one = mark(entry.id, text, naive, naive + 5, stamp, { tags: [tag.id], note: 'Über' });
      const two = mark(entry.id, text, 0, 4, stamp);
      for (const made of [one, two]) value(await library.apply(addMark(made, stamp)));
      value(await library.apply(recolourMarks([two], 'pink', stamp)));
      value(await library.apply(setTags(two, [tag.id], stamp)));
      const all = { tag: null, colour: null, text: '', hasNote: false };
      const part = { except: null, from: 0, count: 100, version: null };
      const find = async (query: object) =>
        (await library.findMarks({ ...all, ...part, ...query }))?.part.flatMap((row) =>
          row.kind === 'mark' ? [row.mark.id] : [],
        );
      expect(await find({})).toEqual([two.id, one.id]);
      expect(await find({ text: 'NAIVE' })).toEqual([one.id]);
      expect(await find({ text: 'uber' })).toEqual([one.id]);
      expect(await find({ colour: 'pink' })).toEqual([two.id]);
      expect(await find({ tag: tag.id, hasNote: true })).toEqual([one.id]);
      const known = await library.findMarks({ ...all, ...part });
      expect(known).toMatchObject({ rows: 3, marks: 2 });
      expect(await library.findMarks({ ...all, ...part, version: known?.version ?? 0 })).toBeNull();
      expect(await find({ from: 2, count: 1 })).toEqual([one.id]);
      expect(await find({ except: entry.id })).toEqual([]);
      const remove = {
        id: stamp.id(),
        at: stamp.now(),
        label: 'document.remove' as const,
        changes: [
          {
            entity: 'document' as const,
            id: entry.id,
            before: { removed: null },
            after: { removed: stamp.now() },
          },
        ],
      };
      value(await library.apply(remove));
      expect(await library.counts()).toEqual({ tags: {}, documents: {} });
      expect(await find({})).toEqual([]);
      expect(library.known('sha of Ants', 'article')?.removed).not.toBeNull();
      value(await library.undo());
      expect((await library.counts()).documents).toEqual({ [entry.id]: 2 });
      await library.close();
    }));

  it('keeps two thousand marks of one document right and in reading order', () =>
    withFolder(async (folder) => {
      const stamp = countingStamp();
      const library = await open(folder, { stamp });
      const { id } = value(await library.add(sampleDocument('Long', 300))).entry;
      const { text } = value(await library.content(id));
      const made = wordSpans(text)
        .slice(0, 2000)
        .reverse()
        .map(({ start, end }) => mark(id, text, start, end, stamp));
      const results = await Promise.all(made.map((each) => library.apply(addMark(each, stamp))));
      expect(results.every((result) => result.ok)).toBe(true);
      expect(value(await library.annotations(id))).toEqual([...made].reverse());
      value(await library.apply(removeMarks(made.slice(0, 500), stamp)));
      value(await library.undo());
      await library.close();
      const again = await open(folder);
      expect(value(await again.annotations(id))).toEqual([...made].reverse());
      await again.close();
    }));

  it('keeps the order of edits that are made at once', () =>
    withFolder(async (folder) => {
      const stamp = countingStamp();
      const library = await open(join(folder, 'a'), { stamp });
      const { id } = value(await library.add(sampleDocument('Ants'))).entry;
      const { text } = value(await library.content(id));
      const one = mark(id, text, 0, 4, stamp);
      const edits = [
        addMark(one, stamp),
        ...['a', 'ab', 'abc'].map((n) => writeNote(one, n, stamp)),
      ];
      const [, , undone, last] = await Promise.all([
        ...edits.slice(0, 2).map((patch) => library.apply(patch)),
        library.undo(),
        library.apply(edits[3] ?? addMark(one, stamp)),
      ]);
      expect([undone?.ok, last?.ok]).toEqual([true, true]);
      expect(value(await library.annotations(id))[0]?.note).toBe('abc');
      const before = await snapshot(library);
      await copyAsCrashed(join(folder, 'a'), join(folder, 'b'));
      await library.close();
      const again = await open(join(folder, 'b'));
      expect(await snapshot(again)).toEqual(before);
      value(await again.undo());
      expect(value(await again.annotations(id))[0]?.note).toBe('');
      await again.close();
    }));

  it('does not add the same bytes twice, nor anything after it was closed', () =>
    withFolder(async (folder) => {
      const library = await open(folder);
      const both = await Promise.all([
        library.add(sampleDocument('Ants')),
        library.add(sampleDocument('Ants')),
      ]);
      expect(both.map((result) => result.ok).sort()).toEqual([false, true]);
      expect(await readdir(join(folder, 'documents'))).toHaveLength(1);
      await library.close();
      await library.close();
      expect(await library.add(sampleDocument('Bees'))).toMatchObject({
        error: { code: 'not-saved' },
      });
    }));
});
