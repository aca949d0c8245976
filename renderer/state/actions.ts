import type { Stamp } from '../../core/edit/patch.ts';
import { createAutoTagActions } from './actions/auto-tag.ts';
import { createBookmarkActions } from './actions/bookmarks.ts';
import { createCareActions } from './actions/care.ts';
import { createChoosing } from './actions/choosing.ts';
import { createCodebookActions } from './actions/codebook.ts';
import { createCodebookFiles } from './actions/codebook-files.ts';
import { createDocumentActions } from './actions/documents.ts';
import { createEditing, createEditActions } from './actions/editing.ts';
import { createFilterActions } from './actions/filters.ts';
import { createFindActions } from './actions/find.ts';
import { createFirstLook } from './actions/first-look.ts';
import { createImportActions } from './actions/imports.ts';
import { createManyMarks } from './actions/many-marks.ts';
import { createLinkActions } from './actions/links.ts';
import { createMarkActions } from './actions/marks.ts';
import { createMemoActions } from './actions/memos.ts';
import { createPageActions } from './actions/pages.ts';
import { createPaletteActions } from './actions/palette.ts';
import { createPieceActions } from './actions/pieces.ts';
import { createSourceMarkActions } from './actions/source-marks.ts';
import { createTaggingActions } from './actions/tagging.ts';
import { createTagActions } from './actions/tags.ts';
import { createTravelActions } from './actions/travel.ts';
import { createViewActions } from './actions/view.ts';
import type { AppStore } from './store.ts';

/** Everything that the features can do to the state: each command ends in one of these. */
export function createActions(store: AppStore, stamp: Stamp) {
  const view = createViewActions(store, stamp);
  const editing = createEditing(store, view);
  const documents = createDocumentActions(store, view, editing);
  const firstLook = createFirstLook(store, editing, documents);
  const travel = createTravelActions(store, view);
  return {
    ...view,
    ...createEditActions(store, view, editing),
    ...documents,
    ...createFindActions(store, view),
    ...createLinkActions(store, view, editing, stamp),
    ...createMarkActions(store, view, editing, stamp),
    ...createBookmarkActions(store, view, editing, stamp),
    ...createMemoActions(store, view, editing, stamp),
    ...createPageActions(store, view, documents, travel),
    ...createPaletteActions(store),
    ...createAutoTagActions(store, view, editing, stamp),
    ...createPieceActions(store, view, editing, stamp),
    ...createTaggingActions(store, view, editing, stamp),
    ...createChoosing(store, view),
    ...travel,
    ...createSourceMarkActions(store, view, editing),
    ...createTagActions(store, view, editing, stamp),
    ...createCodebookActions(store, view, editing, stamp),
    ...createCodebookFiles(store, view, editing),
    ...createFilterActions(store, view, editing, stamp),
    ...createManyMarks(store, view, editing),
    ...createCareActions(store, view, editing, documents),
    ...firstLook,
    ...createImportActions(store, view, documents, firstLook),
  };
}

export type Actions = ReturnType<typeof createActions>;
