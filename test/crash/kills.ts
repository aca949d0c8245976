import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { plainTarget } from './plain-target.ts';
import { readSaid, type Said } from './protocol.ts';
import { storeTarget } from './store-target.ts';
import { countFaults, judge, noKills, type Tally } from './tally.ts';

export interface KillOptions {
  readonly mode: 'store' | 'plain';
  readonly kills: number;
  readonly seed: number;
  /** child.ts as one plain file. */
  readonly child: string;
  readonly onKill?: (tally: Tally) => void;
}

/** A library lives through so many kills, so that starting one is tried as well. */
const livesPerLibrary = 25;
/** Every so many kills, two children run at once. */
const pairEvery = 10;
const longest = 120;

/** Lets children edit, kills them at random moments, and looks each time at what is left. */
export async function killOften(options: KillOptions): Promise<Tally> {
  const target = options.mode === 'plain' ? plainTarget : storeTarget;
  const random = randomFrom(options.seed);
  const base = await mkdtemp(join(tmpdir(), 'commonplace-crash-'));
  let tally = noKills;
  let library = { number: 0, lives: 0 };
  let marks: ReadonlyMap<string, string> = new Map();
  try {
    while (tally.kills < options.kills) {
      const folder = join(base, String(library.number));
      const scratch = `${folder}-copy`;
      const children = tally.kills % pairEvery === pairEvery - 1 ? 2 : 1;
      const said = await runAndKill(options, folder, children, random);
      const seen = await target.inspect(folder, scratch);
      await rm(scratch, { recursive: true, force: true });
      const judged = judge(tally, marks, said, seen);
      const damaged = countFaults(judged) > countFaults(tally);
      tally = judged;
      options.onKill?.(tally);
      library = { ...library, lives: library.lives + 1 };
      marks = seen.marks;
      // A library that is damaged would be counted again after every kill that follows.
      if (damaged || library.lives === livesPerLibrary) {
        await rm(folder, { recursive: true, force: true });
        library = { number: library.number + 1, lives: 0 };
        marks = new Map();
      }
    }
    return tally;
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}

/** Most kills come some time after the first edit; some at any moment of the start. */
async function runAndKill(
  { child, mode }: KillOptions,
  folder: string,
  count: number,
  random: () => number,
): Promise<readonly Said[]> {
  const duringStart = random() < 0.2;
  const wait = Math.floor(random() * longest);
  const late = Math.floor(random() * 400);
  const started = Array.from({ length: count }, () => start(child, folder, mode));
  if (duringStart) await sleep(late);
  else {
    await Promise.all(started.map((one) => one.speaks));
    await sleep(wait);
  }
  for (const one of started) one.kill();
  return Promise.all(started.map((one) => one.said));
}

function start(child: string, folder: string, mode: string) {
  const running = spawn(process.execPath, [child, folder, mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  let heard: () => void = () => undefined;
  const speaks = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const said = new Promise<Said>((resolve) => {
    const reader = createInterface(running.stdout);
    reader.on('line', (line) => {
      lines.push(line);
      if (line.startsWith('!')) heard();
    });
    reader.once('close', () => {
      heard();
      resolve(readSaid(lines));
    });
  });
  return { speaks, said, kill: () => running.kill('SIGKILL') };
}

/** mulberry32: the same moments for the same seed, as far as a scheduler allows. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
