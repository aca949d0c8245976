import type { Imported } from '../../../core/contract.ts';
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
        view.toast(stateMessages.importFailed(name, result.message), { tone: 'error' });
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
        const bytes = new Uint8Array(await file.arrayBuffer());
        const reply = await call('import.bytes', { name: file.name, bytes });
        imported.push(
          reply.ok ? reply.value : { name: file.name, result: { kind: 'failed', ...reply.error } },
        );
      }
      await finish(imported);
    },
    /** Opens the other reading of a web page, article or whole page, as a text of its own. */
    openVariant: async (id: DocumentId, variant: 'article' | 'page'): Promise<void> => {
      const reply = await call('import.variant', { id, variant });
      if (reply.ok) await finish([reply.value]);
      else view.fail(reply.error);
    },
  };
}
