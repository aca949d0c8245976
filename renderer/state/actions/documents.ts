import type { EventPayload, OpenedDocument } from '../../../core/contract.ts';
import { MarkIndex } from '../../../core/highlight/mark-index.ts';
import type { Annotation, AnnotationId } from '../../../core/model/annotation.ts';
import type { DocumentEntry, DocumentId, ReadingPlace } from '../../../core/model/document.ts';
import { stateMessages } from '../../../core/messages/en/state.ts';
import { call } from '../../bridge.ts';
import { noChange, noTravel, type AppState } from '../app-state.ts';
import type { OpenDocument } from '../open-document.ts';
import { closedDocument } from '../apply-patch.ts';
import { MarkCounts } from '../mark-counts.ts';
import { openPages, placeOf } from '../open-pages.ts';
import type { AppStore } from '../store.ts';
import type { Editing } from './editing.ts';
import { createLoading } from './loading.ts';
import type { ViewActions } from './view.ts';

export type DocumentActions = ReturnType<typeof createDocumentActions>;

export function createDocumentActions(store: AppStore, view: ViewActions, editing: Editing) {
  const loading = createLoading(store, view, editing);

  const open = async (id: DocumentId, shown?: () => void): Promise<void> => {
    if (store.getState().document?.entry.id === id) {
      // Back to the text that stayed open when another one could not be opened.
      store.setState({ opening: null, openFailure: null });
      shown?.();
      return;
    }
    store.setState({ opening: id });
    // Edits of the text on screen are on disk before it goes.
    await editing.settled();
    const reply = await call('document.open', { id });
    if (store.getState().opening !== id) return;
    if (!reply.ok) {
      store.setState({ opening: null, openFailure: reply.error });
      return;
    }
    store.setState(opened(reply.value, store.getState()));
    editing.showWaiting();
    await loadRest(reply.value, shown);
  };

  const loadRest = async (value: OpenedDocument, shown?: () => void): Promise<void> => {
    const { id } = value.entry;
    await loading.marks(id, value.marks);
    if (store.getState().document?.entry.id !== id) return;
    shown?.();
    if ((value.sourceMarks ?? 0) > 0) void loading.sourceMarks(id);
    await loading.sections(id);
  };

  const recount = async (): Promise<void> => {
    const counts = await call('marks.counts', {});
    if (counts.ok) store.setState({ counts: new MarkCounts(counts.value) });
  };

  return {
    openDocument: (id: DocumentId) => open(id),
    /** Opens the text of a mark, where another one is on screen, and goes to the mark. */
    showMark: ({ id, document }: Pick<Annotation, 'id' | 'document'>) =>
      open(document, () => {
        const mark = store.getState().marks.get(id);
        if (mark !== undefined)
          store.setState({ active: id, jump: { span: mark.span, flash: true } });
      }),
    /** Shows what a link from outside names, once the start is over. */
    openPlace: async ({ document, mark }: EventPayload<'place.asked'>): Promise<void> => {
      await started(store);
      await open(document, () => {
        const found = mark === null ? undefined : store.getState().marks.get(mark);
        if (found !== undefined) {
          store.setState({ active: found.id, jump: { span: found.span, flash: true } });
        } else if (mark !== null) view.toast(stateMessages.markGone, { tone: 'warning' });
      });
    },
    start: async (): Promise<void> => {
      const reply = await call('app.start', {});
      if (!reply.ok) {
        store.setState({ openFailure: reply.error });
        return;
      }
      const { settings, documents, places, tags, items, history, notices } = reply.value;
      const { open: id, opened: first, late } = reply.value;
      store.setState({
        ...(first === null ? {} : opened(first, { recentTags: [], firstLook: null })),
        about: reply.value,
        settings,
        documents,
        places,
        history,
        notices,
        importing: null,
        tags: new Map(tags.map((tag) => [tag.id, tag])),
        items: new Map(items.map((item) => [item.id, item])),
      });
      const counted = recount();
      if (first !== null) await loadRest(first);
      else if (id !== null && !late) await open(id);
      await counted;
    },
    recount,
    /** Reads everything again after a change from outside; the text on screen stays where it is. */
    reload: async (): Promise<void> => {
      const reply = await call('app.start', {});
      if (!reply.ok) {
        view.fail(reply.error);
        return;
      }
      const { documents, places, tags, items, history } = reply.value;
      store.setState({
        documents,
        places,
        history,
        tags: new Map(tags.map((tag) => [tag.id, tag])),
        items: new Map(items.map((item) => [item.id, item])),
      });
      await recount();
      const id = store.getState().document?.entry.id;
      if (id !== undefined) {
        const again = await call('document.open', { id });
        if (store.getState().document?.entry.id !== id) return;
        const marks = again.ok ? await loading.allMarks(again.value) : again;
        if (store.getState().document?.entry.id !== id) return;
        store.setState((state) =>
          again.ok && marks.ok ? renewed(state, again.value, marks.value) : closedDocument(),
        );
      }
      editing.showWaiting();
      void view.refind();
    },
    saveReading: async (offset: number, progress: number): Promise<void> => {
      const { document, places, reading } = store.getState();
      if (document === null) return;
      const { id } = document.entry;
      const opened = new Date().toISOString();
      const place = { offset, progress, ...lookOf(document, reading.page) };
      store.setState({ places: { ...places, [id]: { ...place, opened } } });
      const reply = await call('reading.save', { id, ...place });
      if (!reply.ok) view.fail(reply.error);
    },
    removeDocument: async (entry: DocumentEntry): Promise<void> => {
      if (!(await editing.ready())) return;
      const onScreen = store.getState().document?.entry.id === entry.id;
      if (!editing.take(await call('document.remove', { id: entry.id }))) return;
      view.toast(stateMessages.textRemoved(entry.title), { undo: true });
      if (!onScreen) return;
      const { documents } = store.getState();
      const next = documents.find(({ removed, id }) => removed === null && id !== entry.id);
      if (next !== undefined) await open(next.id);
    },
    renameDocument: async (id: DocumentId, title: string): Promise<void> => {
      if (!(await editing.ready())) return;
      editing.take(await call('document.rename', { id, title }));
    },
    exportMarks: async (
      format: 'markdown' | 'jsonld' | 'csv',
      id = store.getState().document?.entry.id,
    ): Promise<void> => {
      if (id === undefined) return;
      if (!(await editing.ready())) return;
      const reply = await call('export.save', { id, format });
      if (!reply.ok) view.fail(reply.error);
      else if (reply.value.path !== null) view.toast(stateMessages.exported(reply.value.path));
    },
    openLink: async (href: string): Promise<void> => {
      const reply = await call('link.open', { href });
      if (!reply.ok) view.fail(reply.error);
    },
    copy: async (text: string, said: string): Promise<void> => {
      const reply = await call('clipboard.write', { text });
      if (reply.ok) view.toast(said);
      else view.fail(reply.error);
    },
  };
}

