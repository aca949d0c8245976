import { isReadable } from '../../core/text/readable-endings.ts';

export interface DroppedFile {
  /** With the folders that it was dropped in. */
  readonly name: string;
  readonly file: () => Promise<File>;
}

export interface Dropped {
  readonly files: readonly DroppedFile[];
  /** What folders hold besides: hidden files, and those that are nothing to read by their names. */
  readonly skipped: number;
  /** The limits were reached before the end. */
  readonly more: boolean;
}

/** How far a drop is; `stopped` is set where it is cancelled. */
export interface DropState {
  done: number;
  total: number;
  stopped: boolean;
}

const mostFiles = 10_000;
const deepest = 20;
const mostEntries = 200_000;

/**
 * What was dropped: files as they are, folders with all that is in them. The window reads them itself, so that no page
 * can make main open a path. To be called while the event is there; the entries outlive it.
 */
export function droppedEntries(transfer: DataTransfer): readonly FileSystemEntry[] {
  return [...transfer.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    return entry === null ? [] : [entry];
  });
}

export async function collectDropped(entries: readonly FileSystemEntry[]): Promise<Dropped> {
  const files: DroppedFile[] = [];
  let [skipped, seen, more] = [0, 0, false];
  const waiting = entries.map((entry) => ({ entry, depth: 0 })).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { entry, depth } = next;
    seen += 1;
    if (files.length >= mostFiles || seen > mostEntries) {
      more = true;
      break;
    }
    // What was dropped by itself is tried whatever it is called.
    const hidden = depth > 0 && entry.name.startsWith('.');
    if (isFolder(entry) && !hidden) {
      if (depth < deepest) {
        const within = (await entriesOf(entry)).map((one) => ({ entry: one, depth: depth + 1 }));
        waiting.push(...within.reverse());
      } else more = true;
    } else if (isFile(entry) && !hidden && (depth === 0 || isReadable(entry.name, true))) {
      files.push({
        name: entry.fullPath.replace(/^\//, ''),
        file: () => new Promise((resolve, reject) => entry.file(resolve, reject)),
      });
    } else skipped += 1;
  }
  return { files, skipped, more };
}

const byName = new Intl.Collator('en', { numeric: true });

/** A folder is read in portions until one is empty. One that cannot be read holds nothing. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<readonly FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (portion.length === 0 || all.length > mostEntries) break;
    all.push(...portion);
  }
  return all.sort((a, b) => byName.compare(a.name, b.name));
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
