// Builds the program into out/ when what is there was not made from the sources as they are now.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { alone } from './alone.mjs';
import { Problem, root, run, say, seconds } from './process.mjs';

const SOURCES = [
  'core',
  'main',
  'renderer',
  'assets',
  'package-lock.json',
  'package.json',
  'electron.vite.config.ts',
  'scripts/import-page.mjs',
];
const PRODUCTS = ['out/main/index.js', 'out/main/cli.js', 'out/importer/index.html'];

const stamp = path.join(root, '.cache', 'built');

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

export async function ensureBuilt() {
  if (buildIsFresh()) return;
  await alone('building', async () => {
    if (!buildIsFresh()) await build();
  });
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
