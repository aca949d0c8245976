import type { CallOutput, Result } from '../../../core/contract.ts';
import { invertPatch, type Patch } from '../../../core/edit/patch.ts';
import { editNames } from '../../../core/messages/en/edits.ts';
import { stateMessages } from '../../../core/messages/en/state.ts';
import { call } from '../../bridge.ts';
import { afterFrame } from '../after-frame.ts';
import type { AppState } from '../app-state.ts';
import { applyPatch } from '../apply-patch.ts';
import { SaveQueue } from '../save-queue.ts';
import type { AppStore } from '../store.ts';
import type { ViewActions } from './view.ts';

export type Editing = ReturnType<typeof createEditing>;
type Changed = Result<CallOutput<'history.undo'>>;

const manyChanges = 500;

/** Edits are shown at once and are on disk before the window says so. */
export function createEditing(store: AppStore, view: ViewActions) {
  const show = (patch: Patch, also: Partial<AppState> = {}): void => {
    store.paintFirst(() => store.setState({ ...applyPatch(store.getState(), patch), ...also }));
  };
  const queue = new SaveQueue({
    send: async (patch) => {
      // To pack thousands of changes takes longer than a frame: what they change is on screen first.
      if (patch.changes.length > manyChanges) await new Promise<void>((done) => afterFrame(done));
      return call('edit.apply', { patch });
    },
    saved: (history, waiting) => {
      store.setState({ history, saving: waiting === 0 ? { kind: 'saved' } : { kind: 'saving' } });
      // Main finds an edit in other texts from now on.
      if (waiting === 0) void view.refind();
    },
    failed: (error, waiting) => store.setState({ saving: { kind: 'failed', error, waiting } }),
    refused: (patch, error, waiting) => {
      show(invertPatch(patch));
      store.setState({ saving: waiting === 0 ? { kind: 'saved' } : { kind: 'saving' } });
      view.fail(error);
    },
    retryAfter: 4000,
  });
  /** Ends when nothing waits any more, or when saving fails: false then. */
  const settled = async (): Promise<boolean> => {
    await Promise.race([queue.settled(), untilFailed(store)]);
    return store.getState().saving.kind !== 'failed';
  };
  return {
    show,
    /** `also` changes with it: what is drawn twice costs twice. */
    commit: (patch: Patch, also: Partial<AppState> = {}): void => {
      const { saving: before } = store.getState();
      show(patch, { ...also, ...(before.kind === 'failed' ? {} : { saving: { kind: 'saving' } }) });
      queue.push(patch);
      const { saving } = store.getState();
      if (saving.kind === 'failed') {
        store.setState({ saving: { ...saving, waiting: queue.waiting.length } });
      }
    },
    settled,
    /** Whether all edits are on disk, so that main can go on from there; says it where they are not. */
    ready: async (): Promise<boolean> => {
      if (await settled()) return true;
      view.toast(stateMessages.firstSave, { tone: 'warning' });
      return false;
    },
    /** Edits that main does not have yet, over what it has just told. */
    showWaiting: (): void => {
      for (const patch of queue.waiting) {
        // Main's counts lack them still, but the window's have them since they were made.
        store.setState(applyPatch(store.getState(), patch, false));
      }
    },
    retryNow: (): void => queue.retryNow(),
    /** Takes over an edit that main made; the answer says whether it did. */
    take: (reply: Changed): boolean => {
      if (!reply.ok) {
        view.fail(reply.error);
        return false;
      }
      if (reply.value === null) return false;
      show(reply.value.patch);
      store.setState({ history: reply.value.history });
      void view.refind();
      return true;
    },
  };
}

export function createEditActions(store: AppStore, view: ViewActions, editing: Editing) {
  const step = async (direction: 'undo' | 'redo'): Promise<void> => {
    if (!(await editing.ready())) return;
    const reply = await call(direction === 'undo' ? 'history.undo' : 'history.redo', {});
    if (!editing.take(reply) || !reply.ok || reply.value === null) return;
    view.announce(stateMessages[direction](editNames[reply.value.patch.label]));
    const change = reply.value.patch.changes[0];
    const open = store.getState().document?.entry.id;
    if (change?.entity !== 'annotation' || change.document !== open) return;
    if (store.getState().sheet !== null) return;
    const mark = store.getState().marks.get(change.id);
    if (mark !== undefined) view.jumpTo(mark.span, false);
  };
  return {
    undo: () => step('undo'),
    redo: () => step('redo'),
    retrySaving: (): void => editing.retryNow(),
    /** Whether the window may go: waits for what is being written, and asks where it cannot be. */
    mayClose: async (): Promise<boolean> => {
      if (await editing.settled()) return true;
      const { saving } = store.getState();
      if (saving.kind !== 'failed') return true;
      const { error, waiting } = saving;
      const reply = await call('window.confirmClose', { waiting, why: error.message });
      return reply.ok && reply.value.close;
    },
  };
}

function untilFailed(store: AppStore): Promise<void> {
  if (store.getState().saving.kind === 'failed') return Promise.resolve();
  return new Promise((resolve) => {
    const stop = store.subscribe(({ saving }) => {
      if (saving.kind === 'saving') return;
      stop();
      resolve();
    });
  });
}
