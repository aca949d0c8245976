// npm run package [-- --dir-only]: makes what users install, in dist/.
// On Linux an unpacked folder, a tar.gz and, where dpkg-deb is, a deb; elsewhere what electron-builder.yml says.
import fs from 'node:fs';
import path from 'node:path';
import { alone } from './alone.mjs';
import { ensureBuilt, fingerprint } from './build.mjs';
import { electronVersion, isOfficial } from './electron-runtime.mjs';
import { Problem, has, main, root, run, say, seconds } from './process.mjs';
import { setUp } from './setup.mjs';

const dist = path.join(root, 'dist');
const stamp = path.join(root, '.cache', 'packaged');
const MADE_OF = ['out', 'package.json', 'electron-builder.yml', 'scripts/after-pack.cjs', 'assets'];

export const linuxFolder = path.join(dist, 'linux-unpacked');
export const linuxExecutable = path.join(linuxFolder, 'commonplace');

/** Makes dist/linux-unpacked, unless it was already made of the same parts. */
export async function packageLinuxFolder(runtime) {
  await alone('packaging', async () => {
    const parts = `${fingerprint(MADE_OF)} ${electronVersion(runtime)}`;
    const made = fs.existsSync(linuxExecutable) && fs.existsSync(stamp);
    if (!made || fs.readFileSync(stamp, 'utf8') !== parts) await packFolder(runtime, parts);
  });
}

async function packFolder(runtime, parts) {
  const since = Date.now();
  say('Packaging Commonplace …');
  fs.rmSync(stamp, { force: true });
  fs.rmSync(linuxFolder, { recursive: true, force: true });
  await electronBuilder(['--linux', 'dir', ...runtimeFlags(runtime)]);
  fs.writeFileSync(stamp, parts);
  say(`Packaged in ${path.relative(root, linuxFolder)} (${seconds(since)}).`);
}

/** electron-builder fetches the official runtime by itself; of any other it must be told. */
function runtimeFlags(runtime) {
  if (isOfficial(runtime)) return [];
  const version = electronVersion(runtime);
  say(
    `This package holds Electron ${version}, which stands in for the official one: for tests, not for users.`,
  );
  return [`-c.electronDist=${runtime}`, `-c.electronVersion=${version}`];
}

async function electronBuilder(args, env = {}) {
  const cli = path.join(root, 'node_modules', 'electron-builder', 'cli.js');
  const { code, output } = await run(process.execPath, [cli, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (code !== 0)
    throw new Problem(`${output}\nelectron-builder failed; what it said stands above.`);
}

function release() {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  return { name, version, label: `${name}-${version}` };
}

/** Plain tar: the fastest compression makes 98 MB in seconds, the best saves little of it. */
async function makeTarball() {
  const since = Date.now();
  const { label } = release();
  const file = path.join(dist, `${label}-linux-x64.tar.gz`);
  const { code } = await run(
    'tar',
    [
      '--use-compress-program=gzip -1',
      '--owner=0',
      '--group=0',
      `--transform=s,^linux-unpacked,${label},`,
      '-cf',
      file,
      'linux-unpacked',
    ],
    { cwd: dist, stdio: ['ignore', 2, 2] },
  );
  if (code !== 0) throw new Problem('tar could not write the archive.');
  say(`Made ${path.relative(root, file)} (${seconds(since)}).`);
}

/** electron-builder would download a tool for this; dpkg-deb, which every Debian has, does it as well. */
async function makeDeb() {
  if (!has('dpkg-deb')) {
    say('No deb: dpkg-deb is not on this system.');
    return;
  }
  const since = Date.now();
  await electronBuilder(['--linux', 'deb', '--prepackaged', linuxFolder], {
    CUSTOM_FPM_PATH: path.join(root, 'scripts', 'fpm-stand-in.mjs'),
  });
  const { name, version } = release();
  say(`Made dist/${name}_${version}_amd64.deb (${seconds(since)}).`);
}

await main(import.meta.url, async (args) => {
  const unknown = args.filter((argument) => argument !== '--dir-only');
  if (unknown.length > 0) throw new Problem(`Unknown option ${unknown[0]}: there is --dir-only.`);
  const runtime = await setUp();
  await ensureBuilt();
  if (process.platform !== 'linux') {
    await electronBuilder([process.platform === 'darwin' ? '--mac' : '--win']);
    say('Made what electron-builder.yml names, in dist/.');
    return 0;
  }
  await packageLinuxFolder(runtime);
  if (args.includes('--dir-only')) return 0;
  await makeTarball();
  await makeDeb();
  return 0;
});
