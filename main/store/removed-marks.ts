import type { Result } from '../../core/contract.ts';
import { compareTimes } from '../../core/merge/times.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import type { DocumentMarks } from './document-marks.ts';
import type { RemovedMark } from './library-types.ts';
import type { OpenParts } from './open-parts.ts';
import { failed, ok } from './outcome.ts';

/** The removed marks that can still be brought back, newest removal first. */
export function removedMarksOf(marks: DocumentMarks): readonly RemovedMark[] {
  return marks.lifetimes
    .removed()
    .flatMap(({ at, was }) => (was === null ? [] : [{ annotation: was, at }]))
    .sort((a, b) => compareTimes(b.at, a.at));
}

/** Forgets what was removed, in all files, between two edits. */
export async function forgetRemoved(
  parts: OpenParts,
): Promise<Result<{ readonly marks: number; readonly tags: number }>> {
  const { catalogue, marks, journal, queue, checkpointer } = parts;
  for (const { id } of catalogue.documents()) {
    const loaded = await marks.load(id);
    if (!loaded.ok) return loaded;
  }
  let count = { marks: 0, tags: 0 };
  await queue.alone(() => {
    const tags = catalogue.shelves.tag.lifetimes.forget();
    if (tags > 0) catalogue.markDue('tag', journal, checkpointer);
    if (catalogue.shelves.item.lifetimes.forget() > 0) {
      catalogue.markDue('item', journal, checkpointer);
    }
    count = { marks: marks.forgetRemoved(), tags };
    return Promise.resolve();
  });
  const written = await checkpointer.flush();
  return written ? ok(count) : failed('not-saved', storeMessages.notForgotten);
}
