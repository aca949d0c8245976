import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** A thread's source as one file, as in the built program, for the tests of a file: `() => URL` once they run. */
export function bundledWorker(source: string): () => URL {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'commonplace-worker-'));
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: join(root, source),
        outDir: folder,
        minify: false,
        rolldownOptions: { output: { entryFileNames: 'worker.mjs' } },
      },
    });
  }, 90_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return () => pathToFileURL(join(folder, 'worker.mjs'));
}
