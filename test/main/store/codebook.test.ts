import { describe, expect, it } from 'vitest';
import type { PassageRow } from '../../../core/contract.ts';
import { addMark } from '../../../core/edit/marks.ts';
import { addTag, newTag } from '../../../core/edit/tags.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { allPassages, type PassageQuery } from '../../../core/search/passage-query.ts';
import type { Library } from '../../../main/store/library-types.ts';
import {
  countingStamp,
  mark,
  open,
  sampleDocument,
  value,
  withFolder,
  wordSpans,
} from './workshop.ts';

interface Shelf {
  readonly library: Library;
  readonly tags: readonly [claim: Tag, unsourced: Tag, voice: Tag];
  readonly marks: readonly Annotation[];
}

/** Two texts with eight marks each: every one a claim, every other unsourced, every third a voice. */
async function withShelf(work: (shelf: Shelf) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const stamp = countingStamp();
    const library = await open(folder, { stamp });
    const claim = newTag('claim', 'blue', null, stamp);
    const tags = [
      claim,
      newTag('unsourced', 'green', claim.id, stamp),
      newTag('voice', 'pink', null, stamp),
    ] as const;
    for (const tag of tags) value(await library.apply(addTag(tag, stamp)));
    const marks: Annotation[] = [];
    for (const title of ['Ants', 'Bees']) {
      const { entry } = value(await library.add(sampleDocument(title)));
      const { text } = value(await library.content(entry.id));
      for (const [at, { start, end }] of wordSpans(text).slice(0, 8).entries()) {
        const borne = [tags[at % 2 === 0 ? 0 : 1].id, ...(at % 3 === 0 ? [tags[2].id] : [])];
        const made = mark(entry.id, text, start, end, stamp, {
          tags: borne,
          colour: at < 4 ? 'yellow' : 'green',
        });
        value(await library.apply(addMark(made, stamp)));
        marks.push(made);
      }
    }
    await work({ library, tags, marks });
    await library.close();
  });
}

async function rowsOf(
  library: Library,
  query: Partial<PassageQuery>,
  atOnce = 200,
): Promise<readonly PassageRow[]> {
  const rows: PassageRow[] = [];
  for (;;) {
    const request = { query: { ...allPassages, ...query }, from: rows.length, count: atOnce };
    const found = await library.passages.find({ ...request, version: null });
    rows.push(...(found?.part ?? []));
    if (found === null || found.part.length === 0) return rows;
  }
}

const marksIn = (rows: readonly PassageRow[]): readonly string[] =>
  rows.flatMap((row) => (row.kind === 'mark' ? [row.mark.id] : []));

const allMarks = async (library: Library): Promise<readonly Annotation[]> => {
  const lists = library.documents().map(async ({ id }) => value(await library.annotations(id)));
  return (await Promise.all(lists)).flat();
};

