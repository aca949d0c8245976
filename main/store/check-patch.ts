import type { Result } from '../../core/contract.ts';
import type { Change, Patch } from '../../core/edit/patch.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import { annotationSchema, type Annotation } from '../../core/model/annotation.ts';
import type { DocumentEntry, DocumentId } from '../../core/model/document.ts';
import { itemSchema } from '../../core/model/item.ts';
import { pickFields } from '../../core/model/optional-fields.ts';
import { tagSchema } from '../../core/model/tag.ts';
import { fold } from '../../core/text/fold.ts';
import { snapToGraphemes } from '../../core/text/graphemes.ts';
import { Draft, type LibraryView } from './draft.ts';
import { failed, ok, type Failed } from './outcome.ts';

type AnnotationChange = Extract<Change, { entity: 'annotation' }>;
type TagChange = Extract<Change, { entity: 'tag' }>;
type ItemChange = Extract<Change, { entity: 'item' }>;
type DocumentChange = Extract<Change, { entity: 'document' }>;
type Checked<C> = Result<C>;

const { conflict } = storeMessages;

/** Gives the canonical text of a document. */
export type TextOf = (entry: DocumentEntry) => Promise<Result<string>>;

/**
 * Checks a patch against what is there. The patch that comes back has its `before` taken from the library, so that its
 * undo brings back exactly what was there, whatever the caller believed.
 */
export async function checkPatch(
  patch: Patch,
  view: LibraryView,
  textOf: TextOf,
): Promise<Result<Patch>> {
  const draft = new Draft(view);
  const changes: Change[] = [];
  for (const change of patch.changes) {
    const checked = await checkChange(change, draft, textOf);
    if (!checked.ok) return checked;
    draft.stage(checked.value);
    changes.push(checked.value);
  }
  return checkWhole(changes, draft) ?? ok({ ...patch, changes });
}

function checkChange(
  change: Change,
  draft: Draft,
  textOf: TextOf,
): Promise<Checked<Change>> | Checked<Change> {
  switch (change.entity) {
    case 'annotation':
      return checkMark(change, draft, textOf);
    case 'tag':
      return checkTag(change, draft);
    case 'item':
      return checkItem(change, draft);
    case 'document':
      return checkDocument(change, draft);
  }
}

async function checkMark(
  change: AnnotationChange,
  draft: Draft,
  textOf: TextOf,
): Promise<Checked<AnnotationChange>> {
  const entry = draft.document(change.document);
  if (entry === undefined) return misfit(conflict.noDocument);
  const current = draft.mark(change.document, change.id);
  const { before, after } = change;
  const misplaced = checkPresence(change, current);
  if (misplaced !== null) return misplaced;
  if (after === null || (before !== null && current === undefined)) {
    return ok({ ...change, before: current ?? null });
  }
  const next = annotationSchema.safeParse({ ...(before === null ? {} : current), ...after });
  if (!next.success) return misfit(conflict.invalid);
  if (next.data.id !== change.id || next.data.document !== change.document) {
    return misfit(conflict.identity);
  }
  if (current === undefined || movesMark(current, next.data)) {
    const text = await textOf(entry);
    if (!text.ok) return text;
    const problem = checkSpan(next.data, text.value);
    if (problem !== null) return problem;
  }
  return ok({ ...change, before: current === undefined ? null : sameFields(current, after) });
}

function movesMark(current: Annotation, next: Annotation): boolean {
  const { span, selector } = current;
  return (
    span.start !== next.span.start ||
    span.end !== next.span.end ||
    selector.quote !== next.selector.quote
  );
}

function checkSpan({ span, selector }: Annotation, text: string): Failed | null {
  if (span.start >= span.end || span.end > text.length) return misfit(conflict.span);
  if (text.slice(span.start, span.end) !== selector.quote) return misfit(conflict.quote);
  const whole = snapToGraphemes(text, span);
  const cuts = whole.start !== span.start || whole.end !== span.end;
  return cuts ? misfit(conflict.grapheme) : null;
}

function checkTag(change: TagChange, draft: Draft): Checked<TagChange> {
  const current = draft.tag(change.id);
  const { before, after } = change;
  const misplaced = checkPresence(change, current);
  if (misplaced !== null) return misplaced;
  if (after === null) return ok({ ...change, before: current ?? null });
  const next = tagSchema.safeParse({ ...(before === null ? {} : current), ...after });
  if (!next.success) return misfit(conflict.invalid);
  if (next.data.id !== change.id) return misfit(conflict.identity);
  return ok({ ...change, before: current === undefined ? null : sameFields(current, after) });
}

