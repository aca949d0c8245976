import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/app.ts';
import { articleText } from '../support/article.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { saved } from '../support/pages.ts';

describe('by the keyboard alone', () => {
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

  const open = async (args: readonly string[] = []): Promise<Page> => {
    app = await launchApp({
      library: path.join(folder, 'library'),
      userData: path.join(folder, 'user-data'),
      args,
      size: { width: 1440, height: 900 },
    });
    const { page } = app;
    await page.getByTestId('reader').getByText('The harbour office opened').waitFor();
    // What stands around the text comes last.
    await page.locator('.tag-strip').waitFor();
    await page.getByTestId('reader').focus();
    return page;
  };
  const said = (page: Page, words: string | RegExp) =>
    page.getByTestId('announcement').getByText(words).waitFor();
  const hasFocus = (page: Page): Promise<unknown> =>
    page.waitForFunction(() => document.activeElement?.matches('[data-testid="reader"]'));

  it('a memo is written, kept on a pause and by Escape, read again after a restart, and undone at once', async () => {
    let page = await open([path.join(folder, 'article.txt')]);
    await page.keyboard.press('Control+Shift+m');
    await page.getByRole('dialog', { name: 'Memo on “Article”' }).waitFor();
    const memo = page.getByTestId('memo');
    const row = page.locator('.library-row').filter({ hasText: 'Article' });
    await page.keyboard.type('## Why');
    // Nothing was pressed: the pause kept it.
    await row.getByText(/, memo$/).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Nobody **told** them.');
    await memo.getByRole('radio', { name: 'Read' }).press('Enter');
    await memo.getByRole('heading', { name: 'Why' }).waitFor();
    expect(await memo.locator('strong').innerText()).toBe('told');
    await page.keyboard.press('Escape');
    await memo.waitFor({ state: 'detached' });
    await said(page, 'Memo saved');
    await hasFocus(page);
    await app?.close();

    page = await open();
    await page.keyboard.press('Control+Shift+m');
    const field = page.getByRole('textbox', { name: 'Memo' });
    expect(await field.inputValue()).toBe('## Why\nNobody **told** them.');
    await page.keyboard.press('Escape');
    await hasFocus(page);
    await page.keyboard.press('Control+z');
    await said(page, 'Undone: write memo');
    await page
      .locator('.library-row')
      .getByText(/, memo$/)
      .waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+z');
    await page
      .locator('.library-row')
      .getByText(/, memo$/)
      .waitFor();
    await page.keyboard.press('Control+Shift+m');
    expect(await field.inputValue()).toBe('## Why\nNobody **told** them.');
    await field.press('Control+a');
    await field.press('Delete');
    await field.press('Control+Enter');
    await said(page, 'Memo removed');
    await page
      .locator('.library-row')
      .getByText(/, memo$/)
      .waitFor({ state: 'detached' });
  });

  it('a memo on the library is kept though the window closes over it', async () => {
    let page = await open([path.join(folder, 'article.txt')]);
    await app?.chooseMenu('memo.library');
    const field = page.getByRole('textbox', { name: 'Memo' });
    await field.waitFor();
    await page.keyboard.type('What did the pilots know?');
    await app?.close();

    page = await open();
    await app?.chooseMenu('memo.library');
    await page.getByRole('dialog', { name: 'Memo on the library' }).waitFor();
    const again = page.getByRole('textbox', { name: 'Memo' });
    expect(await again.inputValue()).toBe('What did the pilots know?');
    await page.keyboard.press('Escape');
    await saved(page);
  });

  it('a bookmark is set, gone to from the contents and by its key, undone and removed', async () => {
    const more = Array.from({ length: 60 }, (_, index) => `Paragraph ${index + 1} says little.`);
    await writeFile(path.join(folder, 'article.txt'), [articleText(), ...more].join('\n\n'));
    const page = await open([path.join(folder, 'article.txt')]);
    const { keyboard } = page;
    const text = page.getByTestId('reader');
    const isOnScreen = async (words: string): Promise<boolean> => {
      const box = await text.getByText(words).last().boundingBox();
      return box !== null && box.y > 40 && box.y < 860;
    };
    const onScreen = (words: string) => expect.poll(() => isOnScreen(words)).toBe(true);
    const [top, end] = ['The harbour office opened', 'Paragraph 60 says'];
    await keyboard.press('b');
    await said(page, /^Bookmark set: /);
    await saved(page);
    await keyboard.press('F7');
    await keyboard.press('Control+End');
    await onScreen(end);
    await said(page, /Paragraph 60/);
    await keyboard.press('Control+ArrowUp');
    await keyboard.press('b');
    await said(page, /^Bookmark set: Paragraph 60/);
    await keyboard.press('Alt+Shift+B');
    await onScreen(top);
    expect(await isOnScreen(end)).toBe(false);
    await keyboard.press('F7');

    await keyboard.press('Control+3');
    const list = page.getByTestId('bookmarks').getByRole('button');
    await list.nth(1).waitFor();
    await keyboard.press('Home');
    await keyboard.press('ArrowDown');
    expect(await list.nth(1).innerText()).toMatch(/^Paragraph 60 says/);
    await keyboard.press('Enter');
    await page.getByTestId('contents').waitFor({ state: 'detached' });
    await hasFocus(page);
    await onScreen(end);
    await keyboard.press('Alt+Shift+B');
    await onScreen(top);
    await keyboard.press('Alt+B');
    await said(page, /^Bookmark: Paragraph 60 says/);
    await onScreen(end);
    await keyboard.press('b');
    await said(page, /^Bookmark removed: /);
    await keyboard.press('Control+z');
    await said(page, 'Undone: delete');

    await keyboard.press('Control+3');
    await list.nth(1).waitFor();
    await keyboard.press('Home');
    await keyboard.press('Delete');
    await said(page, /^Bookmark removed: /);
    await expect.poll(() => list.count()).toBe(1);
    expect(await list.first().evaluate((row) => row === document.activeElement)).toBe(true);
    await keyboard.press('Delete');
    await page.getByTestId('bookmarks').waitFor({ state: 'detached' });
    expect(
      await page.evaluate(
        () => document.activeElement?.closest('[data-testid="contents"]') !== null,
      ),
    ).toBe(true);
  });
});
