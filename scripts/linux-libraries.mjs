// What Electron needs of a Linux system: shared libraries and, for tests without a screen, Xvfb.
import fs from 'node:fs';
import { Problem, ask, has, run, say, seconds } from './process.mjs';

// Newer Debian and Ubuntu carry some of these under a name that ends in t64.
const DEBIAN_LIBRARIES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
];
// xvfb-run needs xauth, which the xvfb package only recommends.
const DEBIAN_SCREEN = ['xvfb', 'xauth'];

const OTHER_SYSTEMS = [
  {
    tool: 'dnf',
    command: 'sudo dnf install',
    libraries: 'gtk3 nss alsa-lib mesa-libgbm libXScrnSaver at-spi2-atk',
    screen: 'xorg-x11-server-Xvfb xorg-x11-xauth',
  },
  {
    tool: 'pacman',
    command: 'sudo pacman -S',
    libraries: 'gtk3 nss alsa-lib mesa libxss at-spi2-core',
    screen: 'xorg-server-xvfb xorg-xauth',
  },
  {
    tool: 'zypper',
    command: 'sudo zypper install',
    libraries: 'gtk3 mozilla-nss alsa-lib libgbm1 libXss1 at-spi2-atk-gtk2',
    screen: 'xorg-x11-server-Xvfb xauth',
  },
];

/** Is this a Debian or Ubuntu on which we may install packages? */
export function mayUseApt() {
  return process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');
}

/** Names of the shared libraries that `executable` would look for in vain. */
export async function missingLibraries(executable) {
  const { output } = await ask('ldd', [executable]);
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);
}

/**
 * Installs what is missing where that is ours to do, and otherwise says which command does it.
 *
 * @param {string} executable the Electron binary
 * @param {{ screen: boolean }} needs whether windows are to be shown on a virtual screen
 */
export async function provideLibraries(executable, { screen }) {
  if (process.platform !== 'linux') return;
  const libraries = await missingLibraries(executable);
  const noScreen = screen && !(has('xvfb-run') && has('Xvfb'));
  if (libraries.length === 0 && !noScreen) return;
  if (libraries.length > 0) say(`Electron misses system libraries: ${libraries.join(', ')}.`);
  if (noScreen) say('Xvfb, the virtual screen that the tests use, is missing.');
  if (!mayUseApt()) throw new Problem(await advice(libraries.length > 0, noScreen));

  await installWithApt([
    ...(libraries.length > 0 ? DEBIAN_LIBRARIES : []),
    ...(noScreen ? DEBIAN_SCREEN : []),
  ]);
  const still = await missingLibraries(executable);
  if (still.length > 0) throw new Problem(`Electron still misses ${still.join(', ')}.`);
}

async function advice(libraries, screen) {
  if (fs.existsSync('/usr/bin/apt-get')) {
    const names = [...(libraries ? DEBIAN_LIBRARIES : []), ...(screen ? DEBIAN_SCREEN : [])];
    return `Please run: sudo apt-get install -y ${(await candidates(names)).join(' ')}`;
  }
  for (const system of OTHER_SYSTEMS) {
    if (!has(system.tool)) continue;
    const names = [...(libraries ? [system.libraries] : []), ...(screen ? [system.screen] : [])];
    return `Please run: ${system.command} ${names.join(' ')}`;
  }
  return 'Please install them with the package manager of your system, then try again.';
}

/** The names under which this release carries the packages. */
async function candidates(names) {
  const { output } = await ask(
    'apt-cache',
    ['policy', ...names.flatMap((name) => [name, `${name}t64`])],
    {
      env: { LC_ALL: 'C' },
    },
  );
  const carried = new Set(
    [...output.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (?!\(none\))/gm)].map(
      ([, name]) => name,
    ),
  );
  return names.map((name) => (carried.has(`${name}t64`) ? `${name}t64` : name));
}

/** @param {readonly string[]} names as older Debian has them */
export async function installWithApt(names) {
  const since = Date.now();
  const apt = (args) =>
    run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], {
      stdio: ['ignore', 2, 2],
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  say('Refreshing the list of system packages (apt-get update) …');
  if ((await apt(['update'])).code !== 0)
    say('apt-get update failed; going on with the lists that are there.');
  const packages = await candidates(names);
  say(`Installing ${packages.join(', ')} …`);
  if ((await apt(['install', '-y', '--no-install-recommends', ...packages])).code !== 0) {
    throw new Problem(
      `apt-get could not install ${packages.join(', ')}; what it said stands above.`,
    );
  }
  say(`Installed (${seconds(since)}).`);
}
