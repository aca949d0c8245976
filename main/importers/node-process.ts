import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportEnd, StartImportProcess } from './import-process.ts';

/**
 * A Node process for the command line: it reads no file but its own code, starts nothing, makes no code of text, and has
 * an environment without a word in it. Node cannot take the network from it: its bundle simply has nothing that asks.
 * `entry` is the built import-child.js; the folder that it stands in is what may be read.
 */
export function nodeImportProcess(entry: URL): StartImportProcess {
  return async ({ memoryMegabytes }) => {
    const file = fileURLToPath(entry);
    const child = fork(file, {
      execArgv: [
        permission(),
        `--allow-fs-read=${path.dirname(file)}${path.sep}`,
        '--disallow-code-generation-from-strings',
        `--max-old-space-size=${memoryMegabytes}`,
        '--no-warnings',
      ],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const ended = endOf(child);
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    return {
      ended,
      read: (job) =>
        new Promise((resolve, reject) => {
          child.once('message', resolve);
          child.send(job, (error) => {
            if (error !== null) reject(error);
          });
        }),
      memory: () => residentBytes(child.pid),
      kill: () => void child.kill('SIGKILL'),
      hold: (held) => {
        if (held) {
          child.ref();
          child.channel?.ref();
        } else {
          child.unref();
          child.channel?.unref();
        }
      },
    };
  };
}

/** Newer versions have dropped "experimental" from the name. */
function permission(): string {
  return process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
}

/** V8 aborts where its heap is full. */
function endOf(child: ChildProcess): Promise<ImportEnd> {
  return new Promise((resolve) => {
    child.once('error', () => {
      resolve('crashed');
    });
    child.once('exit', (code, signal) => {
      resolve(signal === 'SIGABRT' || code === 134 ? 'out-of-memory' : 'crashed');
    });
  });
}

/** Only Linux tells it in passing; elsewhere the limit of the heap stands alone. */
function residentBytes(pid: number | undefined): number | null {
  if (process.platform !== 'linux' || pid === undefined) return null;
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null; // It has just ended.
  }
}
