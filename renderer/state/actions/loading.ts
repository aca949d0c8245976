import type { OpenedDocument, Result } from '../../../core/contract.ts';
import { MarkIndex } from '../../../core/highlight/mark-index.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { DocumentId } from '../../../core/model/document.ts';
import { sectionAt } from '../../../core/text/sections.ts';
import { call } from '../../bridge.ts';
import { noChange } from '../app-state.ts';
import type { OpenDocument } from '../open-document.ts';
import type { AppStore } from '../store.ts';
import type { Editing } from './editing.ts';
import type { ViewActions } from './view.ts';

/** In small portions, so that input comes between. */
const sectionsAtOnce = 8;
const marksAtOnce = 2000;
/** Portions of marks are fetched again when an edit came between; after so many times, all are fetched at once. */
const mostTries = 3;

/** Brings what did not come with the first screen. */
export function createLoading(store: AppStore, view: ViewActions, editing: Editing) {
  const shows = (id: DocumentId): boolean => store.getState().document?.entry.id === id;

  const collectMarks = async (
    id: DocumentId,
    atOnce: number,
  ): Promise<Result<readonly Annotation[]>> => {
    const all: Annotation[] = [];
    for (;;) {
      const reply = await call('document.marks', { id, from: all.length, count: atOnce });
      if (!reply.ok || !shows(id)) return reply;
      for (const mark of reply.value) all.push(mark);
      if (reply.value.length < atOnce) return { ok: true, value: all };
    }
  };

  return {
    /** The marks outside the first sections. What was edited while they came is in them. */
    marks: async (id: DocumentId, total: number): Promise<void> => {
      if (store.getState().marks.size >= total) return;
      for (let tries = 1; ; tries++) {
        const { marksChange } = store.getState();
        const last = tries === mostTries;
        const found = await collectMarks(id, last ? Number.MAX_SAFE_INTEGER : marksAtOnce);
        if (!shows(id)) return;
        if (!found.ok) {
          view.fail(found.error);
          return;
        }
        // Portions of a list that changed in the meantime do not fit together.
        if (!last && store.getState().marksChange !== marksChange) continue;
        const end = store.getState().document?.entry.characters ?? 0;
        store.setState({
          marks: new MarkIndex(found.value),
          marksChange: { ...noChange, spans: [{ start: 0, end }] },
        });
        editing.showWaiting();
        return;
      }
    },

    /** All marks of a text that was opened. */
    allMarks: async (opened: OpenedDocument): Promise<Result<readonly Annotation[]>> => {
      const { annotations, marks, entry } = opened;
      if (annotations.length === marks) return { ok: true, value: annotations };
      return call('document.marks', { id: entry.id, from: 0, count: Number.MAX_SAFE_INTEGER });
    },

    /** The marks that the source itself holds. */
    sourceMarks: async (id: DocumentId): Promise<void> => {
      const reply = await call('document.sourceMarks', { id });
      if (!reply.ok || !shows(id)) return;
      store.setState(({ document: current }) =>
        current === null ? {} : { document: { ...current, sourceMarks: reply.value } },
      );
    },

    /** The sections that are not here yet, those nearest to the reader first. */
    sections: async (id: DocumentId): Promise<void> => {
      for (;;) {
        const { document, reading } = store.getState();
        if (document?.entry.id !== id) return;
        const portion = nearestMissing(document, reading.offset);
        if (portion === null) return;
        const reply = await call('document.sections', { id, ...portion });
        if (!shows(id)) return;
        if (!reply.ok) {
          view.fail(reply.error);
          return;
        }
        const came = reply.value.map((section) => [section.index, section] as const);
        store.setState(({ document: current }) =>
          current === null
            ? {}
            : { document: { ...current, loaded: new Map([...current.loaded, ...came]) } },
        );
      }
    },
  };
}

/** The next portion outwards from the line being read; null where all is here. */
function nearestMissing(
  { sections, loaded }: OpenDocument,
  offset: number,
): { readonly from: number; readonly count: number } | null {
  const at = sectionAt(sections, offset);
  const missing = (index: number): boolean =>
    index >= 0 && index < sections.length && !loaded.has(index);
  for (let away = 0; away < sections.length; away++) {
    const step = missing(at + away) ? 1 : missing(at - away) ? -1 : 0;
    if (step === 0) continue;
    const first = at + away * step;
    let count = 1;
    while (count < sectionsAtOnce && missing(first + count * step)) count += 1;
    return { from: step === 1 ? first : first - count + 1, count };
  }
  return null;
}
