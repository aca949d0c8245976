import type { HistoryItem } from '../contract.ts';
import type { History } from './history.ts';
import { invertPatch, type Change, type Patch } from './patch.ts';

/** What the reader did, newest first; edits that were taken back stand where they were. */
export function historyItems({ done, undone }: History): readonly HistoryItem[] {
  return [
    ...undone.map((patch) => itemOf(patch, true)),
    ...done.toReversed().map((patch) => itemOf(patch, false)),
  ];
}

function itemOf({ id, at, label, changes }: Patch, undone: boolean): HistoryItem {
  const count = (entity: Change['entity']): number =>
    new Set(changes.flatMap((change) => (change.entity === entity ? [change.id] : []))).size;
  return {
    id,
    at,
    label,
    marks: count('annotation'),
    tags: count('tag'),
    documents: count('document'),
    undone,
  };
}

/**
 * All changes, step by step, from now to just after an edit, or to before all edits with null; null where the history
 * does not know the edit.
 */
export function changesTo(
  { done, undone }: History,
  id: Patch['id'] | null,
): readonly Change[] | null {
  const at = id === null ? -1 : done.findIndex((patch) => patch.id === id);
  if (id === null || at !== -1) return backward(done.slice(at + 1));
  const ahead = undone.findIndex((patch) => patch.id === id);
  if (ahead === -1) return null;
  return undone
    .slice(ahead)
    .toReversed()
    .flatMap((patch) => patch.changes);
}

function backward(patches: readonly Patch[]): readonly Change[] {
  return patches.toReversed().flatMap((patch) => invertPatch(patch).changes);
}

/** What is left of the history when some entities are gone for good: edits after the last one that needs them. */
export function forgetEdits({ done, undone }: History, gone: readonly Change[]): History {
  const ids = new Set(gone.map((change) => change.id));
  const after = (patches: readonly Patch[]): readonly Patch[] =>
    patches.slice(patches.findLastIndex((patch) => needs(patch, ids)) + 1);
  return { done: after(done), undone: after(undone) };
}

function needs({ changes }: Patch, ids: ReadonlySet<string>): boolean {
  return changes.some(
    (change) => ids.has(change.id) || (change.entity === 'annotation' && ids.has(change.document)),
  );
}
