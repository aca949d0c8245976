import { applyFields, type Change, type Patch } from '../../core/edit/patch.ts';
import { MarkIndex } from '../../core/highlight/mark-index.ts';
import type { Annotation, AnnotationId } from '../../core/model/annotation.ts';
import type { DocumentEntry } from '../../core/model/document.ts';
import type { Item } from '../../core/model/item.ts';
import { sameSpan, type Span } from '../../core/model/span.ts';
import type { Tag } from '../../core/model/tag.ts';
import type { AppState } from './app-state.ts';

/**
 * What a patch changes in the window's state: made here first when the reader acts, and taken from main when it acts.
 * The marks and their counts change in place; `marksChange` names the stretches to paint again. `count` is false for a
 * patch that the counts have already.
 */
export function applyPatch(state: AppState, patch: Patch, count = true): Partial<AppState> {
  // A new codebook only where a tag changes: it is in every card and chip, and a mark must not draw them all again.
  const touchesTags = patch.changes.some(({ entity }) => entity === 'tag');
  const tags = new Map(touchesTags ? state.tags : []);
  const touchesItems = patch.changes.some(({ entity }) => entity === 'item');
  const items = new Map(touchesItems ? state.items : []);
  let documents = state.documents;
  const marks = { before: [] as Annotation[], after: [] as Annotation[], spans: [] as Span[] };
  const coming = new Map<AnnotationId, Annotation>();
  const gone = new Set<AnnotationId>();

  for (const change of patch.changes) {
    switch (change.entity) {
      case 'annotation': {
        applyToMarks(state, change, marks, coming);
        if (change.after === null) gone.add(change.id);
        if (count) state.counts?.take(change);
        break;
      }
      case 'tag': {
        const next = applyFields<Tag>(tags.get(change.id), change);
        if (next === null) tags.delete(change.id);
        else tags.set(change.id, next);
        break;
      }
      case 'item': {
        const next = applyFields<Item>(items.get(change.id), change);
        if (next === null) items.delete(change.id);
        else items.set(change.id, next);
        break;
      }
      case 'document':
        documents = applyToDocuments(documents, change);
    }
  }
  state.marks.putAll(coming.values());
  return {
    ...(touchesTags ? { tags } : {}),
    ...(touchesItems ? { items } : {}),
    documents,
    marksChange: marks,
    ...(state.active !== null && state.marks.get(state.active) === undefined
      ? { active: null }
      : {}),
    ...(gone.size > 0 && [...state.chosen].some((id) => gone.has(id))
      ? { chosen: new Set([...state.chosen].filter((id) => !gone.has(id))) }
      : {}),
    ...renewOpenDocument(state, documents),
  };
}

function applyToMarks(
  state: AppState,
  change: Extract<Change, { entity: 'annotation' }>,
  told: { readonly before: Annotation[]; readonly after: Annotation[]; readonly spans: Span[] },
  coming: Map<AnnotationId, Annotation>,
): void {
  if (change.document !== state.document?.entry.id) return;
  const before = coming.get(change.id) ?? state.marks.get(change.id);
  const next = applyFields<Annotation>(before, change);
  if (before !== undefined) told.before.push(before);
  if (before === undefined || next === null || !looksSame(before, next)) {
    for (const mark of [before, next]) if (mark != null) told.spans.push(mark.span);
  }
  if (next === null) {
    coming.delete(change.id);
    state.marks.delete(change.id);
  } else {
    coming.set(change.id, next);
    told.after.push(next);
  }
}

/** Other tags or another note change nothing in the text, unless the mark has its tag's colour. */
function looksSame(a: Annotation, b: Annotation): boolean {
  return (
    sameSpan(a.span, b.span) &&
    a.colour === b.colour &&
    a.colourBy === b.colourBy &&
    (a.colourBy !== 'tag' || a.tags[0] === b.tags[0])
  );
}

function applyToDocuments(
  documents: readonly DocumentEntry[],
  change: Extract<Change, { entity: 'document' }>,
): readonly DocumentEntry[] {
  const current = documents.find((entry) => entry.id === change.id);
  const next = applyFields<DocumentEntry>(current, change);
  if (next === null) return documents.filter((entry) => entry.id !== change.id);
  if (current === undefined) return [...documents, next];
  return documents.map((entry) => (entry === current ? next : entry));
}

function renewOpenDocument(
  state: AppState,
  documents: readonly DocumentEntry[],
): Partial<AppState> {
  const open = state.document;
  if (open === null || documents === state.documents) return {};
  const entry = documents.find(({ id }) => id === open.entry.id);
  if (entry === undefined || entry.removed !== null) return closedDocument();
  return entry === open.entry ? {} : { document: { ...open, entry } };
}

/** No text on screen, as after its removal. */
export function closedDocument() {
  return {
    document: null,
    marks: new MarkIndex(),
    active: null,
    chosen: new Set<AnnotationId>(),
    selection: null,
    overlay: null,
    find: null,
  };
}
