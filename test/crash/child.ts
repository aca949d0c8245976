import { addMark, removeMarks, setTags, writeNote } from '../../core/edit/marks.ts';
import type { Patch, Stamp } from '../../core/edit/patch.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import { randomUUID } from 'node:crypto';
import { plainTarget } from './plain-target.ts';
import { acknowledge, announce, sayBusy, stateOf, type Fate } from './protocol.ts';
import { storeTarget } from './store-target.ts';
import type { Editor } from './target.ts';

// Run by kills.ts: edits marks as fast as it can and says what was acknowledged, until it is killed.

const [folder = '', mode] = process.argv.slice(2);
const stamp: Stamp = { id: randomUUID, now: () => new Date().toISOString() };
const editor = await (mode === 'plain' ? plainTarget : storeTarget).edit(folder);
if (editor === null) sayBusy();
else await editForEver(editor);

async function editForEver(open: Editor): Promise<void> {
  const tell = async (fate: Fate, edit: () => Promise<void>): Promise<void> => {
    announce(fate);
    await edit();
    acknowledge(fate);
  };
  const change = (mark: Annotation, after: Annotation | null, patch: Patch): Promise<void> =>
    tell({ id: mark.id, state: after && stateOf(after), undo: false }, () => open.apply(patch));
  const add = (count: number): Promise<Annotation> => {
    const made = open.make(count);
    return change(made, made, addMark(made, stamp)).then(() => made);
  };
  const undo = (mark: Annotation, after: Annotation | null): Promise<void> =>
    tell({ id: mark.id, state: after && stateOf(after), undo: true }, () => open.undo());

  for (let count = 0; ; count += 4) {
    const first = await add(count);
    const noted = { ...first, note: `note ${count}` };
    await change(first, noted, writeNote(first, noted.note, stamp));
    // Three at once: they share a flush and must stay in their order.
    const [second, third] = await Promise.all([add(count + 1), add(count + 2), add(count + 3)]);
    await change(second, { ...second, tags: [open.tag] }, setTags(second, [open.tag], stamp));
    await change(third, null, removeMarks([third], stamp));
    if (count % 12 === 0) await undo(third, third);
    if (count % 20 === 0) {
      const fourth = await add(count);
      await undo(fourth, null);
    }
  }
}
