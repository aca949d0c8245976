import { join } from 'node:path';
import type { BackupPreview, Result } from '../../../core/contract.ts';
import type { Change } from '../../../core/edit/patch.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { DocumentEntry, DocumentId } from '../../../core/model/document.ts';
import type { Item } from '../../../core/model/item.ts';
import { withoutEmpty } from '../../../core/model/optional-fields.ts';
import type { LibraryView } from '../draft.ts';
import { documentFolder, sourcePath } from '../document-folder.ts';
import type { StoreFiles } from '../files.ts';
import { between } from '../net-changes.ts';
import type { OpenParts } from '../open-parts.ts';
import { ok } from '../outcome.ts';
import type { BackupState } from './backup-state.ts';
import { namesIn } from './small-files.ts';
import { tagSteps } from './restore-tags.ts';

/** A backup, and which of its texts have their source in the library's folder: only these can come back. */
export interface RestoreTarget {
  readonly state: BackupState;
  readonly sources: ReadonlySet<DocumentId>;
}

export async function withFolders(
  files: StoreFiles,
  folder: string,
  state: BackupState,
): Promise<RestoreTarget> {
  const sources = new Set<DocumentId>();
  for (const entry of state.documents) {
    const names = await namesIn(files, documentFolder(folder, entry.id));
    const path = sourcePath(folder, entry);
    if (
      path !== null &&
      names.some((name) => join(documentFolder(folder, entry.id), name) === path)
    )
      sources.add(entry.id);
  }
  return { state, sources };
}

/**
 * From the library as it is to the backup: what the backup has comes back as it was, what came after goes to the bin.
 * A text whose source is gone stays in the backup; a text that is newer than the backup keeps its marks.
 */
export function restoreSteps(
  view: LibraryView,
  { catalogue, marks }: Pick<OpenParts, 'catalogue' | 'marks'>,
  target: RestoreTarget,
  now: string,
): Result<readonly Change[]> {
  const { state, sources } = target;
  const steps: Change[] = [];
  const kept: Annotation[] = [];
  for (const entry of state.documents) {
    const current = view.document(entry.id);
    if (current !== undefined) steps.push(...entrySteps(current, entry));
    else if (sources.has(entry.id)) {
      steps.push({ entity: 'document', id: entry.id, before: null, after: entry });
    }
    const wanted = state.marks.get(entry.id);
    if (wanted === undefined || (current === undefined && !sources.has(entry.id))) continue;
    const ids = new Set(wanted.map((mark) => mark.id));
    const there = marks.get(entry.id)?.ordered ?? [];
    for (const { document, id } of there.filter((mark) => !ids.has(mark.id))) {
      const before = view.mark(document, id);
      if (before !== undefined) {
        steps.push({ entity: 'annotation', document, id, before, after: null });
      }
    }
    for (const mark of wanted) steps.push(...markSteps(view, mark));
  }
  const known = new Set(state.documents.map((entry) => entry.id));
  const whole = !state.bad.includes('library.json');
  for (const { id } of catalogue.documents()) {
    const current = view.document(id);
    if (known.has(id) && state.marks.has(id)) continue;
    kept.push(...(marks.get(id)?.ordered ?? []));
    if (current === undefined || current.removed !== null || known.has(id) || !whole) continue;
    const fields = { before: { removed: null }, after: { removed: now } };
    steps.push({ entity: 'document', id, ...fields });
  }
  if (!state.bad.includes('tags.json')) steps.push(...tagSteps(view, state.tags, kept));
  if (!state.bad.includes('items.json')) steps.push(...itemSteps(view, catalogue.items(), state));
  return ok(withoutLostTags(view, steps));
}

function itemSteps(
  view: LibraryView,
  there: readonly Item[],
  { items }: BackupState,
): readonly Change[] {
  const wanted = new Map(items.map((item) => [item.id, item]));
  const ids = new Set([...there.map(({ id }) => id), ...wanted.keys()]);
  return [...ids].flatMap((id): readonly Change[] => {
    const fields = between<Item>(view.item(id), wanted.get(id));
    return fields === null ? [] : [{ entity: 'item', id, ...fields }];
  });
}

function entrySteps(
  current: DocumentEntry,
  { title, removed, memo = '' }: DocumentEntry,
): readonly Change[] {
  const { id } = current;
  const fields = between<DocumentEntry>(
    current,
    withoutEmpty({ ...current, title, removed, memo }),
  );
  return fields === null ? [] : [{ entity: 'document', id, ...fields }];
}

function markSteps(view: LibraryView, mark: Annotation): readonly Change[] {
  const { document, id } = mark;
  const fields = between<Annotation>(view.mark(document, id), mark);
  return fields === null ? [] : [{ entity: 'annotation', document, id, ...fields }];
}

/** A backup whose tags and marks are not of one moment must not bring marks with tags that nobody knows. */
function withoutLostTags(view: LibraryView, steps: readonly Change[]): readonly Change[] {
  const tags = new Set(view.tags().map((tag) => tag.id));
  for (const step of steps) {
    if (step.entity === 'tag' && step.before === null) tags.add(step.id);
    if (step.entity === 'tag' && step.after === null) tags.delete(step.id);
  }
  return steps.map((step) => {
    if (step.entity !== 'annotation' || step.after?.tags === undefined) return step;
    const known = step.after.tags.filter((tag) => tags.has(tag));
    return { ...step, after: { ...step.after, tags: known } };
  });
}

/** What the reader is told before: texts that come back or go to the bin count as added and removed. */
export function previewOf(changes: readonly Change[]): BackupPreview {
  const count = (entity: Change['entity']): BackupPreview['marks'] => {
    const kinds = changes.filter((change) => change.entity === entity).map(kindOf);
    const of = (kind: ReturnType<typeof kindOf>): number =>
      kinds.filter((one) => one === kind).length;
    return { added: of('added'), removed: of('removed'), changed: of('changed') };
  };
  return { documents: count('document'), tags: count('tag'), marks: count('annotation') };
}

function kindOf(change: Change): 'added' | 'removed' | 'changed' {
  if (change.before === null) return 'added';
  if (change.after === null) return 'removed';
  if (change.entity === 'document' && change.after.removed !== undefined) {
    return change.after.removed === null ? 'added' : 'removed';
  }
  return 'changed';
}
