import { pageMessages } from '../../../core/messages/en/pages.ts';
import type { PageLook, Zoom } from '../../../core/model/page-look.ts';
import { call } from '../../bridge.ts';
import type { OpenDocument } from '../open-document.ts';
import type { OpenPages } from '../open-pages.ts';
import type { AppStore } from '../store.ts';
import type { DocumentActions } from './documents.ts';
import type { TravelActions } from './travel.ts';
import type { ViewActions } from './view.ts';

/** How the pages of a document are looked at. */
export function createPageActions(
  store: AppStore,
  view: ViewActions,
  { saveReading }: Pick<DocumentActions, 'saveReading'>,
  { travelTo }: Pick<TravelActions, 'travelTo'>,
) {
  const change = (more: Partial<OpenPages>, document: Partial<OpenDocument> = {}): boolean => {
    const { document: open } = store.getState();
    if (open?.pages == null) {
      view.announce(pageMessages.none);
      return false;
    }
    store.setState({ document: { ...open, ...document, pages: { ...open.pages, ...more } } });
    return true;
  };
  const save = (): void => {
    const { reading } = store.getState();
    void saveReading(reading.offset, reading.progress);
  };

  return {
    /** The other view goes on at the line that is read in this one. */
    showView: (shown: PageLook['view']): void => {
      const { reading } = store.getState();
      const place = { offset: reading.offset, progress: reading.progress, opened: '' };
      if (!change({ view: shown }, { place })) return;
      store.setState({ selection: null, jump: null });
      view.announce(pageMessages.shown[shown]);
      save();
    },
    zoomPages: (zoom: Zoom): void => {
      if (change({ zoom })) save();
    },
    goToPage: (index: number): void => {
      const info = store.getState().document?.pages?.infos[index];
      if (info === undefined) return;
      const span = { start: info.start, end: info.end };
      travelTo(span, null, index);
      view.announce(pageMessages.page(info.label));
    },
    /** Brings what up to `count` pages show, from page `from` on. */
    loadPages: async (from: number, count: number): Promise<void> => {
      const id = store.getState().document?.entry.id;
      if (id === undefined) return;
      const reply = await call('document.pages', { id, from, count });
      const { document: open } = store.getState();
      if (open?.entry.id !== id || open.pages === null) return;
      if (!reply.ok) {
        view.fail(reply.error);
        return;
      }
      const came = reply.value.map((page, index) => [from + index, page] as const);
      change({ shown: new Map([...open.pages.shown, ...came]) });
    },
    /** The source of the document on screen; null where it cannot be had. */
    readSource: async (): Promise<Uint8Array | null> => {
      const id = store.getState().document?.entry.id;
      if (id === undefined) return null;
      const reply = await call('document.source', { id });
      return reply.ok ? reply.value.bytes : null;
    },
  };
}