describe('passages', () => {
  it('come in reading order with the text around them, in parts of any size', () =>
    withShelf(async ({ library, tags: [claim], marks }) => {
      const whole = await rowsOf(library, { tag: claim.id });
      expect(marksIn(whole)).toEqual(marks.map(({ id }) => id));
      expect(whole.filter(({ kind }) => kind === 'title')).toHaveLength(2);
      expect(await rowsOf(library, { tag: claim.id }, 3)).toEqual(whole);
      const { text } = value(await library.content(marks[2]?.document ?? ''));
      const row = whole[3];
      if (row?.kind !== 'mark') throw new Error('no mark there');
      expect(text).toContain(row.before + row.mark.selector.quote + row.after.replace('…', ''));
    }));

  it('are sifted by tag, other tags, colour, text and date, and sorted', () =>
    withShelf(async ({ library, tags: [claim, unsourced, voice], marks }) => {
      const ids = (pick: (mark: Annotation) => boolean) => marks.filter(pick).map(({ id }) => id);
      const found = async (query: Partial<PassageQuery>) => marksIn(await rowsOf(library, query));
      expect(await found({ tag: claim.id, inside: false })).toEqual(
        ids(({ tags }) => tags.includes(claim.id)),
      );
      expect(await found({ tag: unsourced.id, together: [voice.id] })).toEqual(
        ids(({ tags }) => tags.includes(unsourced.id) && tags.includes(voice.id)),
      );
      const [first] = marks;
      const document = first?.document ?? '';
      expect(await found({ document, colour: 'green' })).toEqual(
        ids((each) => each.document === document && each.colour === 'green'),
      );
      const since = marks[9]?.created ?? '';
      expect(await found({ since })).toEqual(ids(({ created }) => created >= since));
      expect(await found({ until: since })).toEqual(ids(({ created }) => created < since));
      expect(await found({ order: 'newest' })).toEqual(ids(() => true).toReversed());
      expect(await found({ order: 'straight' })).toEqual(ids(() => true));
      expect(await found({ order: 'colour' })).toEqual([
        ...ids(({ colour }) => colour === 'yellow'),
        ...ids(({ colour }) => colour === 'green'),
      ]);
    }));

  it('come again only when they are others', () =>
    withShelf(async ({ library, tags: [claim, , voice], marks }) => {
      const query = { ...allPassages, tag: claim.id };
      const first = await library.passages.find({ query, from: 0, count: 9, version: null });
      const version = first?.version ?? null;
      expect(await library.passages.find({ query, from: 0, count: 9, version })).toBeNull();
      const [one] = marks;
      if (one === undefined) throw new Error('no mark');
      value(await library.codebook.change([one.id], { kind: 'add', tag: voice.id }));
      expect(await library.passages.find({ query, from: 0, count: 9, version })).toBeNull();
      value(await library.codebook.change([one.id], { kind: 'remove', tag: claim.id }));
      const then = await library.passages.find({ query, from: 0, count: 9, version });
      expect(then?.marks).toBe(15);
    }));
});

describe('the codebook', () => {
  it('merges a tag into another as one edit that is undone', () =>
    withShelf(async ({ library, tags: [claim, unsourced, voice] }) => {
      const before = await allMarks(library);
      value(await library.codebook.merge(unsourced.id, voice.id));
      expect(library.tags().map(({ name }) => name)).toEqual(['claim', 'voice']);
      expect(library.tags().find(({ id }) => id === voice.id)?.aliases).toEqual(['unsourced']);
      const after = await allMarks(library);
      expect(after.filter(({ tags }) => tags.includes(voice.id))).toHaveLength(12);
      expect(after.every(({ tags }) => !tags.includes(unsourced.id))).toBe(true);
      value(await library.undo());
      expect(await allMarks(library)).toEqual(before);
      expect(library.tags().find(({ id }) => id === voice.id)).toEqual(voice);
      expect((await library.codebook.merge(claim.id, claim.id)).ok).toBe(false);
    }));

  it('splits a tag as it was sorted, as one edit that is undone', () =>
    withShelf(async ({ library, tags: [claim, , voice], marks }) => {
      const before = await allMarks(library);
      const stamp = countingStamp(7);
      const second = newTag('doubtful', 'teal', null, stamp);
      const [a, , c, , e] = marks.map(({ id }) => id);
      if (a === undefined || c === undefined || e === undefined) throw new Error('no marks');
      const split = { tag: claim.id, second, moved: [a], both: [c], neither: [e] };
      value(await library.codebook.split(split));
      const after = new Map((await allMarks(library)).map((each) => [each.id, each.tags]));
      expect(after.get(a)).toEqual([second.id, voice.id]);
      expect(after.get(c)).toEqual([claim.id, second.id]);
      expect(after.get(e)).toEqual([]);
      value(await library.undo());
      expect(await allMarks(library)).toEqual(before);
      expect(library.tags().some(({ id }) => id === second.id)).toBe(false);
    }));

  it('deletes many marks of several texts as one edit that is undone', () =>
    withShelf(async ({ library, marks }) => {
      const before = await allMarks(library);
      const gone = marks.filter((_, at) => at % 2 === 0).map(({ id }) => id);
      value(await library.codebook.change(gone, { kind: 'delete' }));
      expect(await allMarks(library)).toHaveLength(8);
      value(await library.undo());
      expect(await allMarks(library)).toEqual(before);
    }));
});
