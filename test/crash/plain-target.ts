import { randomUUID } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { applyFields, invertPatch, type Patch, type Stamp } from '../../core/edit/patch.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import { isMissing } from '../../main/store/files.ts';
import { mark, sampleContent, wordSpans } from '../main/store/workshop.ts';
import { stateOf } from './protocol.ts';
import { countDoubled, type Editor, type Seen, type Target } from './target.ts';

const stamp: Stamp = { id: randomUUID, now: () => new Date().toISOString() };

/**
 * lowdb with the adapter that it comes with: a file of marks and one of edits, each written whole after a change. It is
 * here to prove that the harness can fail.
 */
export const plainTarget: Target = { edit, inspect };

async function edit(folder: string): Promise<Editor> {
  await mkdir(folder, { recursive: true });
  const marks = new Low<Annotation[]>(new JSONFile(join(folder, 'marks.json')), []);
  const edits = new Low<Patch[]>(new JSONFile(join(folder, 'edits.json')), []);
  await marks.read();
  await edits.read();
  const { text } = sampleContent('Ants', 60);
  const spans = wordSpans(text);
  const save = async (): Promise<void> => {
    await marks.write();
    await edits.write();
  };
  return {
    tag: stamp.id(),
    make(count) {
      const span = spans[(count * 7919) % spans.length] ?? { start: 0, end: 4 };
      return mark('the-document', text, span.start, span.end, stamp);
    },
    async apply(patch) {
      marks.data = changed(marks.data, patch);
      edits.data.push(patch);
      await save();
    },
    async undo() {
      const last = edits.data.pop();
      if (last !== undefined) marks.data = changed(marks.data, invertPatch(last));
      await save();
    },
  };
}

function changed(marks: readonly Annotation[], patch: Patch): Annotation[] {
  let list = [...marks];
  for (const change of patch.changes) {
    if (change.entity !== 'annotation') continue;
    const current = list.find((found) => found.id === change.id);
    const next = applyFields(current, change);
    list = list.filter((found) => found.id !== change.id);
    if (next !== null) list.push(next);
  }
  return list;
}

async function inspect(folder: string): Promise<Seen> {
  const trouble: string[] = [];
  const read = async <T>(name: string): Promise<readonly T[]> => {
    try {
      return JSON.parse(await readFile(join(folder, name), 'utf8')) as readonly T[];
    } catch (error) {
      if (!isMissing(error)) trouble.push(`${name}: ${String(error)}`);
      return [];
    }
  };
  const marks = await read<Annotation>('marks.json');
  const edits = await read<Patch>('edits.json');
  const known = new Set(edits.flatMap(({ changes }) => changes.map((change) => change.id)));
  return {
    marks: new Map(marks.map((found) => [found.id, stateOf(found)])),
    doubled: countDoubled(marks),
    trouble,
    undoes: edits.at(-1)?.changes.map((change) => change.id) ?? null,
    // A mark that no edit knows of cannot be taken back.
    undoWorks: marks.every((found) => known.has(found.id)),
  };
}
