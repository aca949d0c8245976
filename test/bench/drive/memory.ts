import { readFile, readdir } from 'node:fs/promises';
import type { Window } from './window.ts';

// What processes hold, in bytes, as Linux counts it.

/** Bytes that a process shares with no other. */
export async function privateBytes(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  return sum(text, /^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm);
}

/** The proportional size of a process and all that it started. */
export async function treePss(root: number): Promise<number> {
  let bytes = 0;
  for (const pid of await processTree(root)) {
    bytes += sum(await rollupOf(pid), /^Pss:\s+(\d+) kB$/gm);
  }
  return bytes;
}

/** Clock ticks that a process and all that it started have used. */
export async function treeTicks(root: number): Promise<number> {
  let ticks = 0;
  for (const pid of await processTree(root)) {
    const fields = (await statOf(pid))?.fields ?? [];
    ticks += Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  }
  return ticks;
}

/** What a page holds when nothing is left to be thrown away. */
export async function settledBytes(window: Window): Promise<number> {
  await window.cdp.send('HeapProfiler.enable');
  for (let n = 0; n < 3; n++) await window.cdp.send('HeapProfiler.collectGarbage');
  await window.cdp.send('HeapProfiler.disable');
  return privateBytes(await window.renderer());
}

/** Empty for a process that has ended since it was listed. */
async function rollupOf(pid: number): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ESRCH' || codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

async function processTree(root: number): Promise<readonly number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await statOf(Number(name));
    if (stat !== null) parents.set(Number(name), Number(stat.fields[1]));
  }
  const tree = [root];
  for (const pid of tree)
    for (const [child, parent] of parents) if (parent === pid) tree.push(child);
  return tree;
}

/** The fields of /proc/PID/stat from the third on; null for a process that is gone. */
async function statOf(pid: number): Promise<{ readonly fields: readonly string[] } | null> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    return { fields: text.slice(text.lastIndexOf(')') + 2).split(' ') };
  } catch {
    return null; // It ended between the listing and the look.
  }
}

function sum(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].reduce((bytes, [, kb]) => bytes + Number(kb) * 1024, 0);
}
