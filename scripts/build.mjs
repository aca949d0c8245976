// Builds the program into out/ when what is there was not made from the sources as they are now.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Problem, root, run, say, seconds } from './process.mjs';

const SOURCES = [
  'core',
  'main',
  'renderer',
  'assets',
  'package-lock.json',
  'package.json',
  'electron.vite.config.ts',
];
const PRODUCTS = ['out/main/index.js', 'out/main/cli.js'];
const LOCK_IS_STALE_AFTER_MS = 3 * 60 * 1000;

const cache = path.join(root, '.cache');
const stamp = path.join(cache, 'built');
const lock = path.join(cache, 'building');

/** Name, size and time of every file below `places`: cheap, and it notices what was deleted too. */
export function fingerprint(places) {
  const hash = createHash('sha256');
  const visit = (place) => {
    const stat = fs.statSync(place, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      for (const name of fs.readdirSync(place).sort()) visit(path.join(place, name));
    } else {
      hash.update(`${place}\n${stat?.size}\n${stat?.mtimeMs}\n`);
    }
  };
  for (const place of places) visit(path.resolve(root, place));
  return hash.digest('hex');
}

export function buildIsFresh() {
  const made = PRODUCTS.every((file) => fs.existsSync(path.join(root, file)));
  return (
    made && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === state(fingerprint(SOURCES))
  );
}

/** The products count too: `npm run dev` leaves its own kind of them in out/. */
function state(sources) {
  return `${sources} ${fingerprint(PRODUCTS)}`;
}

/** Builds if need be; two programs that want it at once do not write over each other. */
export async function ensureBuilt() {
  if (buildIsFresh()) return;
  await takeLock();
  try {
    if (!buildIsFresh()) await build();
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
}

async function takeLock() {
  fs.mkdirSync(cache, { recursive: true });
  for (;;) {
    try {
      fs.mkdirSync(lock);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const since = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > LOCK_IS_STALE_AFTER_MS)
      fs.rmSync(lock, { recursive: true, force: true });
    else await pause(100);
  }
}

async function build() {
  const since = Date.now();
  const sources = fingerprint(SOURCES);
  say('Building Commonplace …');
  const vite = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { code, output } = await run(process.execPath, [vite, 'build'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { NODE_ENV: 'production' },
  });
  if (code !== 0) throw new Problem(`${output}\nThe build failed; what it said stands above.`);
  fs.writeFileSync(stamp, state(sources));
  say(`Built (${seconds(since)}).`);
}
