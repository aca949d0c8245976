import { join } from 'node:path';
import type { Result } from '../../../core/contract.ts';
import type { Change } from '../../../core/edit/patch.ts';
import { verifyMessages as messages } from '../../../core/messages/en/verify.ts';
import { checksFile } from '../../../core/model/backup-files.ts';
import type { DocumentId } from '../../../core/model/document.ts';
import { stateOf, type BackupState } from '../backup/backup-state.ts';
import { moveAside } from '../durable-adapter.ts';
import type { Edits } from '../edits.ts';
import { decodeFile } from '../envelope.ts';
import { readIfThere } from '../journal-file.ts';
import { findEntries } from '../new-entry.ts';
import type { OpenParts } from '../open-parts.ts';
import { ok } from '../outcome.ts';
import { lostTagSteps } from './lost-tags.ts';

/**
 * What opening alone does not mend: texts that no list names, marks that only a backup has, tags that nobody knows. One
 * edit, so it can be undone. Opening has restored from good copies and the history; damaged files stand aside.
 */
export async function repairLibrary(
  parts: OpenParts,
  edits: Edits,
): Promise<Result<readonly string[]>> {
  const { catalogue, marks, contents, context, snapshots } = parts;
  const said: string[] = [];
  const lost = new Set<DocumentId>();
  for (const entry of catalogue.documents()) {
    const loaded = await marks.load(entry.id);
    const state = marks.file(entry.id)?.outcome.state;
    if (loaded.ok && (state === 'lost' || state === 'absent')) lost.add(entry.id);
    await contents.open(entry);
  }
  const gone = new Set([...catalogue.documents().map(({ id }) => id), ...parts.emptied]);
  const found = await findEntries(context, gone);
  const additions: readonly Change[] = found.map((entry) => {
    said.push(messages.adopted(entry.title));
    return { entity: 'document', id: entry.id, before: null, after: entry };
  });
  const newest = await newestBackup(parts, lost);
  const changed = await edits.compose(
    'backup.restore',
    (view) => {
      const steps: Change[] = [...additions];
      const back = parts.journal.complete ? [] : lostMarks(parts, lost, newest);
      const all = [...[...marks.all()].flatMap(([, list]) => list), ...back];
      for (const mark of back) {
        const { document, id } = mark;
        steps.push({ entity: 'annotation', document, id, before: null, after: mark });
      }
      const tags = lostTagSteps(view, all, newest?.state.tags ?? [], context.stamp);
      if (newest !== null && back.length > 0) {
        said.push(messages.fromBackup(newest.file, back.length));
      }
      for (const { after } of tags) said.push(messages.tagMade(after.name));
      return ok([...tags, ...steps]);
    },
    'all',
  );
  if (!changed.ok) return changed;
  const path = join(context.folder, 'backups', 'checked.json');
  const checks = await readIfThere(context.files, path);
  if (checks !== null && decodeFile(checksFile, checks).state === 'damaged') {
    await moveAside(context.files, path, context.stamp.now());
    if (newest !== null) await snapshots.folder.saveCheck(newest.unchecked);
  }
  return ok(said);
}

interface Newest {
  readonly file: string;
  readonly state: Pick<BackupState, 'tags' | 'marks'>;
  readonly unchecked: { readonly file: string; readonly at: string; readonly whole: false };
}

/** The newest backup that can be read and still has marks of what was lost; one made after the loss has none. */
async function newestBackup(
  { snapshots, context }: OpenParts,
  lost: ReadonlySet<DocumentId>,
): Promise<Newest | null> {
  let fallback: Newest | null = null;
  for (const { file } of await snapshots.folder.names()) {
    const read = await snapshots.folder.read(file);
    if (!read.ok) continue;
    const state = await stateOf(read.value.files);
    const unchecked = { file, at: context.stamp.now(), whole: false } as const;
    fallback ??= { file, state, unchecked };
    const has = [...lost].some((id) => (state.marks.get(id)?.length ?? 0) > 0);
    if (has || lost.size === 0) return { file, state, unchecked };
  }
  return fallback;
}

/** Marks of documents whose file was lost beyond copies and history; what was removed stays removed. */
function lostMarks({ marks }: OpenParts, lost: ReadonlySet<DocumentId>, newest: Newest | null) {
  return [...lost].flatMap((document) => {
    const there = marks.get(document);
    const removed = new Set(there?.lifetimes.removed().map(({ id }) => id));
    const known = newest?.state.marks.get(document) ?? [];
    return known.filter(({ id }) => there?.get(id) === undefined && !removed.has(id));
  });
}
