import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/app.ts';
import { articleText } from '../support/article.ts';
import { answerMessageBoxes, setDiskFull, slowDown } from '../support/disk-faults.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { saved, waitForCards } from '../support/pages.ts';

let folder = '';
let running: RunningApp | null = null;

async function launch(args: readonly string[] = []): Promise<RunningApp> {
  running = await launchApp({
    library: path.join(folder, 'library'),
    userData: path.join(folder, 'user-data'),
    args,
  });
  return running;
}
async function openArticle(): Promise<RunningApp> {
  const app = await launch([path.join(folder, 'article.txt')]);
  await app.page.getByTestId('reader').getByText('The harbour office opened').waitFor();
  await app.page.getByTestId('reader').focus();
  return app;
}
async function markSentences({ page }: RunningApp, count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    await page.keyboard.press('s');
    await page.keyboard.press('h');
  }
}
const closeWindow = ({ app }: RunningApp): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
const ended = ({ app }: RunningApp): Promise<unknown> =>
  new Promise((resolve) => app.process().once('exit', resolve));
const state = ({ page }: RunningApp) => page.getByTestId('saving-state');

beforeEach(async () => {
  folder = await makeFolder();
  await writeFile(path.join(folder, 'article.txt'), articleText());
});
afterEach(async () => {
  if (running !== null) await running.kill();
  running = null;
  await removeFolder(folder);
});

describe('a change that is not on disk', () => {
  it('is said to be not saved with the reason, stays, and is saved when there is room again', async () => {
    const app = await openArticle();
    await setDiskFull(app.app, true);
    await markSentences(app, 2);
    await state(app).getByText('Not saved').first().waitFor();
    expect(await state(app).innerText()).toMatch(/disk is full[^]*2 changes wait/);
    await waitForCards(app.page, 2);

    await setDiskFull(app.app, false);
    await saved(app.page);
    const gone = ended(app);
    await closeWindow(app);
    await gone;
    await waitForCards((await launch()).page, 2);
  });

  it('keeps the window open until the reader says otherwise', async () => {
    const app = await openArticle();
    const shown = await answerMessageBoxes(app.app, 0);
    await setDiskFull(app.app, true);
    await markSentences(app, 3);
    await state(app).getByText('Not saved').first().waitFor();
    await closeWindow(app);
    await expect.poll(shown).toEqual(['3 changes are not saved']);
    await waitForCards(app.page, 3);

    await answerMessageBoxes(app.app, 1);
    const gone = ended(app);
    await closeWindow(app);
    await gone;
  });

  it('is written before a window that is closed at once goes, however slow the disk', async () => {
    const app = await openArticle();
    await slowDown(app.app, 800);
    await markSentences(app, 5);
    const gone = ended(app);
    await closeWindow(app);
    await gone;
    await waitForCards((await launch()).page, 5);
  });
});
