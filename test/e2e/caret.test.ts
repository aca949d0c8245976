import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/app.ts';
import { articleText } from '../support/article.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { highlighted, saved, waitForCards } from '../support/pages.ts';

let folder = '';
let app: RunningApp | null = null;
beforeEach(async () => {
  folder = await makeFolder();
  await writeFile(path.join(folder, 'article.txt'), articleText());
});
afterEach(async () => {
  await app?.close();
  app = null;
  await removeFolder(folder);
});

async function open(): Promise<Page> {
  app = await launchApp({
    library: path.join(folder, 'library'),
    userData: path.join(folder, 'user-data'),
    args: [path.join(folder, 'article.txt')],
    size: { width: 1440, height: 900 },
  });
  const { page } = app;
  await page.getByTestId('reader').getByText('The harbour office opened').first().waitFor();
  // What stands around the text comes last.
  await page.locator('.tag-strip').waitFor();
  await page.getByTestId('reader').focus();
  return page;
}

const announced = (page: Page, words: string) =>
  page.getByTestId('announcement').getByText(words).waitFor();
const keyOf = (page: Page, id: string) => page.locator(`[data-command="${id}"] .key-button`);
const accelerator = (id: string) =>
  app?.app.evaluate(
    ({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.accelerator ?? null,
    id,
  );

/** Opens the keys with their own key, and finds the command by typing. */
async function findKey(page: Page, words: string): Promise<void> {
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await page.getByRole('searchbox', { name: 'Find a command or key' }).focus();
  await page.keyboard.type(words);
}

it('by keyboard alone: the caret to a sentence, a mark, other keys, and the same after a restart', async () => {
  let page = await open();
  await page.keyboard.press('F7');
  await announced(page, 'Reading caret on');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Alt+ArrowDown');
  await announced(page, 'Nobody told us');
  await page.keyboard.press('e');
  await announced(page, 'Selected: “Nobody told us');
  await page.keyboard.press('h');
  await waitForCards(page, 1);
  expect((await highlighted(page)).join('')).toContain('Nobody told us');

  // Another key for it, which belongs to the tag box: the two are swapped.
  await findKey(page, 'Highlight');
  const highlight = keyOf(page, 'mark.highlight');
  expect(await highlight.getAttribute('aria-label')).toBe('Highlight: H. Change');
  await highlight.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('t');
  await page.getByText('T belongs to “Tag”.').waitFor();
  expect(await page.locator(':focus').textContent()).toBe('Swap keys');
  await page.keyboard.press('Enter');
  await page.getByText('Highlight is now T').waitFor();
  expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Highlight: T. Change');
  await page.getByRole('searchbox', { name: 'Find a command or key' }).fill('Larger');
  await keyOf(page, 'view.larger').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Alt+l');
  await page.getByText('Larger Text is now Ctrl Alt L').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await accelerator('mark.highlight')).toBe('T');
  expect(await accelerator('view.larger')).toBe('CmdOrCtrl+Alt+L');
  await saved(page);
  await app?.close();

  page = await open();
  expect(await accelerator('mark.highlight')).toBe('T');
  await waitForCards(page, 1);
  await page.keyboard.press('F7');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('e');
  await page.keyboard.press('t');
  await waitForCards(page, 2);
  await page.keyboard.press('h');
  await page.getByTestId('tag-box').waitFor();
  await page.keyboard.press('Escape');
  const size = () => page.locator('.text').evaluate((text) => getComputedStyle(text).fontSize);
  const before = await size();
  await page.keyboard.press('Control+Alt+l');
  await page.waitForFunction(
    (was) => getComputedStyle(document.querySelector('.text') ?? document.body).fontSize !== was,
    before,
  );

  // All back to standard; the vim-like keymap in their place.
  await findKey(page, '');
  await page.getByRole('button', { name: 'All keys back to standard' }).press('Enter');
  expect(await keyOf(page, 'mark.highlight').getAttribute('aria-label')).toContain(': H.');
  await page.getByRole('radio', { name: 'Vim-like' }).click();
  expect(await keyOf(page, 'caret.down').getAttribute('aria-label')).toContain(': J.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('g');
  await page.keyboard.press(')');
  await page.keyboard.press('Shift+V');
  await page.keyboard.press('m');
  await waitForCards(page, 3);
});

it('axe finds nothing in the keys while one is taken, nor in the text with the caret', async () => {
  const page = await open();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(await readFile(axe, 'utf8'));
  const objections = () =>
    page.evaluate(async () => {
      const { axe: checker } = globalThis as unknown as {
        axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await checker.run();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    });
  await page.keyboard.press('F7');
  await page.keyboard.press('Control+ArrowRight');
  await page.locator('.reading-caret').waitFor();
  const blinks = await page
    .locator('.reading-caret')
    .evaluate((caret) => getComputedStyle(caret).animationName);
  expect(blinks).toBe('none');
  expect(await objections()).toEqual([]);
  for (const theme of ['Light', 'Sepia', 'Dark']) {
    await page.keyboard.press('Control+,');
    await page.getByRole('radio', { name: theme }).click();
    await page.keyboard.press('Escape');
    await page.getByTestId('reader').focus();
    await findKey(page, 'note');
    await keyOf(page, 'mark.note').press('Enter');
    expect(await objections(), theme).toEqual([]);
    await page.keyboard.press('h');
    await page.getByText('H belongs to').waitFor();
    expect(await objections(), theme).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
});
