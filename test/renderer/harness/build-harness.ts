import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { electron } from '../../support/app.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built harness, and the Electron to open it in. */
    readonly harness: string;
    readonly electron: string;
  }
}

const here = import.meta.dirname;

/** Once for all files of the renderer's tests, before the first of them. */
export default async function buildHarness(project: TestProject): Promise<() => Promise<void>> {
  const cache = join(here, '../../../.cache');
  await mkdir(cache, { recursive: true });
  const out = await mkdtemp(join(cache, 'reader-harness-'));
  await build({
    root: here,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: out, emptyOutDir: true, target: 'chrome130', minify: false },
  });
  const { executable } = await electron();
  project.provide('harness', out);
  project.provide('electron', executable);
  return () => rm(out, { recursive: true });
}
