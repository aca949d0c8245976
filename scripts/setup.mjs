// Makes a fresh clone ready to run, step by step; says nothing when all is there.
//   node scripts/setup.mjs
// Only Node built-ins may be imported here: npm packages come with the first step.
import { electronExecutable, electronRuntime, electronVersion } from './electron-runtime.mjs';
import { provideLibraries } from './linux-libraries.mjs';
import { installPackages } from './packages.mjs';
import { Problem, main, say } from './process.mjs';

const OLDEST_NODE = [20, 19];

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Problem(
    `Commonplace needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${process.versions.node}.`,
  );
}

/** The npm packages: enough for the command line, type checks and most tests. */
export async function setUpPackages() {
  checkNode();
  await installPackages();
}

/**
 * Everything that is needed to open a window.
 *
 * @param {{ screen?: boolean }} [needs] screen: a virtual one too, for tests
 * @returns {Promise<string>} the folder of the Electron runtime
 */
export async function setUp({ screen = false } = {}) {
  await setUpPackages();
  const dist = await electronRuntime();
  await provideLibraries(electronExecutable(dist), { screen });
  return dist;
}

await main(import.meta.url, async () => {
  const dist = await setUp({ screen: process.platform === 'linux' });
  say(`Ready, with Electron ${electronVersion(dist)}.`);
});
