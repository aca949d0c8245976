import type { ChangeOfMarks } from '../../../core/contract.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Example, TagId } from '../../../core/model/tag.ts';
import { passageMessages as messages } from '../../../core/messages/en/passages.ts';
import { stateMessages } from '../../../core/messages/en/state.ts';
import { call } from '../../bridge.ts';
import type { AppStore } from '../store.ts';
import type { Editing } from './editing.ts';
import type { ViewActions } from './view.ts';

/** What is done to many marks at once, wherever they stand: main has them all, and makes one edit of it. */
export function createManyMarks(store: AppStore, view: ViewActions, editing: Editing) {
  const nameOf = (tag: TagId): string => store.getState().tags.get(tag)?.name ?? '';

  const said = (change: ChangeOfMarks, count: number): string => {
    switch (change.kind) {
      case 'add':
        return messages.tagged(count, nameOf(change.tag));
      case 'remove':
        return messages.untagged(count, nameOf(change.tag));
      case 'replace':
        return messages.moved(count, nameOf(change.by));
      case 'colour':
        return messages.recoloured(count);
      case 'delete':
        return messages.removed(count);
    }
  };

  return {
    changeMarks: async (
      marks: readonly Annotation['id'][],
      change: ChangeOfMarks,
    ): Promise<void> => {
      if (marks.length === 0 || !(await editing.ready())) return;
      const reply = await call('passages.change', { marks, change });
      if (!editing.take(reply) || !reply.ok || reply.value === null) return;
      const words = said(change, reply.value.patch.changes.length);
      view.toast(words, { undo: true });
      view.announce(words);
    },
    exportPassages: async (format: 'markdown' | 'csv'): Promise<void> => {
      if (!(await editing.ready())) return;
      const { passageQuery: query } = store.getState();
      const reply = await call('passages.export', { query, format });
      if (!reply.ok) view.fail(reply.error);
      else if (reply.value.path !== null) view.toast(stateMessages.exported(reply.value.path));
    },
    /** Marks wherever they stand; those that are gone are left out. */
    marksOf: async (examples: readonly Example[]): Promise<readonly Annotation[]> => {
      if (examples.length === 0) return [];
      const reply = await call('passages.get', { marks: examples });
      if (reply.ok) return reply.value;
      view.fail(reply.error);
      return [];
    },
  };
}
