import type { CodebookFormat, CodebookPreview } from '../../../core/contract.ts';
import { codebookFileMessages as messages } from '../../../core/messages/en/codebook.ts';
import { stateMessages } from '../../../core/messages/en/state.ts';
import { call } from '../../bridge.ts';
import type { AppStore } from '../store.ts';
import type { Editing } from './editing.ts';
import type { ViewActions } from './view.ts';

/** The codebook out to a file and in from one. */
export function createCodebookFiles(store: AppStore, view: ViewActions, editing: Editing) {
  return {
    exportCodebook: async (format: CodebookFormat): Promise<void> => {
      if (!(await editing.ready())) return;
      const reply = await call('codebook.export', { format });
      if (!reply.ok) view.fail(reply.error);
      else if (reply.value.path !== null) view.toast(stateMessages.exported(reply.value.path));
    },
    /** Shows what a file would do, before it does. */
    previewCodebook: async (): Promise<void> => {
      if (!(await editing.ready())) return;
      const reply = await call('codebook.preview', {});
      if (reply.ok) store.setState({ codebookPreview: reply.value });
      else view.fail(reply.error);
    },
    closeCodebookPreview: (): void => store.setState({ codebookPreview: null }),
    importCodebook: (preview: CodebookPreview): void => {
      store.setState({ codebookPreview: null });
      if (preview.patch === null) return;
      editing.commit(preview.patch);
      const words = messages.imported(preview);
      view.toast(words, { undo: true });
      view.announce(words);
    },
  };
}
