import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { build } from 'vite';

const here = import.meta.dirname;
const root = join(here, '../../..');

export interface OpenHarness {
  readonly page: Page;
  /** Waits until what is shown is whole and at rest (settled.ts). */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Builds the harness and opens it in the Electron that everything else here runs on. */
export async function openHarness(width = 1000, height = 720): Promise<OpenHarness> {
  const out = mkdtempSync(join(root, '.cache/reader-harness-'));
  await build({
    root: here,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: out, emptyOutDir: true, target: 'chrome130', minify: false },
  });
  const runtime = execFileSync('node', [join(root, 'scripts/electron-runtime.mjs'), 'path'], {
    encoding: 'utf8',
  }).trim();
  const app: ElectronApplication = await _electron.launch({
    executablePath: join(runtime, 'electron'),
    args: [
      '--no-sandbox',
      '--force-device-scale-factor=1',
      join(here, 'main.mjs'),
      join(out, 'index.html'),
      String(width),
      String(height),
    ],
    timeout: 30_000,
  });
  const page = await app.firstWindow();
  await page.waitForFunction(() => 'harness' in window);
  const settled = () => page.evaluate(() => window.harness.settled());
  await settled();
  const close = async (): Promise<void> => {
    await app.close();
    rmSync(out, { recursive: true });
  };
  return { page, settled, close };
}
