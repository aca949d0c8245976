// npm test [-- --only core,main] [-- ARGS for vitest]
// Everything: lint, type checks, room rules, build and tests, two at a time; at last the Spectron suite on the packaged app.
// The very last line is `N passed, N failed, N skipped`, whatever happens.
import fs from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { electronVersion, isOfficial, runtimeEnv } from './electron-runtime.mjs';
import { onLines } from './lines.mjs';
import { packageLinuxFolder } from './package.mjs';
import { Problem, main, npm, root, run, say } from './process.mjs';
import { setUp, setUpPackages } from './setup.mjs';
import { linuxEnv } from './start.mjs';

/** Screens of runs beside each other look for a free number from different ones on. */
const FIRST_SCREEN = { renderer: 120, e2e: 140, package: 160, spectron: 180 };
const REPORTS = path.join(root, '.cache', 'test');
/** Projects that need no Electron. */
const PLAIN_PROJECTS = ['core', 'main'];
/** Of work at once: nearly all of it is done by one core. */
const LINES = 2;

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

function readOptions(args) {
  const rest = [];
  let only = [];
  for (let i = 0; i < args.length; i += 1) {
    if (args[i] === '--only') only = (args[(i += 1)] ?? '').split(',');
    else if (args[i].startsWith('--only=')) only = args[i].slice('--only='.length).split(',');
    else rest.push(args[i]);
  }
  return { only: only.filter((name) => name !== ''), rest };
}

/** One screen for all runs in CI, so that sizes and pictures do not depend on whose it is. */
function needsVirtualScreen() {
  if (process.platform !== 'linux') return false;
  return Boolean(process.env.CI) || !(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Runs Node, on a screen of its own where there is none. xvfb-run does not pass signals on, so its whole group gets them. */
function onScreen(screen, name, args, options) {
  if (!screen) return run(process.execPath, args, options);
  const from = String(FIRST_SCREEN[name] ?? 99);
  const own = ['-a', '-n', from, '-s', '-screen 0 1920x1200x24'];
  return run('xvfb-run', [...own, process.execPath, ...args], { ...options, group: true });
}

/** A step that either holds or does not; what it says comes at its end, because others run beside it. */
async function check(script) {
  const { code, output } = await npm(['run', '--silent', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (output.trim() !== '') say(`\n— ${script} says\n${output.trimEnd()}`);
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

async function vitest({ project, args, env, screen }) {
  const report = path.join(REPORTS, `${project}.json`);
  fs.rmSync(report, { force: true });
  const { code } = await onScreen(
    screen && !PLAIN_PROJECTS.includes(project),
    project,
    [
      path.join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    { env, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  return countVitest(code, report);
}

/** A file that could not be loaded, or an error outside of any test, is a failure too. */
function countVitest(code, file) {
  if (!fs.existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(fs.readFileSync(file, 'utf8'));
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

async function spectron({ env, screen }) {
  const { code, output } = await onScreen(
    screen,
    'spectron',
    [path.join(root, 'test', 'spectron', 'run.mjs')],
    {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  // There is one closing line, our own.
  const closing = /^(\d+) passed, (\d+) failed, (\d+) skipped\n/m;
  process.stdout.write(output.replace(closing, ''));
  const counts = closing.exec(output);
  if (counts === null) return { passed: 0, failed: 1, skipped: 0 };
  const [passed, failed, skipped] = counts.slice(1).map(Number);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped };
}

function sum(stages) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { count } of stages) for (const kind of Object.keys(total)) total[kind] += count[kind];
  return total;
}

function printTable(stages) {
  process.stdout.write('\n');
  for (const { name, count, took } of stages) {
    const time = `${(took / 1000).toFixed(1)} s`.padStart(8);
    const state = count.failed > 0 ? `FAILED (${count.failed})` : 'ok';
    process.stdout.write(`${name.padEnd(20)}${time}   ${state}\n`);
  }
}

/** Runs a stage; one that breaks counts as a failure and does not stop the next. */
function stageRunner(stages) {
  return async (name, body) => {
    say(`\n— ${name}`);
    const since = Date.now();
    let count;
    try {
      count = (await body()) ?? { passed: 0, failed: 0, skipped: 0 };
    } catch (error) {
      say(error instanceof Problem ? error.message : error.stack);
      count = { passed: 0, failed: 1, skipped: 0 };
    }
    stages.push({ name, count, took: Date.now() - since });
    return count.failed === 0;
  };
}

async function everything(stage, { only, rest }) {
  const all = only.length === 0;
  const needsWindows = all || only.some((name) => !PLAIN_PROJECTS.includes(name));
  const screen = needsWindows && needsVirtualScreen();
  let env = linuxEnv();
  let runtime;
  const ready = await stage('set-up', async () => {
    if (!needsWindows) return setUpPackages();
    runtime = await setUp({ screen });
    env = { ...env, ...runtimeEnv(runtime) };
    const kind = isOfficial(runtime) ? 'official' : 'a stand-in';
    say(`Electron ${electronVersion(runtime)} (${kind}), Node ${process.versions.node}`);
    return undefined;
  });
  if (!ready) return;
  const tests = (project, after = []) => ({
    name: project,
    after,
    run: () => {
      // Beside others a run has one core.
      const args = all ? ['--maxWorkers=1', ...rest] : rest;
      return stage(project, () => vitest({ project, args, env, screen }));
    },
  });
  const checked = (script) => ({ name: script, run: () => stage(script, () => check(script)) });
  const build = { name: 'build', run: () => stage('build', ensureBuilt) };
  let packed = false;
  const packaging = {
    name: 'packaging',
    after: ['build'],
    run: async () => {
      packed = await stage('packaging', () => packageLinuxFolder(runtime));
    },
  };
  const packs = process.platform === 'linux' && (all || only.includes('package'));
  const before = { e2e: ['build'], package: ['packaging'] };
  const jobs = all
    ? [
        build,
        // What takes longest begins first.
        tests('e2e', before.e2e),
        ...['rooms', 'typecheck', 'lint'].map(checked),
        ...['main', 'renderer', 'core'].map((project) => tests(project)),
        ...(packs ? [packaging] : []),
        tests('package', before.package),
      ]
    : [
        ...(needsWindows ? [build] : []),
        ...(packs ? [packaging] : []),
        ...only.map((project) => tests(project, before[project])),
      ];
  await onLines(all ? LINES : 1, jobs);
  // Without a fresh package it would test an old one.
  if (all && (packed || process.platform !== 'linux')) {
    await stage('spectron', () => spectron({ env, screen }));
  }
}

await main(import.meta.url, async (args) => {
  const stages = [];
  await everything(stageRunner(stages), readOptions(args));
  printTable(stages);
  const total = sum(stages);
  process.stdout.write(
    `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`,
  );
  return total.failed === 0 ? 0 : 1;
});
