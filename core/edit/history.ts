import { invertPatch, type Change, type Patch } from './patch.ts';
import type { EditLabel } from './labels.ts';

/** What can be undone and redone; the newest edit is the last of `done`. */
export interface History {
  readonly done: readonly Patch[];
  readonly undone: readonly Patch[];
}

export const emptyHistory: History = { done: [], undone: [] };

/** For the menu and the toasts. */
export interface HistoryState {
  readonly undo: EditLabel | null;
  readonly redo: EditLabel | null;
}

export function historyState(history: History): HistoryState {
  return { undo: history.done.at(-1)?.label ?? null, redo: history.undone.at(-1)?.label ?? null };
}

/** So many edits can be taken back; older ones stay in the journal until it is shortened. */
export const historyLimit = 1000;

export function recordEdit({ done }: History, patch: Patch): History {
  const last = done.at(-1);
  if (last?.id === patch.id) return { done: [...done.slice(0, -1), goOn(last, patch)], undone: [] };
  return { done: [...done.slice(1 - historyLimit), patch], undone: [] };
}

/** Edits under one id are one step: a text that is saved again and again while it is written. */
export function goOn(edit: Patch, more: Patch): Patch {
  const [last, first] = [edit.changes.at(-1), more.changes[0]];
  const joined = last && first ? joinChanges(last, first) : null;
  const changes =
    joined === null
      ? [...edit.changes, ...more.changes]
      : [...edit.changes.slice(0, -1), joined, ...more.changes.slice(1)];
  return { ...more, changes };
}

/** Two changes of one entity in one; null where one of them takes it away or they are of different ones. */
function joinChanges(one: Change, next: Change): Change | null {
  if (one.entity !== next.entity || one.id !== next.id) return null;
  if (one.after === null || next.before === null || next.after === null) return null;
  const before = one.before === null ? null : { ...next.before, ...one.before };
  return { ...one, before, after: { ...one.after, ...next.after } };
}

/** The step back: the patch to apply and the history after it; null where there is nothing to undo. */
export function undoStep(history: History): { patch: Patch; history: History } | null {
  const patch = history.done.at(-1);
  if (patch === undefined) return null;
  return {
    patch: invertPatch(patch),
    history: { done: history.done.slice(0, -1), undone: [...history.undone, patch] },
  };
}

export function redoStep(history: History): { patch: Patch; history: History } | null {
  const patch = history.undone.at(-1);
  if (patch === undefined) return null;
  return {
    patch,
    history: { done: [...history.done, patch], undone: history.undone.slice(0, -1) },
  };
}
