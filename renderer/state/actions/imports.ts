import type { Failure, Imported } from '../../../core/contract.ts';
import type { DocumentId } from '../../../core/model/document.ts';
import { stateMessages } from '../../../core/messages/en/state.ts';
import { call } from '../../bridge.ts';
import type { AppStore } from '../store.ts';
import type { DocumentActions } from './documents.ts';
import type { ViewActions } from './view.ts';

export function createImportActions(
  store: AppStore,
  view: ViewActions,
  documents: DocumentActions,
) {
  const showBusy = (names: readonly string[]): void => store.setState({ importing: names });

  /** Tells what came of an import and opens the last text that is there now. */
  const finish = async (imported: readonly Imported[]): Promise<void> => {
    showBusy([]);
    for (const { name, result } of imported) {
      if (result.kind === 'failed') {
        const tone = result.code === 'cancelled' ? 'info' : 'error';
        view.toast(stateMessages.importFailed(name, result.message), { tone });
      }
    }
    const arrived = imported.flatMap(({ result }) =>
      result.kind === 'failed' ? [] : [result.entry],
    );
    store.setState(({ documents: known }) => ({
      documents: [
        ...known.filter(({ id }) => !arrived.some((entry) => entry.id === id)),
        ...arrived,
      ],
    }));
    const last = arrived.at(-1);
    if (last !== undefined) await documents.openDocument(last.id);
  };

  return {
    importStarted: showBusy,
    importFinished: finish,
    pickFiles: async (): Promise<void> => {
      const reply = await call('import.pick', {});
      if (reply.ok) await finish(reply.value);
      else view.fail(reply.error);
    },
    importFiles: async (files: readonly File[]): Promise<void> => {
      const imported: Imported[] = [];
      for (const file of files) {
        showBusy(files.slice(imported.length).map(({ name }) => name));
        const one = await importFile(file);
        imported.push(one);
        if (one.result.kind === 'failed' && one.result.code === 'cancelled') break;
      }
      await finish(imported);
    },
    /** Stops after what is in the library already. */
    cancelImport: async (): Promise<void> => {
      const reply = await call('import.cancel', {});
      if (!reply.ok) view.fail(reply.error);
    },
    /** Opens the other reading of a web page, article or whole page, as a text of its own. */
    openVariant: async (id: DocumentId, variant: 'article' | 'page'): Promise<void> => {
      const entry = store.getState().documents.find((known) => known.id === id);
      showBusy([entry?.title ?? '']);
      const reply = await call('import.variant', { id, variant });
      showBusy([]);
      if (reply.ok) await finish([reply.value]);
      else view.fail(reply.error);
    },
  };
}

/** A dropped file's bytes, as far as the system gives them: a folder, or a file that went away, has none. */
async function importFile(file: File): Promise<Imported> {
  const { name } = file;
  const failure = (error: Failure): Imported => ({ name, result: { kind: 'failed', ...error } });
  if (file.size > mostBytes) {
    return failure({ code: 'file-too-large', message: stateMessages.fileTooLarge });
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const reply = await call('import.bytes', { name, bytes });
    return reply.ok ? reply.value : failure(reply.error);
  } catch {
    return failure({ code: 'unreadable-file', message: stateMessages.fileUnreadable });
  }
}

/** Main refuses more; it is not even sent. */
const mostBytes = 64 * 1024 * 1024;
