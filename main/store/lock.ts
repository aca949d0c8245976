import { hostname, uptime } from 'node:os';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Result } from '../../core/contract.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import { isMissing, systemCode, writeFlushed, type StoreFiles } from './files.ts';
import { failed, ok } from './outcome.ts';

export type Program = 'app' | 'cli';

export const holderSchema = z.object({
  pid: z.int().min(1),
  /** The process's start in the kernel's ticks, where the system tells: two processes may bear one pid after another. */
  started: z.string().nullable(),
  host: z.string(),
  program: z.enum(['app', 'cli']),
  created: z.iso.datetime(),
  /** The last sign of life, for other hosts, which cannot ask for the process. */
  alive: z.iso.datetime().optional(),
});
export type Holder = z.infer<typeof holderSchema>;

export interface Lock {
  /** Another process left its lock behind, so it did not close the library. */
  readonly crashed: boolean;
  release(): Promise<void>;
}

const attempts = 5;
const settling = 200;
const beat = 60_000;
/** Milliseconds without a sign of life after which a lock of another host counts as left behind. */
const silence = 5 * beat;

/** Makes this process the library's one writer; a lock of a process that is gone is taken over. */
export async function takeLock(
  files: StoreFiles,
  folder: string,
  program: Program,
): Promise<Result<Lock>> {
  const path = join(folder, 'library.lock');
  const mine: Holder = {
    pid: process.pid,
    started: (await processState(process.pid)).started,
    host: hostname(),
    program,
    created: new Date().toISOString(),
  };
  const text = textOf(mine);
  let crashed = false;
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (await place(files, path, text)) {
      return ok({ crashed, release: keepAlive(files, path, mine, text) });
    }
    const found = await readText(files, path);
    if (found === null) continue;
    const holder = parseHolder(found);
    if (holder === null) {
      // Locks are put in place whole, so this is damage, unless one is just being written without hard links.
      await sleep(settling);
      if ((await readText(files, path)) === found) await clearStale(files, path, found);
      continue;
    }
    if (await isHeld(holder)) {
      const host = holder.host === hostname() ? null : holder.host;
      return failed('library-busy', storeMessages.busy(holder.program, holder.pid, host));
    }
    await clearStale(files, path, found);
    crashed = true;
  }
  return failed('library-busy', storeMessages.busyUnknown);
}

/** Puts a whole lock in place or none: a reader must not find it half-written. False where one is there. */
async function place(files: StoreFiles, path: string, text: string): Promise<boolean> {
  const own = `${path}.${process.pid}`;
  // A crash may have left this name as a second one of the lock, and in a sandbox each start has the same pid: written
  // in place, it would turn the stale lock into one that seems held.
  await files.remove(own);
  await writeFlushed(files, own, Buffer.from(text));
  try {
    await files.link(own, path);
    return true;
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP') throw error;
    return await createExclusive(files, path, text);
  } finally {
    await forget(files, own);
  }
}

/** A name that cannot be deleted now is in nobody's way, and says nothing. */
async function forget(files: StoreFiles, path: string): Promise<void> {
  try {
    await files.remove(path);
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}

/** For file systems without hard links. */
async function createExclusive(files: StoreFiles, path: string, text: string): Promise<boolean> {
  try {
    await writeFlushed(files, path, Buffer.from(text), 'create');
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the stale lock away; if another process was quicker, its new lock is put back. */
async function clearStale(files: StoreFiles, path: string, stale: string): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  try {
    await files.rename(path, aside);
    if ((await readText(files, aside)) !== stale) await files.link(aside, path);
  } catch (error) {
    if (!isMissing(error) && systemCode(error) !== 'EEXIST') throw error;
  }
  await forget(files, aside);
}

/** Gives a sign of life from time to time, as long as the lock is ours. The answer ends it and frees the lock. */
function keepAlive(
  files: StoreFiles,
  path: string,
  holder: Holder,
  placed: string,
): () => Promise<void> {
  let text = placed;
  let beating = Promise.resolve();
  const renew = async (): Promise<void> => {
    try {
      if ((await readText(files, path)) !== text) return;
      const next = textOf({ ...holder, alive: new Date().toISOString() });
      await writeFlushed(files, `${path}.${process.pid}`, Buffer.from(next));
      await files.rename(`${path}.${process.pid}`, path);
      text = next;
    } catch (error) {
      // The next sign may come through; the lock stays as it is.
      if (systemCode(error) === null) throw error;
    }
  };
  const timer = setInterval(() => {
    beating = beating.then(renew);
  }, beat);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await beating;
    await release(files, path, text);
  };
}

function textOf(holder: Holder): string {
  return `${JSON.stringify(holder, null, 2)}\n`;
}

/** Tried again after a failure that may pass: a lock that stays keeps everyone out until this process ends. */
async function release(files: StoreFiles, path: string, text: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      if ((await readText(files, path)) === text) await files.remove(path);
      return;
    } catch (error) {
      if (attempt === attempts) throw error;
      await sleep(settling / 10);
    }
  }
}

function parseHolder(text: string): Holder | null {
  try {
    return holderSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whether the process that wrote the lock still runs. Of another host only its signs of life tell. */
export async function isHeld(holder: Holder): Promise<boolean> {
  if (holder.host !== hostname()) {
    // Either way: a clock that is far ahead must not lock everybody out.
    return Math.abs(Date.now() - Date.parse(holder.alive ?? holder.created)) < silence;
  }
  const created = Date.parse(holder.created);
  // A minute of slack: clocks are set, and the start of the machine is known by the second only.
  if (created < Date.now() - uptime() * 1000 - 60_000) return false;
  if (!signals(holder.pid)) return false;
  const now = await processState(holder.pid);
  if (now.dead) return false;
  if (holder.started !== null && now.started !== null) return holder.started === now.started;
  return !(holder.pid === process.pid && created < Date.now() - process.uptime() * 1000 - 1000);
}

function signals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** From /proc where there is one: start time, and whether the process is only a name left by a dead one. */
async function processState(pid: number): Promise<{ started: string | null; dead: boolean }> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name stands in parentheses and may hold anything; fields are counted after its end.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { started: fields[19] ?? null, dead: fields[0] === 'Z' || fields[0] === 'X' };
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return { started: null, dead: false };
  }
}

async function readText(files: StoreFiles, path: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await files.read(path));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
