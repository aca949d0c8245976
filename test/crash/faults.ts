import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../core/contract.ts';
import type { Stamp } from '../../core/edit/patch.ts';
import { systemCode, type StoreFiles } from '../../main/store/files.ts';
import type { Library } from '../../main/store/library-types.ts';
import { openLibrary } from '../../main/store/library.ts';
import { countingStamp, openOptions, value } from '../main/store/workshop.ts';
import { FaultyFiles, type Plan, type Point } from './faulty-files.ts';
import { contentsOf, leaveLock, sessionOf } from './session.ts';

export interface FaultRun {
  readonly points: readonly Point[];
  /** What the library held after each acknowledged step. */
  readonly states: readonly string[];
  /** What is wrong; empty where all is well. */
  readonly faults: readonly string[];
}

/**
 * Plays the session with one fault and opens what is left with sound files. `expected`: the states of the session
 * without a fault, in which a run that ends early must be found.
 */
export async function runWithFault(
  plan: Plan | null,
  expected: readonly string[] = [],
): Promise<FaultRun> {
  const folder = await mkdtemp(join(tmpdir(), 'commonplace-fault-'));
  const disk = new FaultyFiles(plan);
  const states: string[] = ['nothing'];
  const faults: string[] = [];
  try {
    await play(folder, disk, states, faults);
    await disk.dispose();
    if (disk.gone) await leaveLock(folder);
    faults.push(...(await lookAt(folder, disk.gone, states, expected)));
  } catch (error) {
    faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    await disk.dispose();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  const points = disk.points.map(({ operation, path }) => ({
    operation,
    path: path
      .slice(folder.length + 1)
      .replace(/[0-9a-f]{16}/, 'ID')
      .replace(/\.\d+(?=\.|$)/, '.PID'),
  }));
  return { points, states, faults };
}

async function play(
  folder: string,
  disk: FaultyFiles,
  states: string[],
  faults: string[],
): Promise<void> {
  for (const chapter of sessionOf(countingStamp(1))) {
    await chapter.harm(folder);
    const { journalLimit, steps } = chapter;
    const open = async (): Promise<Result<Library>> => {
      const found = await openWith(folder, disk.files, countingStamp(2), journalLimit);
      if (!found.ok || found.value.writable) return found;
      // On a full disk it opens for reading, and says so.
      await found.value.close();
      return { ok: false, error: { code: 'read-only', message: 'no lock' } };
    };
    const opened = await twice(disk, open);
    if (opened === null) return;
    const library = value(opened);
    for (const { name, work } of steps) {
      const before = await twice(disk, () => readAll(library));
      if (before === null) {
        await quietly(() => library.close());
        return;
      }
      const done = await tolerant(() => work(library));
      if (disk.gone) {
        await quietly(() => library.close());
        return;
      }
      if (!done.ok) {
        // The change stays with the caller: memory is as it was, and the same change goes through once the disk works.
        const kept = value(await readAll(library));
        if (kept !== value(before)) faults.push(`${name}: refused, yet memory has changed`);
        value(await work(library));
      }
      const after = await twice(disk, () => readAll(library));
      if (after === null) {
        await quietly(() => library.close());
        return;
      }
      states.push(value(after));
    }
    await quietly(() => library.close());
    if (disk.gone) return;
  }
}

/** What a start after the fault finds. */
async function lookAt(
  folder: string,
  gone: boolean,
  states: readonly string[],
  expected: readonly string[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  const last = states.at(-1) ?? '';
  const allowed = [last];
  // The step in flight may be there, whole, though nobody was told.
  if (gone) allowed.push(expected[states.length] ?? last);
  const library = value(await openWith(folder, undefined, countingStamp(3)));
  const found = await contentsOf(library);
  const nothing = library.documents().length === 0 && library.tags().length === 0;
  if (!allowed.includes(found) && !(nothing && allowed.includes('nothing'))) {
    faults.push(`found ${found}\ninstead of ${allowed.join('\nor ')}`);
  }
  const errors = library.notices().filter((notice) => notice.tone === 'error');
  faults.push(...errors.map((notice) => notice.message));
  if (value(await library.undo()) !== null) {
    if ((await contentsOf(library)) === found) faults.push('undo changes nothing');
    if (value(await library.redo()) === null) faults.push('no redo');
    if ((await contentsOf(library)) !== found) faults.push('undo and redo lead elsewhere');
  }
  for (const { id } of library.documents()) value(await library.content(id));
  await library.close();
  const names = await readdir(folder, { recursive: true });
  faults.push(...names.filter((name) => /(^|\/)\.new-|\.lock$/.test(name)));
  const again = value(await openWith(folder, undefined, countingStamp(4)));
  if ((await contentsOf(again)) !== found) faults.push('the second start finds something else');
  faults.push(...again.notices().map((notice) => `second start: ${notice.message}`));
  await again.close();
  return faults;
}

function openWith(
  folder: string,
  files: StoreFiles | undefined,
  stamp: Stamp,
  journalLimit = 1_000_000,
): Promise<Result<Library>> {
  // Checkpoints come when the session waits for them, so that points keep their numbers.
  const options = openOptions(folder, { stamp, checkpointDelay: 5, journalLimit });
  return openLibrary(files === undefined ? options : { ...options, files });
}

/** Tries once more after a failure; null where the process is gone. */
async function twice<T>(
  disk: FaultyFiles,
  work: () => Promise<Result<T>>,
): Promise<Result<T> | null> {
  const first = await tolerant(work);
  if (disk.gone) return null;
  return first.ok ? first : work();
}

async function readAll(library: Library): Promise<Result<string>> {
  try {
    return { ok: true, value: await contentsOf(library) };
  } catch (error) {
    return { ok: false, error: { code: 'internal', message: String(error) } };
  }
}

/** An operation of the system that fails is a failure of the step. */
async function tolerant<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return { ok: false, error: { code: 'not-saved', message: String(error) } };
  }
}

async function quietly(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}