function lookOf({ pages }: OpenDocument, page = 0): Pick<ReadingPlace, 'look'> {
  return pages === null ? {} : { look: { view: pages.view, zoom: pages.zoom, page } };
}

/** Ends when the first answer of main is shown. */
function started(store: AppStore): Promise<void> {
  return new Promise((resolve) => {
    if (store.getState().about !== null) resolve();
    const stop = store.subscribe(({ about }) => {
      if (about === null) return;
      stop();
      resolve();
    });
  });
}

function opened(
  value: OpenedDocument,
  { recentTags, firstLook }: Pick<AppState, 'recentTags' | 'firstLook'>,
) {
  const used = value.annotations
    .toSorted((a, b) => (a.modified < b.modified ? 1 : -1))
    .flatMap((mark) => mark.tags);
  return {
    opening: null,
    openFailure: null,
    document: {
      entry: value.entry,
      details: value.details,
      sections: value.sections,
      outline: value.outline,
      loaded: new Map(value.first.map((section) => [section.index, section])),
      place: placeOf(value, firstLook),
      notices: value.notices ?? [],
      cover: value.cover ?? null,
      sourceMarks: [],
      pages: openPages(value),
    },
    marks: new MarkIndex(value.annotations),
    marksChange: noChange,
    find: null,
    selection: null,
    active: null,
    chosen: new Set<AnnotationId>(),
    overlay: null,
    panel: null,
    jump: null,
    travel: noTravel,
    recentTags: [...new Set([...recentTags, ...used])].slice(0, 50),
  };
}

/** The text on screen with its marks as main has them now; a text that reads differently is begun anew at its place. */
function renewed(
  state: AppState,
  value: OpenedDocument,
  annotations: readonly Annotation[],
): Partial<AppState> {
  const { document, active } = state;
  const { entry } = value;
  if (document === null || entry.removed !== null) return closedDocument();
  if (entry.characters !== document.entry.characters) {
    return opened({ ...value, annotations }, state);
  }
  return {
    document: { ...document, entry },
    marks: new MarkIndex(annotations),
    marksChange: { ...noChange, spans: [{ start: 0, end: entry.characters }] },
    active: annotations.some(({ id }) => id === active) ? active : null,
  };
}
