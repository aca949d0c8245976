import type {
  BackupPreview,
  CallOutput,
  Failure,
  HistoryItem,
  Result,
} from '../../../core/contract.ts';
import type { DocumentId } from '../../../core/model/document.ts';
import type { AnnotationId } from '../../../core/model/annotation.ts';
import { backupMessages } from '../../../core/messages/en/backups.ts';
import { binMessages } from '../../../core/messages/en/bin.ts';
import { stateMessages } from '../../../core/messages/en/state.ts';
import { call } from '../../bridge.ts';
import type { Care } from '../app-state.ts';
import type { AppStore } from '../store.ts';
import type { DocumentActions } from './documents.ts';
import type { Editing } from './editing.ts';
import type { ViewActions } from './view.ts';

/** What is to come back from the bin. */
export interface BinChoice {
  readonly documents: readonly DocumentId[];
  readonly marks: readonly AnnotationId[];
}

/** History, bin and backups: everything that brings something back. */
export function createCareActions(
  store: AppStore,
  view: ViewActions,
  editing: Editing,
  documents: DocumentActions,
) {
  const tell = (change: Partial<Care>): void =>
    store.setState(({ care }) => ({ care: { ...care, ...change } }));
  const complain = ({ message }: Failure): void => tell({ problem: message });

  const list = async <T>(
    reply: Promise<Result<T>>,
    shown: (value: T) => Partial<Care>,
  ): Promise<void> => {
    const found = await reply;
    if (found.ok) tell(shown(found.value));
    else complain(found.error);
  };

  /** Runs one request at a time, on what is saved; the answer is null where it came to nothing. */
  const ask = async <T>(request: () => Promise<Result<T>>): Promise<{ value: T } | null> => {
    if (store.getState().care.busy) return null;
    tell({ busy: true, problem: null });
    try {
      if (!(await editing.settled())) {
        tell({ problem: stateMessages.firstSave });
        return null;
      }
      const reply = await request();
      if (reply.ok) return { value: reply.value };
      complain(reply.error);
      return null;
    } finally {
      tell({ busy: false });
    }
  };

  /** An edit that main makes: shown, the panel closed so that the page can be seen, and a way back offered. */
  const bring = async (
    request: () => Promise<Result<CallOutput<'history.goTo'>>>,
    said: string,
  ): Promise<void> => {
    const changed = await ask(request);
    if (changed === null) return;
    view.showPanel(null);
    if (!editing.take({ ok: true, value: changed.value })) return;
    view.toast(said, { undo: true });
    view.announce(said);
    await documents.recount();
  };

  return {
    listHistory: () => list(call('history.list', {}), (history) => ({ history })),
    listBin: () => list(call('bin.list', {}), (bin) => ({ bin })),
    listBackups: () => list(call('backup.list', {}), (backups) => ({ backups })),

    /** To just after an edit; null for before all that the history has. */
    goToEdit: (id: HistoryItem['id'] | null, said: string) =>
      bring(() => call('history.goTo', { id }), said),

    restoreFromBin: (chosen: BinChoice) =>
      bring(
        () => call('bin.restore', { documents: chosen.documents, marks: chosen.marks }),
        binMessages.restored(chosen.documents.length, chosen.marks.length),
      ),
    emptyBin: async (): Promise<void> => {
      const gone = await ask(() => call('bin.empty', {}));
      if (gone !== null) {
        view.announce(binMessages.emptied(gone.value.documents, gone.value.marks));
      }
      await list(call('bin.list', {}), (bin) => ({ bin }));
      const started = await call('app.start', {});
      if (started.ok) {
        store.setState({ documents: started.value.documents, history: started.value.history });
      }
    },

    makeBackup: async (): Promise<void> => {
      if ((await ask(() => call('backup.make', {}))) === null) return;
      view.announce(backupMessages.made);
      await list(call('backup.list', {}), (backups) => ({ backups }));
    },
    previewBackup: async (file: string): Promise<BackupPreview | null> => {
      const reply = await call('backup.preview', { file });
      if (reply.ok) return reply.value;
      complain(reply.error);
      return null;
    },
    restoreBackup: (file: string, when: string) =>
      bring(() => call('backup.restore', { file }), backupMessages.restored(when)),
  };
}
