import { sourceMarkMessages as messages } from '../../../core/messages/en/source-marks.ts';
import { call } from '../../bridge.ts';
import type { AppStore } from '../store.ts';
import type { Editing } from './editing.ts';
import type { ViewActions } from './view.ts';

/** Marks and comments that a source came with: taken as the reader's own, or not asked about any more. */
export function createSourceMarkActions(store: AppStore, view: ViewActions, editing: Editing) {
  return {
    takeSourceMarks: async (): Promise<void> => {
      const id = store.getState().document?.entry.id;
      if (id === undefined || !(await editing.ready())) return;
      const reply = await call('document.takeSourceMarks', { id });
      if (!editing.take(reply) || !reply.ok || reply.value === null) return;
      const said = messages.taken(reply.value.patch.changes.length);
      view.toast(said, { undo: true });
      view.announce(said);
    },
    declineSourceMarks: (): void => {
      const { document: open, settings } = store.getState();
      if (open === null) return;
      const declinedMarks = [...settings.declinedMarks.slice(-9_999), open.entry.id];
      void view.changeSettings({ declinedMarks });
      view.announce(messages.declined);
    },
  };
}
