import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { electron } from '../../support/app.ts';
import { asWindow, type Window } from './window.ts';

const script = `const { app, BrowserWindow } = require('electron');
app.setPath('userData', process.env.BENCH_USER_DATA);
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 860, show: false });
  window.once('ready-to-show', () => window.show());
  window.loadFile(process.env.BENCH_PAGE);
});
`;

/** Writes the least program that shows a page in a window of our size; answers with its folder. */
export async function writeBareProgram(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "name": "bare", "main": "main.cjs" }\n');
  await writeFile(join(folder, 'main.cjs'), script);
  return folder;
}

/** The same Electron with nothing but a page. */
export async function openBare(
  program: string,
  page: string,
  args: readonly string[] = [],
): Promise<Window> {
  const { executable, env } = await electron();
  const asRoot = process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath: executable,
    args: [program, ...(asRoot ? ['--no-sandbox'] : []), ...args],
    chromiumSandbox: !asRoot,
    env: { ...env, BENCH_PAGE: page, BENCH_USER_DATA: join(program, 'user') },
  });
  const shown = await app.firstWindow();
  await shown.waitForLoadState('load');
  return asWindow(app, shown, () => app.close());
}
