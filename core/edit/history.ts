import { invertPatch, type Patch } from './patch.ts';
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

export function recordEdit(history: History, patch: Patch): History {
  return { done: [...history.done.slice(1 - historyLimit), patch], undone: [] };
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
