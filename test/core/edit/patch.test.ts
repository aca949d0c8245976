import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyHistory,
  historyLimit,
  historyState,
  recordEdit,
  redoStep,
  undoStep,
} from '../../../core/edit/history.ts';
import {
  addMark,
  recolourMarks,
  removeMarks,
  respanMark,
  setTags,
  writeNote,
} from '../../../core/edit/marks.ts';
import { invertPatch, type Patch, type Stamp } from '../../../core/edit/patch.ts';
import { patchSchema } from '../../../core/edit/patch-schema.ts';
import { recolourTag, removeTag, renameTag } from '../../../core/edit/tags.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { annotation, annotations, countingStamp, tag } from '../../support/arbitraries.ts';
import { applied, byId, type World } from './world.ts';

/** Any edit that the program makes, on marks and tags that are there. */
const edits = (marks: readonly Annotation[], tags: readonly Tag[], stamp: Stamp) => {
  const [mark] = marks;
  const [first] = tags;
  return [
    ...(mark === undefined
      ? []
      : [
          removeMarks(marks, stamp),
          recolourMarks(marks, 'teal', stamp),
          writeNote(mark, '**why?**', stamp),
          respanMark(
            mark,
            {
              span: { start: mark.span.start, end: mark.span.end + 7 },
              selector: { ...mark.selector, quote: 'longer', occurrence: 2 },
            },
            stamp,
          ),
          setTags(mark, ['00000000-0000-4000-8000-00000000000f'], stamp),
          setTags(mark, [], stamp),
        ]),
    ...(first === undefined
      ? []
      : [
          renameTag(first, 'other', stamp),
          recolourTag(first, 'pink', stamp),
          removeTag(first, tags, marks, stamp),
        ]),
  ];
};

const tagsWithChildren = fc
  .uniqueArray(tag, { maxLength: 4, selector: ({ id }) => id })
  .map((tags) =>
    tags.map((item, index) => ({ ...item, parent: index === 0 ? null : (tags[0]?.id ?? null) })),
  );

describe('a patch', () => {
  it('is taken back by its inverse, whatever the edit', () => {
    fc.assert(
      fc.property(
        annotations(2000, 8),
        tagsWithChildren,
        annotation(2000),
        (marks, tags, extra) => {
          const stamp = countingStamp();
          const world: World = { marks: byId(marks), tags: byId(tags) };
          const all = [...edits(marks, tags, stamp), addMark(extra, stamp)];
          fc.pre(!world.marks.has(extra.id));
          for (const patch of all) {
            expect(applied(applied(world, patch), invertPatch(patch))).toEqual(world);
          }
        },
      ),
    );
  });

  it('applied twice is the same as once', () => {
    fc.assert(
      fc.property(annotations(2000, 8), tagsWithChildren, (marks, tags) => {
        const world: World = { marks: byId(marks), tags: byId(tags) };
        for (const patch of edits(marks, tags, countingStamp())) {
          const once = applied(world, patch);
          expect(applied(once, patch)).toEqual(once);
        }
      }),
    );
  });

  it('inverted twice is itself, and passes the schema as it is written and read', () => {
    fc.assert(
      fc.property(annotations(2000, 5), tagsWithChildren, (marks, tags) => {
        for (const patch of edits(marks, tags, countingStamp())) {
          expect(invertPatch(invertPatch(patch))).toEqual(patch);
          expect(patchSchema.parse(JSON.parse(JSON.stringify(patch)))).toEqual(patch);
        }
      }),
    );
  });
});

describe('removing a tag', () => {
  it('leaves no mark with it and raises its children', () => {
    fc.assert(
      fc.property(annotations(2000, 6), tagsWithChildren, (marks, tags) => {
        const [gone] = tags;
        fc.pre(gone !== undefined);
        const bearers = marks.map((mark) => ({ ...mark, tags: [gone.id, ...mark.tags] }));
        const world: World = { marks: byId(bearers), tags: byId(tags) };
        const after = applied(world, removeTag(gone, tags, bearers, countingStamp()));
        expect(after.tags.has(gone.id)).toBe(false);
        for (const mark of after.marks.values()) expect(mark.tags).not.toContain(gone.id);
        for (const child of after.tags.values()) expect(child.parent).not.toBe(gone.id);
      }),
    );
  });
});

describe('the history', () => {
  const edit = (at: number): Patch => ({
    id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    at: '2026-11-22T10:00:00.000Z',
    label: 'mark.add',
    changes: [],
  });

  it('goes back and forth through the same edits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(25), (count, back) => {
        let history = emptyHistory;
        for (let i = 0; i < count; i++) history = recordEdit(history, edit(i));
        const full = history;
        let steps = 0;
        for (let i = 0; i < back; i++) {
          const step = undoStep(history);
          if (step === null) break;
          history = step.history;
          steps += 1;
        }
        expect(steps).toBe(Math.min(count, back));
        for (let i = 0; i < steps; i++) history = redoStep(history)?.history ?? history;
        expect(history).toEqual(full);
      }),
    );
  });

  it('forgets what was undone when a new edit comes', () => {
    const undone = undoStep(recordEdit(emptyHistory, edit(1)));
    const after = recordEdit(undone?.history ?? emptyHistory, edit(2));
    expect(historyState(after)).toEqual({ undo: 'mark.add', redo: null });
  });

  it('keeps a bounded number of edits', () => {
    let history = emptyHistory;
    for (let i = 0; i < historyLimit + 50; i++) history = recordEdit(history, edit(i));
    expect(history.done).toHaveLength(historyLimit);
    expect(history.done.at(-1)).toEqual(edit(historyLimit + 49));
  });
});