/** What an item names may go before it does; only a new bookmark must have its text. */
function checkItem(change: ItemChange, draft: Draft): Checked<ItemChange> {
  const current = draft.item(change.id);
  const { before, after } = change;
  const misplaced = checkPresence(change, current);
  if (misplaced !== null) return misplaced;
  if (after === null) return ok({ ...change, before: current ?? null });
  const next = itemSchema.safeParse({ ...(before === null ? {} : current), ...after });
  if (!next.success) return misfit(conflict.invalid);
  if (next.data.id !== change.id) return misfit(conflict.identity);
  if (current !== undefined) {
    const sameKind = current.content.kind === next.data.content.kind;
    return sameKind
      ? ok({ ...change, before: sameFields(current, after) })
      : misfit(conflict.identity);
  }
  const { content } = next.data;
  if (content.kind !== 'bookmark') return ok({ ...change, before: null });
  const entry = draft.document(content.document);
  if (entry === undefined) return misfit(conflict.noDocument);
  if (content.offset > entry.characters) return misfit(conflict.span);
  return ok({ ...change, before: null });
}

/** Documents come in by `add` and stay: a patch may rename them, write their memo, and set or clear `removed`. */
function checkDocument(change: DocumentChange, draft: Draft): Checked<DocumentChange> {
  const current = draft.document(change.id);
  const { before, after } = change;
  if (current === undefined) return misfit(conflict.noDocument);
  if (before === null || after === null) return misfit(conflict.documentFields);
  const fits = Object.keys(after).every(
    (name) => name === 'title' || name === 'removed' || name === 'memo',
  );
  if (!fits || after.title?.trim() === '') return misfit(conflict.documentFields);
  return ok({ ...change, before: sameFields(current, after) });
}

/** What only shows once all changes are made: tags that marks bear, and the order of the codebook. */
function checkWhole(changes: readonly Change[], draft: Draft): Failed | null {
  for (const change of changes) {
    if (change.entity === 'annotation') {
      const mark = draft.mark(change.document, change.id);
      // A tag that another machine removed may still be on the mark: only new ones must be known.
      const bore = new Set(change.before?.tags ?? (change.before === null ? [] : mark?.tags));
      const known =
        mark?.tags.every((tag) => bore.has(tag) || draft.tag(tag) !== undefined) ?? true;
      if (!known) return misfit(conflict.noTag);
    }
    if (change.entity === 'tag') {
      const problem = checkCodebook(change.id, draft);
      if (problem !== null) return problem;
    }
  }
  return null;
}

function checkCodebook(id: string, draft: Draft): Failed | null {
  const tag = draft.tag(id);
  const tags = draft.tags();
  if (tag === undefined) {
    if (tags.some((other) => other.parent === id)) return misfit(conflict.noParent);
    return draft.bearers(id).length > 0 ? misfit(conflict.tagInUse) : null;
  }
  const seen = new Set([id]);
  for (let above = tag.parent; above !== null;) {
    if (seen.has(above)) return misfit(conflict.cycle);
    seen.add(above);
    const parent = draft.tag(above);
    if (parent === undefined) return misfit(conflict.noParent);
    above = parent.parent;
  }
  const name = fold(tag.name);
  const same = tags.some(
    (other) => other.id !== id && other.parent === tag.parent && fold(other.name) === name,
  );
  return same ? misfit(conflict.tagName(tag.name)) : null;
}

/** The current values of the fields that a change sets. */
/** What is made must not be there yet; what is changed or taken away must be. */
function checkPresence({ before, after }: Change, current: object | undefined): Failed | null {
  if (before === null && after === null) return misfit(conflict.invalid);
  if (before === null) return current === undefined ? null : misfit(conflict.exists);
  return current === undefined ? misfit(conflict.gone) : null;
}

function sameFields<E extends object>(current: E, after: object): Partial<E> {
  return pickFields(current, Object.keys(after) as (keyof E)[]);
}

/** The documents whose marks must be loaded before a patch can be checked; `all` where a tag is taken away. */
export function neededFor(patch: Patch): { readonly all: boolean; readonly ids: Set<DocumentId> } {
  const ids = new Set<DocumentId>();
  let all = false;
  for (const change of patch.changes) {
    if (change.entity === 'annotation') ids.add(change.document);
    if (change.entity === 'tag' && change.after === null) all = true;
  }
  return { all, ids };
}

function misfit(message: string): Failed {
  return failed('conflict', message);
}
