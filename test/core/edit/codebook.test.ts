import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkMarks, shownLinks, unlinkMarks } from '../../../core/edit/mark-links.ts';
import { duplicateMark, joinMarks, splitMark } from '../../../core/edit/mark-pieces.ts';
import { recolourMarks, removeMarks } from '../../../core/edit/marks.ts';
import { mergeTags } from '../../../core/edit/merge-tags.ts';
import { invertPatch, type Patch, type Stamp } from '../../../core/edit/patch.ts';
import { patchSchema } from '../../../core/edit/patch-schema.ts';
import { colourByTag, retagMarks, shownColour } from '../../../core/edit/retag.ts';
import { branchOf, moveTag, removeBranch, splitTag } from '../../../core/edit/tag-tree.ts';
import { describeTag, newTag } from '../../../core/edit/tags.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Span } from '../../../core/model/span.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { fold } from '../../../core/text/fold.ts';
import { annotations, countingStamp, tag } from '../../support/arbitraries.ts';
import { applied, world, type World } from './world.ts';

const describeSpan = ({ start, end }: Span) => ({
  quote: `${String(start)}-${String(end)}`,
  prefix: '',
  suffix: '',
  headings: [],
  occurrence: 0,
});

/** Ids that no shrunk sample has. */
function freshStamp(): Stamp {
  const { id, now } = countingStamp();
  return { id: () => id().replace('00000000-', 'ffffffff-'), now };
}

/** A codebook that is a tree, some names in several branches, and marks that bear its tags. */
const library = fc
  .tuple(
    fc.uniqueArray(tag, { minLength: 3, maxLength: 9, selector: ({ id }) => id }),
    fc.array(fc.tuple(fc.nat(8), fc.constantFrom('a', 'b', 'c')), { minLength: 9, maxLength: 9 }),
    annotations(2000, 8),
    fc.array(fc.array(fc.nat(8), { maxLength: 4 }), { minLength: 8, maxLength: 8 }),
  )
  .map(([raw, shape, rawMarks, borne]) => {
    const tags: Tag[] = [];
    for (const [index, each] of raw.entries()) {
      const [under, name] = shape[index] ?? [0, 'a'];
      const parent = index === 0 || under === 8 ? null : (tags[under % index]?.id ?? null);
      const taken = tags.some((other) => other.parent === parent && fold(other.name) === name);
      tags.push({ ...each, parent, name: taken ? `${name}${String(index)}` : name });
    }
    const marks = rawMarks.map((mark, index): Annotation => {
      const ids = (borne[index] ?? []).map((at) => tags[at % tags.length]?.id ?? '');
      return { ...mark, tags: [...new Set(ids)] };
    });
    return { tags, marks };
  });

function isTree({ tags }: World): boolean {
  const all = [...tags.values()];
  const places = all.map(({ parent, name }) => `${parent ?? ''}/${fold(name)}`);
  return (
    new Set(places).size === all.length &&
    all.every((each) => each.parent === null || tags.has(each.parent)) &&
    all.every(({ id, parent }) => parent === null || !branchOf(id, all).has(parent))
  );
}

function isTakenBack(before: World, patch: Patch): void {
  // As it is written and read: what is undefined would be lost on the way.
  const stored = patchSchema.parse(JSON.parse(JSON.stringify(patch)));
  expect(stored).toEqual(patch);
  const after = applied(before, stored);
  expect(applied(after, stored)).toEqual(after);
  expect(applied(after, invertPatch(stored))).toEqual(before);
}

