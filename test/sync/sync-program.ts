import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

// What Syncthing, Dropbox and the like do between two folders: whole files, late, with conflict copies, nothing deleted.

export interface SyncCounts {
  copied: number;
  conflicts: number;
}

/** The names that programs give to the version that loses. */
const conflictNames = [
  (stem: string, day: string, time: string) =>
    `${stem}.sync-conflict-${day.replaceAll('-', '')}-${time}-ABCDEF7.json`,
  (stem: string, day: string) => `${stem} (Ada's conflicted copy ${day}).json`,
  (stem: string, day: string) => `${stem} (In Konflikt stehende Kopie von Bob ${day}).json`,
  (stem: string) => `${stem} ${2 + Math.floor(Math.random() * 900)}.json`,
  (stem: string, day: string, time: string) => `${stem} (conflicted copy ${day} ${time}).json`,
] as const;

export class SyncProgram {
  readonly #folders: readonly [string, string];
  /** What both folders had when they were last equal, by path. */
  readonly #equal = new Map<string, string>();
  readonly counts: SyncCounts = { copied: 0, conflicts: 0 };

  constructor(one: string, two: string) {
    this.#folders = [one, two];
  }

  /** One pass over all files; `lazy` leaves each file for later as often as not. Answers with what it did. */
  async pass(lazy: boolean): Promise<number> {
    const [one, two] = this.#folders;
    const names = new Set([...(await filesIn(one)), ...(await filesIn(two))]);
    let done = 0;
    for (const name of names) {
      if (lazy && Math.random() < 0.5) continue;
      if (await this.#level(name)) done += 1;
    }
    return done;
  }

  async #level(name: string): Promise<boolean> {
    const [one, two] = this.#folders;
    const [a, b] = [await read(join(one, name)), await read(join(two, name))];
    const [hashA, hashB] = [hashOf(a), hashOf(b)];
    const equal = this.#equal.get(name);
    if (hashA === hashB) {
      this.#equal.set(name, hashA);
      return false;
    }
    const changedA = a !== null && hashA !== equal;
    const changedB = b !== null && hashB !== equal;
    if (!changedA && !changedB) return false;
    const fromA = changedA && (!changedB || Math.random() < 0.5);
    const [winner, target, loser] = fromA ? [a, join(two, name), b] : [b, join(one, name), a];
    if (winner === null) return false;
    if (changedA && changedB && loser !== null && name.endsWith('.json')) {
      await writeFile(join(dirname(target), conflictName(basename(name))), loser);
      this.counts.conflicts += 1;
    }
    // Such a program looks again before it replaces a file.
    if (hashOf(await read(target)) !== hashOf(loser)) return true;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(`${target}.sync`, winner);
    await rename(`${target}.sync`, target);
    this.#equal.set(name, hashOf(winner));
    this.counts.copied += 1;
    return true;
  }
}

function conflictName(name: string): string {
  const now = new Date().toISOString();
  const make = conflictNames[Math.floor(Math.random() * conflictNames.length)];
  const time = now.slice(11, 19).replaceAll(':', '');
  return make?.(name.replace(/\.json$/, ''), now.slice(0, 10), time) ?? name;
}

/** All files but the lock, which sync programs are told to leave out, and what is only there for a moment. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/library\.lock|\.tmp$|\.sync$|\.new-/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => !name.includes('.new-'));
}

async function read(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch {
    return null; // Gone since it was listed, or not there yet.
  }
}

function hashOf(bytes: Buffer | null): string {
  return bytes === null ? '' : createHash('sha256').update(bytes).digest('base64');
}
