import type { Change } from './patch.ts';

/** The change that takes something out of the bin for good: it keeps nothing of it, so nothing can undo it. */
export function isForGood(change: Change): boolean {
  return change.after === null && change.before !== null && Object.keys(change.before).length === 0;
}
