import { join } from 'node:path';
import type { StoreContext } from './store-context.ts';

const shared = 'journal.ndjson';

/** Whether a file in the history folder is a journal, of this computer or of another. */
export function isJournal(name: string): boolean {
  return /^journal(-[a-z0-9]+)?\.ndjson$/.test(name);
}

/**
 * The journal of this installation. Each has its own, because a sync program replaces whole files: with one for all,
 * each machine would take the other's undo and lose changes that are in no other file yet. The one of a library that
 * knew no other machine goes to the first that opens it.
 */
export async function journalPath({
  files,
  folder,
  write,
  installation,
}: StoreContext): Promise<string> {
  const history = join(folder, 'history');
  const old = join(history, shared);
  if (installation === undefined) return old;
  const own = join(history, `journal-${installation}.ndjson`);
  if ((await files.stat(own)) !== null || (await files.stat(old)) === null) return own;
  if (!write) return old;
  await files.rename(old, own);
  await files.syncFolder(history);
  return own;
}
