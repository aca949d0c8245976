// How the scripts start programs, speak and fail. Only Node built-ins: these run before npm packages are there.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Something expected went wrong: it is told in its own words, without a stack. */
export class Problem extends Error {}

let interrupted = false;

/** Everything the scripts say goes to stderr, so that stdout belongs to the program they run. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Runs a script's body when the file itself was started, not when another imports it. */
export async function main(url, body) {
  if (process.argv[1] !== fileURLToPath(url)) return;
  try {
    process.exitCode = (await body(process.argv.slice(2))) ?? 0;
  } catch (error) {
    say(error instanceof Problem ? error.message : (error.stack ?? String(error)));
    process.exitCode = 1;
  }
}

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 128 + n when signal n ended it, as shells say it
 * @property {string} output what it wrote, where `stdout` or `stderr` was captured
 */

/**
 * Runs a program to its end. SIGINT, SIGTERM and SIGHUP are passed on to it, and nothing is started after one.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env] added to the environment
 * @param {string} [options.cwd]
 * @param {import('node:child_process').StdioOptions} [options.stdio]
 * @param {boolean} [options.group] give it a process group, and signal the whole group: for wrappers
 *   that do not pass signals on
 * @param {boolean} [options.shell]
 * @param {number} [options.timeout] milliseconds
 * @returns {Promise<Outcome>}
 */
export function run(command, args, options = {}) {
  const { env, cwd = root, stdio = 'inherit', shell, timeout } = options;
  const group = options.group === true && process.platform !== 'win32';
  if (interrupted) return Promise.reject(new Problem('Interrupted.'));
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio,
      shell,
      detached: group,
      env: { ...process.env, ...env },
    });
    const kill = (signal) => {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      if (group) process.kill(-child.pid, signal);
      else child.kill(signal);
    };
    const passOn = (signal) => {
      interrupted = true;
      kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, passOn);
    const timer = timeout ? setTimeout(() => kill('SIGKILL'), timeout) : undefined;

    const written = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => written.push(chunk));
    }
    const done = () => {
      clearTimeout(timer);
      for (const signal of signals) process.off(signal, passOn);
    };
    child.once('error', (error) => {
      done();
      reject(new Problem(`Could not start ${command}: ${error.message}`));
    });
    child.once('close', (code, signal) => {
      done();
      resolve({
        code: code ?? 128 + (constants.signals[signal] ?? 0),
        output: Buffer.concat(written).toString('utf8'),
      });
    });
  });
}

/** Captures what a program says; used for short questions to the system. */
export async function ask(command, args, options = {}) {
  return run(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
}

/** Runs npm, with the copy that started us where there is one. */
export async function npm(args, options = {}) {
  const self = process.env.npm_execpath;
  if (self !== undefined && /\.c?js$/.test(self)) {
    return run(process.execPath, [self, ...args], options);
  }
  return run('npm', args, { shell: process.platform === 'win32', ...options });
}

/** Is a program of this name in the PATH? */
export function has(command) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, command)));
}

/** Seconds since `since` (of `Date.now()`), to one decimal. */
export function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
