import { call } from '../../bridge.ts';
import { closedDocument } from '../apply-patch.ts';
import { opensAsPages } from '../open-pages.ts';
import type { AppStore } from '../store.ts';
import type { DocumentActions } from './documents.ts';
import type { Editing } from './editing.ts';

export type FirstLookActions = ReturnType<typeof createFirstLook>;

/** The first pages of a file are shown while its text is still being read. */
export function createFirstLook(
  store: AppStore,
  editing: Editing,
  { openDocument, saveReading }: Pick<DocumentActions, 'openDocument' | 'saveReading'>,
) {
  return {
    beginFirstLook: (name: string): void => {
      if (opensAsPages())
        store.setState({ firstLook: { name, shown: false, page: 0, left: null } });
    },
    readImportSource: async (): Promise<Uint8Array | null> => {
      const reply = await call('import.source', {});
      return reply.ok ? reply.value.bytes : null;
    },
    /** A page is there to be seen: the text on screen goes, so that no key works on what is covered. */
    showFirstLook: async (): Promise<void> => {
      await editing.settled();
      const { firstLook, document, reading } = store.getState();
      if (firstLook === null || firstLook.shown) return;
      if (document !== null) void saveReading(reading.offset, reading.progress);
      store.setState({
        ...closedDocument(),
        openFailure: null,
        firstLook: { ...firstLook, shown: true, left: document?.entry.id ?? null },
      });
    },
    lookAt: (page: number): void => {
      const { firstLook } = store.getState();
      if (firstLook !== null) store.setState({ firstLook: { ...firstLook, page } });
    },
    /** What was looked at is in the library and on screen, or there never was anything to see. */
    endFirstLook: (): void => store.setState({ firstLook: null }),
    /** The text that was on screen comes back, unless the reader has opened another one. */
    leaveFirstLook: async (): Promise<void> => {
      const { firstLook, document, opening } = store.getState();
      store.setState({ firstLook: null });
      const left = firstLook?.left ?? null;
      if (left !== null && document === null && opening === null) await openDocument(left);
    },
  };
}
