import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isReadable } from '../../core/text/readable-endings.ts';

export interface FoundFile {
  readonly path: string;
  /** As it is shown: with the folders from the one that was given. */
  readonly name: string;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** Files that are nothing to read by their names, hidden ones, and links. */
  readonly skipped: number;
  /** The limits were reached before the end. */
  readonly more: boolean;
  /** Folders that could not be looked into. */
  readonly closed: readonly string[];
}

export interface FolderLimits {
  readonly files: number;
  readonly depth: number;
  /** Names that are looked at in all. */
  readonly entries: number;
}

export const folderLimits: FolderLimits = { files: 10_000, depth: 20, entries: 200_000 };

const byName = new Intl.Collator('en', { numeric: true });

/**
 * The files that paths stand for: a file for itself, a folder for what is in it at any depth, in the order of names. A
 * link inside a folder is not followed, so a walk cannot come back to where it was or leave the folder.
 */
export async function collectFiles(
  paths: readonly string[],
  signal: AbortSignal,
  limits: FolderLimits = folderLimits,
): Promise<FoundFiles> {
  const files: FoundFile[] = [];
  const closed: string[] = [];
  let [skipped, entries, more] = [0, 0, false];

  const walk = async (top: string): Promise<void> => {
    // A stack of our own: depth costs no stack of the program.
    const waiting = [{ folder: top, name: path.basename(top), depth: 1 }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (signal.aborted || more) return;
      const { folder, name, depth } = next;
      const found = await readdir(folder, { withFileTypes: true }).catch(() => null);
      if (found === null) {
        closed.push(name);
        continue;
      }
      found.sort((a, b) => byName.compare(a.name, b.name));
      const folders: typeof waiting = [];
      for (const entry of found) {
        entries += 1;
        if (files.length >= limits.files || entries > limits.entries) {
          more = true;
          return;
        }
        const one = { name: `${name}/${entry.name}`, path: path.join(folder, entry.name) };
        if (entry.isDirectory() && !entry.name.startsWith('.')) {
          if (depth < limits.depth) folders.push({ ...one, folder: one.path, depth: depth + 1 });
          else more = true;
        } else if (entry.isFile() && isReadable(entry.name, true)) files.push(one);
        else skipped += 1;
      }
      waiting.push(...folders.reverse());
    }
  };

  for (const given of paths) {
    const facts = await stat(given).catch(() => null);
    if (facts?.isDirectory() === true) await walk(path.resolve(given));
    else files.push({ path: given, name: path.basename(given) });
  }
  return { files, skipped, more, closed };
}
