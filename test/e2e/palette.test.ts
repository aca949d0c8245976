import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/app.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { saved, waitForCards } from '../support/pages.ts';

const harbour = `# Harbour inquiry

The harbour office opened at six. Nobody told the pilots.

${'A paragraph about the weather and the sea.\n\n'.repeat(60)}

## On the quay

The café sold coffee again.
`;

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? null);

async function ask(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette').waitFor();
  await page.keyboard.type(words);
}

const chosen = (page: Page) => page.getByTestId('palette').getByRole('option', { selected: true });

async function gone(page: Page): Promise<void> {
  await page.getByTestId('palette').waitFor({ state: 'detached' });
}

describe('the palette, by keys alone', () => {
  let folder = '';
  let app: RunningApp | null = null;
  beforeEach(async () => {
    folder = await makeFolder();
    await writeFile(path.join(folder, 'harbour.md'), harbour);
    await writeFile(path.join(folder, 'notes.md'), '# Field notes\n\nWind from the west.\n');
  });
  afterEach(async () => {
    await app?.close();
    app = null;
    await removeFolder(folder);
  });

  it('runs commands, opens texts, goes to headings and marks, and gives the focus back', async () => {
    app = await launchApp({
      library: path.join(folder, 'library'),
      userData: path.join(folder, 'user-data'),
      args: [path.join(folder, 'notes.md'), path.join(folder, 'harbour.md')],
      size: { width: 1440, height: 900 },
    });
    const { page } = app;
    const { keyboard } = page;
    await page.getByRole('heading', { name: 'Harbour inquiry' }).first().waitFor();
    await page.getByTestId('reader').focus();

    // A command acts on what was selected before the palette came.
    await keyboard.press('s');
    await keyboard.press('s');
    await page.getByTestId('selection-toolbar').waitFor();
    const selected = () => page.evaluate(() => getSelection()?.toString());
    const passage = await selected();
    await ask(page, '>tag');
    await keyboard.press('Escape');
    await gone(page);
    await expect.poll(selected).toBe(passage);
    await page.getByTestId('selection-toolbar').waitFor();
    await ask(page, '>tag');
    await expect.poll(() => chosen(page).textContent()).toContain('Tag');
    await keyboard.press('Enter');
    await gone(page);
    await page.getByTestId('tag-box').waitFor();
    await keyboard.type('claim');
    await keyboard.press('Enter');
    await waitForCards(page, 1);
    await saved(page);

    // A heading, with the focus in the text.
    await ask(page, '@quay');
    await chosen(page).getByText('On the quay').waitFor();
    await keyboard.press('Enter');
    await gone(page);
    await page.getByText('The café sold coffee again.').waitFor();
    await expect
      .poll(() =>
        page.evaluate(() => {
          const heading = [...document.querySelectorAll('h2')].find(
            ({ textContent }) => textContent === 'On the quay',
          );
          const top = heading?.getBoundingClientRect().top ?? -1;
          return top > 0 && top < innerHeight;
        }),
      )
      .toBe(true);
    await expect.poll(() => focused(page)).toBe('reader');

    // Another text; the mark of the first is found from there, and Enter goes to it.
    await ask(page, '/field');
    await chosen(page).getByText('Field notes').waitFor();
    await keyboard.press('Enter');
    await page.getByText('Wind from the west.').waitFor();
    await expect.poll(() => focused(page)).toBe('reader');
    await ask(page, '"office six');
    const found = page.getByTestId('palette').getByRole('option').filter({ hasText: 'harbour' });
    await found.waitFor();
    expect(await found.locator('b').allTextContents()).toEqual(['office', 'six']);
    await keyboard.press('Enter');
    await page.getByText('Nobody told the pilots.').waitFor();
    await page.getByTestId('mark-toolbar').waitFor();

    // A tag filters the marks; the focus is in their field.
    await ask(page, '#claim');
    await chosen(page).getByText('1 mark', { exact: true }).waitFor();
    await keyboard.press('Enter');
    await gone(page);
    await page.locator('.mark-filters-shown').getByText('1 of 1').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('type')))
      .toBe('search');

    // What cannot be done says why, and Enter leaves it be; Escape gives the focus back.
    await page.getByTestId('reader').focus();
    await keyboard.press('Escape');
    await page.getByTestId('mark-toolbar').waitFor({ state: 'detached' });
    await ask(page, '>delete mark');
    await chosen(page).getByText('no mark is active').waitFor();
    await keyboard.press('Enter');
    await chosen(page).getByText('no mark is active').waitFor();
    await keyboard.press('Escape');
    await gone(page);
    await expect.poll(() => focused(page)).toBe('reader');

    // Without words, what was chosen here comes first, the last on top.
    await ask(page, '');
    await expect.poll(() => chosen(page).textContent()).toContain('claim');
    await page.getByTestId('palette').getByText('Lately used').waitFor();
    await keyboard.type('nothing has such a name');
    await page.getByTestId('palette').getByText('Nothing has this name.').waitFor();
    await keyboard.press('Control+k');
    await gone(page);
    await expect.poll(() => focused(page)).toBe('reader');
  });
});
