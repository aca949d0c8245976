import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMark, removeMarks, setTags } from '../../../core/edit/marks.ts';
import { invertPatch, type Patch } from '../../../core/edit/patch.ts';
import { renameTag } from '../../../core/edit/tags.ts';
import { MarkIndex } from '../../../core/highlight/mark-index.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { TagId } from '../../../core/model/tag.ts';
import { initialState, type AppState } from '../../../renderer/state/app-state.ts';
import { applyPatch } from '../../../renderer/state/apply-patch.ts';
import { MarkCounts } from '../../../renderer/state/mark-counts.ts';
import { annotations, countingStamp, tag } from '../../support/arbitraries.ts';

function stateWith(marks: readonly Annotation[]): AppState {
  const tags: Record<string, number> = {};
  for (const id of marks.flatMap((mark) => mark.tags)) tags[id] = (tags[id] ?? 0) + 1;
  return {
    ...initialState(),
    marks: new MarkIndex(marks),
    counts: new MarkCounts({ tags, documents: { 'document-1': marks.length } }),
    document: {
      entry: {
        id: 'document-1',
        title: 'One',
        format: 'text',
        variant: 'article',
        characters: 2000,
        words: 400,
        source: 'source.txt',
        sourceName: 'one.txt',
        sha256: '',
        added: '2026-11-22T10:00:00.000Z',
        removed: null,
      },
      details: { author: null, site: null, date: null, language: null, more: [] },
      sections: [{ start: 0, end: 2000, blocks: 1 }],
      outline: [],
      loaded: new Map(),
      place: null,
      notices: [],
      cover: null,
      sourceMarks: [],
      pages: null,
    },
  };
}

const after = (state: AppState, patch: Patch): AppState => ({
  ...state,
  ...applyPatch(state, patch),
});
const countsOf = (state: AppState, tags: readonly TagId[]) =>
  tags.map((id) => state.counts?.ofTag(id));

describe('applyPatch', () => {
  it('counts tags as a count of all marks would, through edits and their undoing', () => {
    fc.assert(
      fc.property(annotations(2000, 12), (marks) => {
        const [first, ...rest] = marks;
        fc.pre(first !== undefined);
        const stamp = countingStamp();
        const start = stateWith(rest);
        const patches = [
          addMark(first, stamp),
          setTags(first, [...first.tags, '00000000-0000-4000-8000-00000000000f'], stamp),
        ];
        let state = start;
        for (const patch of patches) state = after(state, patch);
        const all = [...new Set([...marks, ...state.marks.ordered()].flatMap(({ tags }) => tags))];
        const truth = stateWith([...state.marks.ordered()]);
        expect(countsOf(state, all)).toEqual(countsOf(truth, all));
        expect(state.counts?.ofDocument('document-1')).toBe(state.marks.size);
        expect(state.counts?.all).toBe(state.marks.size);
        for (const patch of patches.toReversed()) state = after(state, invertPatch(patch));
        expect(countsOf(state, all)).toEqual(countsOf(stateWith(rest), all));
        expect([...state.marks.ordered()]).toEqual([...new MarkIndex(rest).ordered()]);
      }),
    );
  });

  it('names the stretches to paint again, before and after', () => {
    const [mark] = fc.sample(annotations(2000, 3), 50).find((list) => list.length > 0) ?? [];
    if (mark === undefined) throw new Error('no sample');
    const state = stateWith([mark]);
    expect(after(state, removeMarks([mark], countingStamp())).marksChange.spans).toEqual([
      mark.span,
    ]);
  });

  it('lets go of the active mark when that is removed', () => {
    const [mark] = fc.sample(annotations(2000, 3), 50).find((list) => list.length > 0) ?? [];
    if (mark === undefined) throw new Error('no sample');
    const state = { ...stateWith([mark]), active: mark.id };
    expect(after(state, removeMarks([mark], countingStamp())).active).toBeNull();
  });

  it('keeps the codebook as it is when a mark is made', () => {
    const [mark] = fc.sample(annotations(2000, 3), 50).find((list) => list.length > 0) ?? [];
    if (mark === undefined) throw new Error('no sample');
    const state = stateWith([]);
    expect(after(state, addMark(mark, countingStamp())).tags).toBe(state.tags);
  });

  it('leaves marks of other texts alone', () => {
    const [mark] = fc.sample(annotations(2000, 3), 50).find((list) => list.length > 0) ?? [];
    if (mark === undefined) throw new Error('no sample');
    const elsewhere = { ...mark, document: 'document-2' };
    expect(after(stateWith([]), addMark(elsewhere, countingStamp())).marks.size).toBe(0);
  });

  it('renames a tag without touching a mark', () => {
    const [item] = fc.sample(tag, 1);
    if (item === undefined) throw new Error('no sample');
    const state = { ...stateWith([]), tags: new Map([[item.id, item]]) };
    const next = after(state, renameTag(item, 'other', countingStamp()));
    expect(next.tags.get(item.id)?.name).toBe('other');
    expect(next.marksChange.spans).toEqual([]);
  });
});
