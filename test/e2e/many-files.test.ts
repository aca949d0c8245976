import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/app.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';

let folder = '';
let app: RunningApp;
const launch = async (): Promise<void> => {
  app = await launchApp({
    library: path.join(folder, 'library'),
    userData: path.join(folder, 'user-data'),
    size: { width: 1280, height: 860 },
  });
  await app.page.getByTestId('library-pane').waitFor();
};
beforeEach(async () => {
  folder = await makeFolder();
  await launch();
});
afterEach(async () => {
  await app.close();
  await removeFolder(folder);
});

const broken = new Uint8Array([0, 1, 2, 0, 255, 254, 0, 0]);

/** A folder of texts; two of them are none, and some files are of other kinds. */
async function makeTexts(name: string, count: number): Promise<string> {
  const made = path.join(folder, name);
  await mkdir(path.join(made, 'inner'), { recursive: true });
  for (let n = 0; n < count; n++) {
    const place = path.join(made, n % 3 === 0 ? 'inner' : '', `${n}.md`);
    await writeFile(place, n % 30 === 7 ? broken : `# Text ${n}\n\nWhat stands in it, ${n}.`);
  }
  await writeFile(path.join(made, 'song.mp3'), 'no text');
  await writeFile(path.join(made, '.hidden.md'), '# Hidden');
  return made;
}

/** Drops files and folders as the system does: by the protocol of the browser, with real entries. */
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 640, y: 400, data });
  }
  await session.detach();
}

/** From now on the longest time that the window did not answer, ms. */
const watchTasks = () =>
  app.page.evaluate(() => {
    const world = globalThis as unknown as { longest: number };
    world.longest = 0;
    let last = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = performance.now();
      world.longest = Math.max(world.longest, now - last);
      last = now;
      port2.postMessage(null);
    };
    port2.postMessage(null);
  });
const longestTask = () =>
  app.page.evaluate(() => (globalThis as unknown as { longest: number }).longest);

const report = () => app.page.getByTestId('import-report');
const texts = async (): Promise<number> =>
  Number(await app.page.getByTestId('library-pane').locator('.pane-count').innerText());

describe('a folder that is dropped', () => {
  it('comes in while the window answers, says what did not, and is there after a restart', async () => {
    const { page } = app;
    const made = await makeTexts('papers', 60);
    const before = await texts();
    await watchTasks();
    await drop(page, [made]);
    await page.getByTestId('importing').waitFor();
    await report().waitFor({ timeout: 60_000 });
    expect(await longestTask()).toBeLessThan(250);
    const said = '58 added, 2 could not be read, 2 of other kinds passed over.';
    await report().getByText(said).waitFor();
    await page.getByTestId('announcement').getByText(said).waitFor();
    const failures = report().getByRole('list', { name: 'What could not be read' });
    expect(await failures.getByRole('listitem').count()).toBe(2);
    expect(await failures.innerText()).toContain('papers/7.md');
    expect(await failures.innerText()).toContain('is not text');
    await report().getByRole('button', { name: 'Copy as Text' }).click();
    const copied = await app.app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toContain(said);
    expect(copied).toContain('papers/37.md');
    await page.keyboard.press('Escape');
    await report().waitFor({ state: 'detached' });
    expect(await page.getByTestId('importing').count()).toBe(0);
    expect(await texts()).toBe(before + 58);
    await app.close();
    await launch();
    expect(await texts()).toBe(before + 58);
    await drop(app.page, [made]);
    await report().getByText('0 added, 58 were there already, 2 could not be read').waitFor();
  });

  it('is stopped by the keyboard, and what came before stays', async () => {
    const { page } = app;
    const made = await makeTexts('papers', 400);
    await drop(page, [made]);
    const cancel = page.getByTestId('importing').getByRole('button', { name: 'Cancel' });
    // One is in: a run that is stopped at its first file has nothing to report.
    await page
      .getByTestId('importing')
      .getByText(/Adding (?:[2-9]|\d{2,}) of 400/)
      .waitFor();
    await cancel.focus();
    await page.keyboard.press('Enter');
    await report()
      .getByText(/^Stopped: \d+ added/)
      .waitFor();
    const words = await report().innerText();
    const added = Number(/Stopped: (\d+) added/.exec(words)?.[1]);
    expect(added).toBeLessThan(400);
    expect(words).toContain('What was added before stays in the library.');
    await page.keyboard.press('Escape');
    expect(await texts()).toBeGreaterThanOrEqual(added);
  });
});

describe('files of several kinds', () => {
  it('come in by the dialog for a folder, and an archive as what it holds', async () => {
    const { page } = app;
    const made = await makeTexts('few', 3);
    await app.answerOpenDialog([made]);
    await app.chooseMenu('file.importFolder');
    await page.getByText('3 added, 2 of other kinds passed over.').waitFor();
    await page.getByTestId('reader').getByText('What stands in it, 0.').waitFor();
    const zip = path.join(folder, 'all.zip');
    const text = (words: string) => new TextEncoder().encode(words);
    await writeFile(zip, zipSync({ 'a/one.txt': text('One.'), 'a/two.txt': text('Two.') }));
    await drop(page, [zip]);
    await page.getByText('2 added.').waitFor();
    await page.getByTestId('library-pane').getByText('Two', { exact: true }).waitFor();
  });
});