describe('edits of marks', () => {
  it('are taken back by their inverse', () => {
    fc.assert(
      fc.property(library, ({ tags, marks }) => {
        const [one, two] = marks;
        const [first, second] = tags;
        fc.pre(
          one !== undefined && two !== undefined && first !== undefined && second !== undefined,
        );
        const stamp = freshStamp();
        const linked = { ...one, links: [{ to: two.id, document: two.document, kind: 'same' }] };
        const before = world([linked, ...marks.slice(1)], tags);
        const patches = [
          splitMark(linked, linked.span.start + 1, describeSpan, stamp),
          joinMarks([linked, two], describeSpan, stamp),
          duplicateMark(linked, stamp),
          linkMarks(two, linked, 'supports', stamp),
          unlinkMarks(linked, { to: two.id, document: two.document, kind: 'same' }, stamp),
          retagMarks(marks.slice(1), { add: first.id }, stamp),
          retagMarks(marks.slice(1), { remove: first.id }, stamp),
          retagMarks(marks.slice(1), { replace: first.id, by: second.id }, stamp),
          colourByTag([linked, two], stamp),
        ];
        for (const patch of patches) if (patch !== null) isTakenBack(before, patch);
      }),
    );
  });

  it('split and joined again are the same passage, tags and note', () => {
    fc.assert(
      fc.property(library, fc.nat(400), ({ marks }, by) => {
        const [mark] = marks;
        fc.pre(mark !== undefined);
        const before = world([mark], []);
        const split = splitMark(mark, mark.span.start + by, describeSpan, freshStamp());
        fc.pre(split !== null);
        const parts = [...applied(before, split).marks.values()];
        expect(parts).toHaveLength(2);
        const joined = joinMarks(parts.reverse(), describeSpan, freshStamp());
        expect(joined).not.toBeNull();
        if (joined === null) return;
        const after = applied(applied(before, split), joined).marks;
        const { span, tags, note, created } = mark;
        expect(after.size).toBe(1);
        expect(after.get(mark.id)).toMatchObject({ span, tags, note, created });
      }),
    );
  });

  it('joins notes by an empty line, in the order of the text, and only in one document', () => {
    const base = fc.sample(annotations(2000, 8), 20).flat()[0];
    if (base === undefined) throw new Error('no mark');
    const at = (id: string, start: number, note: string): Annotation => ({
      ...base,
      id,
      note,
      span: { start, end: start + 5 },
      tags: [],
    });
    const marks = [
      at('b', 50, 'later'),
      at('a', 3, 'first'),
      at('c', 60, ''),
      at('d', 70, 'first'),
    ];
    const patch = joinMarks(marks, describeSpan, freshStamp());
    expect(patch?.changes[0]?.after).toMatchObject({
      note: 'first\n\nlater',
      span: { start: 3, end: 75 },
    });
    const elsewhere = { ...at('e', 1, ''), document: 'document-2' };
    expect(joinMarks([...marks, elsewhere], describeSpan, freshStamp())).toBeNull();
  });

  it('hides a link to a mark that is gone, and shows it again when that is back', () => {
    fc.assert(
      fc.property(annotations(2000, 4), (marks) => {
        const [one, two] = marks;
        fc.pre(one !== undefined && two !== undefined);
        const stamp = freshStamp();
        const link = linkMarks(one, two, ' contradicts ', stamp);
        if (link === null) throw new Error('no link');
        const there = applied(world(marks, []), link);
        const shown = (now: World) =>
          shownLinks(now.marks.get(one.id) ?? one, (id) => now.marks.has(id)).map(({ to }) => to);
        expect(shown(there)).toEqual([two.id]);
        const removal = removeMarks([two], stamp);
        const without = applied(there, removal);
        expect(shown(without)).toEqual([]);
        expect(shown(applied(without, invertPatch(removal)))).toEqual([two.id]);
      }),
    );
  });

  it('shows a mark in the colour of its tag until one is chosen by hand', () => {
    fc.assert(
      fc.property(library, ({ tags, marks }) => {
        const mark = marks.find((each) => each.tags.length > 0);
        fc.pre(mark !== undefined);
        const patch = colourByTag([mark], freshStamp());
        if (patch === null) throw new Error('no change');
        const tagged = applied(world([mark], tags), patch);
        const colourIn = (now: World) => shownColour(now.marks.get(mark.id) ?? mark, now.tags);
        expect(colourIn(tagged)).toBe(tagged.tags.get(mark.tags[0] ?? '')?.colour);
        const now = tagged.marks.get(mark.id) ?? mark;
        const byHand = applied(tagged, recolourMarks([now], 'teal', freshStamp()));
        expect(colourIn(byHand)).toBe('teal');
      }),
    );
  });
});

describe('edits of the codebook', () => {
  const twoOf = fc.tuple(library, fc.nat(8), fc.nat(8));

  it('merge keeps every passage under the tag that stays, and its names', () => {
    fc.assert(
      fc.property(twoOf, ([{ tags, marks }, a, b]) => {
        const [from, into] = [tags[a % tags.length], tags[b % tags.length]];
        fc.pre(from !== undefined && into !== undefined);
        const patch = mergeTags(from, into, tags, marks, freshStamp());
        if (typeof patch === 'string') return;
        const before = world(marks, tags);
        isTakenBack(before, patch);
        const after = applied(before, patch);
        expect(isTree(after)).toBe(true);
        expect(after.tags.has(from.id)).toBe(false);
        const names = [into.name, ...(after.tags.get(into.id)?.aliases ?? [])].map(fold);
        expect(names).toContain(fold(from.name));
        for (const mark of marks) {
          const now = after.marks.get(mark.id)?.tags ?? [];
          if (mark.tags.includes(from.id)) expect(now).toContain(into.id);
          // Every tag that is borne is there, and no tag is lost without an heir.
          expect(now.every((id) => after.tags.has(id))).toBe(true);
          expect(now.length > 0).toBe(mark.tags.length > 0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('move never makes a circle or two tags of one name, nor do the others', () => {
    fc.assert(
      fc.property(twoOf, ([{ tags, marks }, a, b]) => {
        const stamp = freshStamp();
        const [one, two] = [tags[a % tags.length], tags[b % tags.length]];
        fc.pre(one !== undefined && two !== undefined);
        const fresh = newTag('fresh', 'blue', null, stamp);
        const chosen = { moved: marks.slice(0, 2), both: marks.slice(2, 3) };
        const before = world(marks, tags);
        const patches = [
          moveTag(one, two.id, 3, tags, stamp),
          moveTag(one, null, null, tags, stamp),
          removeBranch(one, tags, marks, stamp),
          splitTag(one, fresh, chosen, tags, stamp),
          describeTag(one, { whenToUse: 'often', whenNot: 'never', aliases: ['x'] }, stamp),
        ];
        if (branchOf(one.id, tags).has(two.id)) expect(patches[0]).toBe('circle');
        for (const patch of patches) {
          if (typeof patch === 'string') continue;
          isTakenBack(before, patch);
          expect(isTree(applied(before, patch))).toBe(true);
        }
      }),
    );
  });
});
