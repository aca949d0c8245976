import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addMark,
  recolourMarks,
  removeMarks,
  setTags,
  writeNote,
} from '../../../core/edit/marks.ts';
import { applyFields, type Change, type Patch } from '../../../core/edit/patch.ts';
import { addTag, newTag, renameTag } from '../../../core/edit/tags.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import { markColours } from '../../../core/model/colours.ts';
import type { Tag } from '../../../core/model/tag.ts';
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

/** The library as simply as it can be said: maps, and a list of what they were before each edit. */
interface Model {
  readonly marks: ReadonlyMap<string, Annotation>;
  readonly tags: ReadonlyMap<string, Tag>;
}

function changed({ marks, tags }: Model, changes: readonly Change[]): Model {
  const next = { marks: new Map(marks), tags: new Map(tags) };
  for (const change of changes) {
    if (change.entity === 'annotation') {
      put(next.marks, change.id, applyFields(marks.get(change.id), change));
    }
    if (change.entity === 'tag')
      put(next.tags, change.id, applyFields(tags.get(change.id), change));
  }
  return next;
}

function put<V>(map: Map<string, V>, key: string, entity: V | null): void {
  if (entity === null) map.delete(key);
  else map.set(key, entity);
}

const kinds = [
  'add',
  'add',
  'add',
  'remove',
  'colour',
  'note',
  'tag',
  'untag',
  'newTag',
  'renameTag',
  'removeTag',
  'document',
  'undo',
  'undo',
  'redo',
  'reopen',
  'crash',
] as const;
const steps = fc.array(fc.record({ kind: fc.constantFrom(...kinds), pick: fc.nat(1000) }), {
  minLength: 5,
  maxLength: 30,
});

it('any run of edits, undos, restarts and crashes equals the model', { timeout: 120_000 }, () =>
  fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 0xffff }), (run, seed) =>
      withFolder(async (folder) => {
        const stamp = countingStamp(seed);
        let place = join(folder, '0');
        let library = await open(place, { stamp, checkpointDelay: seed % 20 });
        const texts = new Map<string, string>();
        let model: Model = { marks: new Map(), tags: new Map() };
        let done: Model[] = [];
        let undone: Model[] = [];

        const edit = (next: Model): void => {
          done = [...done, model];
          undone = [];
          model = next;
        };
        const patchFor = (kind: (typeof kinds)[number], pick: number): Patch | null => {
          const some = [...model.marks.values()][pick % Math.max(1, model.marks.size)];
          const tag = [...model.tags.values()][pick % Math.max(1, model.tags.size)];
          const [id, text] = [...texts][pick % Math.max(1, texts.size)] ?? [];
          if (kind === 'newTag') {
            return addTag(newTag(`Tag ${stamp.id()}`, 'blue', tag?.id ?? null, stamp), stamp);
          }
          if (kind === 'renameTag' && tag) return renameTag(tag, `Name ${stamp.id()}`, stamp);
          if (kind === 'add' && id !== undefined && text !== undefined) {
            const span = wordSpans(text)[pick % 100] ?? { start: 0, end: 1 };
            return addMark(mark(id, text, span.start, span.end, stamp), stamp);
          }
          if (some === undefined) return null;
          const colour = markColours[pick % markColours.length] ?? 'yellow';
          if (kind === 'remove') return removeMarks([some], stamp);
          if (kind === 'colour') return recolourMarks([...model.marks.values()], colour, stamp);
          if (kind === 'note') return writeNote(some, `note ${pick}`, stamp);
          if (kind === 'untag') return setTags(some, [], stamp);
          return kind === 'tag' && tag ? setTags(some, [tag.id], stamp) : null;
        };

        for (const [index, { kind, pick }] of run.entries()) {
          if (kind === 'document') {
            const { entry } = value(await library.add(sampleDocument(`Doc ${index}`, 10)));
            texts.set(entry.id, value(await library.content(entry.id)).text);
          } else if (kind === 'removeTag') {
            const tag = [...model.tags.values()][pick % Math.max(1, model.tags.size)];
            if (tag === undefined) continue;
            edit(changed(model, value(await library.removeTag(tag.id)).patch.changes));
          } else if (kind === 'undo') {
            const undoneEdit = value(await library.undo());
            expect(undoneEdit !== null).toBe(done.length > 0);
            if (undoneEdit === null) continue;
            undone = [...undone, model];
            model = done.at(-1) ?? model;
            done = done.slice(0, -1);
          } else if (kind === 'redo') {
            const redoneEdit = value(await library.redo());
            expect(redoneEdit !== null).toBe(undone.length > 0);
            if (redoneEdit === null) continue;
            done = [...done, model];
            model = undone.at(-1) ?? model;
            undone = undone.slice(0, -1);
          } else if (kind === 'reopen') {
            await library.close();
            library = await open(place, { stamp, checkpointDelay: pick % 20 });
          } else if (kind === 'crash') {
            const old = library;
            const next = join(folder, String(index + 1));
            await copyAsCrashed(place, next);
            await old.close();
            place = next;
            library = await open(place, { stamp, checkpointDelay: pick % 20 });
          } else {
            const patch = patchFor(kind, pick);
            if (patch === null) continue;
            value(await library.apply(patch));
            edit(changed(model, patch.changes));
          }
          await same(library, model, done.length, undone.length);
        }
        await library.close();
        const last = await open(place, { stamp });
        await same(last, model, done.length, undone.length);
        expect(last.notices()).toEqual([]);
        await last.close();
      }),
    ),
    { numRuns: 20 },
  ),
);

async function same(library: Library, model: Model, done: number, undone: number): Promise<void> {
  const seen = await snapshot(library);
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  expect(Object.values(seen.marks).flat().sort(byId)).toEqual([...model.marks.values()].sort(byId));
  expect([...seen.tags].sort(byId)).toEqual([...model.tags.values()].sort(byId));
  expect([seen.history.undo !== null, seen.history.redo !== null]).toEqual([done > 0, undone > 0]);
}
