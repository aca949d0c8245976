import type { HistoryState } from '../../core/edit/history.ts';
import type { Patch } from '../../core/edit/patch.ts';
import type { AppliedEdit } from './library-types.ts';
import type { OpenParts } from './open-parts.ts';
import { ok } from './outcome.ts';
import type { Merge, SharedFile } from './shared-files.ts';

/**
 * Merges what somebody else wrote into the library. What it changes is written to the history like an edit, so that it
 * is safe before it is shown; but it cannot be undone, because undoing would delete what somebody else made.
 * Answers with the number of changes; null where they could not be written, so that nothing was taken in.
 */
export async function takeIn(
  { context, queue }: OpenParts,
  file: SharedFile,
  mergeNow: () => Merge,
  accept: () => void,
  onChanged: (edit: AppliedEdit) => void,
): Promise<number | null> {
  let count = 0;
  const done = await queue.run<AppliedEdit>((_view, history) => {
    const { changes, times, land, rewrite } = mergeNow();
    const landed = (): void => {
      land();
      accept();
      if (rewrite) file.writeAgain();
    };
    count = changes.length;
    if (count === 0) {
      landed();
      return Promise.resolve(ok(null));
    }
    const { stamp } = context;
    const patch: Patch = { id: stamp.id(), at: stamp.now(), label: 'library.merge', changes };
    const answer = (state: HistoryState): AppliedEdit => ({ patch, history: state });
    return Promise.resolve(ok({ type: 'put' as const, patch, times, history, landed, answer }));
  }, true);
  if (!done.ok) return null;
  if (done.value !== null) onChanged(done.value);
  return count;
}
