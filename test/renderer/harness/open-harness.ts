import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { inject } from 'vitest';

const here = import.meta.dirname;

export interface OpenHarness {
  readonly page: Page;
  /** Waits until what is shown is whole and at rest (settled.ts). */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens the harness, which build-harness.ts made, in the Electron that everything else here runs on. */
export async function openHarness(width = 1000, height = 720): Promise<OpenHarness> {
  const app: ElectronApplication = await _electron.launch({
    executablePath: inject('electron'),
    args: [
      '--no-sandbox',
      '--force-device-scale-factor=1',
      join(here, 'main.mjs'),
      join(inject('harness'), 'index.html'),
      String(width),
      String(height),
    ],
    timeout: 30_000,
  });
  const page = await app.firstWindow();
  await page.waitForFunction(() => 'harness' in window);
  const settled = () => page.evaluate(() => window.harness.settled());
  await settled();
  return { page, settled, close: () => app.close() };
}
