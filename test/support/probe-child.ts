import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';

// Stands in for import-child.ts, and tries what a process for sources must not be able to.

const attempt = async (what: () => unknown): Promise<string> => {
  try {
    await what();
    return 'did it';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'refused';
  }
};

process.on('message', () => {
  void Promise.all([
    attempt(() => readFile('/etc/passwd')),
    attempt(() => writeFile(new URL('written', import.meta.url), '')),
    attempt(() => spawn('true')),
    attempt(() => new Worker('', { eval: true })),
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- it must be refused
    attempt(() => new Function('return 1')() as unknown),
    Promise.resolve(Object.keys(process.env).join()),
  ]).then((tried) => process.send?.(tried));
});
