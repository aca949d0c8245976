import { describe, expect, it } from 'vitest';
import { addMark, removeMarks, setTags, writeNote } from '../../../core/edit/marks.ts';
import type { Change, Patch } from '../../../core/edit/patch.ts';
import { addTag, newTag, renameTag, tagAddition } from '../../../core/edit/tags.ts';
import type { Library } from '../../../main/store/library-types.ts';
import { countingStamp, mark, open, sampleDocument, value, withFolder } from './workshop.ts';

const stamp = countingStamp();

function patchOf(...changes: Change[]): Patch {
  return { id: stamp.id(), at: stamp.now(), label: 'mark.edit', changes };
}

function withLibrary(work: (library: Library, id: string, text: string) => Promise<void>) {
  return withFolder(async (folder) => {
    const library = await open(folder, { stamp });
    const { id } = value(await library.add(sampleDocument('Ants'))).entry;
    const { text } = value(await library.content(id));
    await work(library, id, text);
    await library.close();
  });
}

async function codeOf(library: Library, patch: Patch): Promise<string> {
  const before = library.history();
  const result = await library.apply(patch);
  if (!result.ok) expect(library.history()).toEqual(before);
  return result.ok ? 'ok' : result.error.code;
}

describe('a patch that does not fit is refused', () => {
  it('marks: span, quote, cut characters, ids, tags', () =>
    withLibrary(async (library, id, text) => {
      const good = mark(id, text, 0, 4, stamp);
      const family = text.indexOf('👩');
      const refused = [
        { ...good, document: 'not-there-at-all' },
        { ...good, span: { start: 0, end: text.length + 1 } },
        { ...good, span: { start: 3, end: 3 }, selector: { ...good.selector, quote: '' } },
        { ...good, selector: { ...good.selector, quote: 'Bees' } },
        mark(id, text, family, family + 3, stamp),
        { ...good, tags: [stamp.id()] },
      ];
      for (const each of refused) {
        expect(await codeOf(library, addMark(each, stamp))).toBe('conflict');
      }
      expect(await codeOf(library, addMark(good, stamp))).toBe('ok');
      expect(await codeOf(library, addMark(good, stamp))).toBe('conflict');
      expect(await codeOf(library, writeNote({ ...good, id: stamp.id() }, 'x', stamp))).toBe(
        'conflict',
      );
      const note = writeNote(good, 'x', stamp).changes[0];
      const other = { ...note, after: { id: stamp.id() } } as Change;
      expect(await codeOf(library, patchOf(other))).toBe('conflict');
      const broken = { ...note, after: { note: 5 } } as unknown as Change;
      expect(await codeOf(library, patchOf(broken))).toBe('invalid-input');
      expect(await codeOf(library, removeMarks([good], stamp))).toBe('ok');
      expect(await codeOf(library, removeMarks([good], stamp))).toBe('conflict');
    }));

  it('tags: cycles, unknown parents, names taken, tags in use', () =>
    withLibrary(async (library, id, text) => {
      const a = newTag('Ants', 'blue', null, stamp);
      const b = newTag('Bees', 'blue', a.id, stamp);
      expect(await codeOf(library, addTag({ ...b, parent: stamp.id() }, stamp))).toBe('conflict');
      expect(await codeOf(library, patchOf(tagAddition(b), tagAddition(a)))).toBe('ok');
      expect(
        await codeOf(library, addTag(newTag('ÁNTS', 'red' as never, null, stamp), stamp)),
      ).toBe('invalid-input');
      expect(await codeOf(library, addTag(newTag('ÁNTS', 'pink', null, stamp), stamp))).toBe(
        'conflict',
      );
      expect(await codeOf(library, renameTag(a, 'ants', stamp))).toBe('ok');
      const up = { parent: b.id };
      const cycle: Change = { entity: 'tag', id: a.id, before: { parent: null }, after: up };
      expect(await codeOf(library, patchOf(cycle))).toBe('conflict');
      const gone: Change = { entity: 'tag', id: a.id, before: a, after: null };
      expect(await codeOf(library, patchOf(gone))).toBe('conflict');
      const made = mark(id, text, 0, 4, stamp);
      value(await library.apply(addMark(made, stamp)));
      value(await library.apply(setTags(made, [b.id], stamp)));
      const leaf: Change = { entity: 'tag', id: b.id, before: b, after: null };
      expect(await codeOf(library, patchOf(leaf))).toBe('conflict');
      value(await library.apply(setTags(made, [], stamp)));
      expect(await codeOf(library, patchOf(leaf))).toBe('ok');
    }));

  it('takes a tag that the same patch adds after the mark', () =>
    withLibrary(async (library, id, text) => {
      const tag = newTag('New', 'teal', null, stamp);
      const made = mark(id, text, 0, 4, stamp, { tags: [tag.id] });
      const change = addMark(made, stamp).changes[0];
      if (change === undefined) throw new Error('no change');
      expect(await codeOf(library, patchOf(change, tagAddition(tag)))).toBe('ok');
    }));

  it('documents: they are renamed, removed and restored, no more', () =>
    withLibrary(async (library, id) => {
      const entry = library.documents()[0];
      if (entry === undefined) throw new Error('no document');
      const change = { entity: 'document', id, before: { title: '' } } as const;
      expect(await codeOf(library, patchOf({ ...change, after: { title: 'New' } }))).toBe('ok');
      expect(await codeOf(library, patchOf({ ...change, after: null }))).toBe('conflict');
      expect(await codeOf(library, patchOf({ ...change, before: null, after: entry }))).toBe(
        'conflict',
      );
      const source = patchOf({ ...change, after: { source: '../../secret' } });
      expect(await codeOf(library, source)).toBe('conflict');
      // The caller was wrong about the old title; undo brings back the real one.
      value(await library.undo());
      expect(library.documents()[0]?.title).toBe('Ants');
    }));
});
