import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/app.ts';
import { articleText, tenPassages } from '../support/article.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { cards, dragSelect, highlighted, pickTag, saved, waitForCards } from '../support/pages.ts';

const article = articleText();
const sentence = '“Nobody told us,” said the pilot on duty, “that the buoys had moved.”';
const nextSentence =
  'By noon fourteen ships waited outside the bar, and two had left for other ports.';

describe('reading, marking and finding again', () => {
  let folder = '';
  let app: RunningApp | null = null;
  const launch = async (args: readonly string[] = []): Promise<RunningApp> => {
    app = await launchApp({
      library: path.join(folder, 'library'),
      userData: path.join(folder, 'user-data'),
      args,
    });
    return app;
  };

  beforeEach(async () => {
    folder = await makeFolder();
    await writeFile(path.join(folder, 'article.txt'), article);
  });
  afterEach(async () => {
    await app?.close();
    app = null;
    await removeFolder(folder);
  });

  it('with the mouse: open, select, highlight, tag, note, quit, start, find, undo, export', async () => {
    const first = await launch([path.join(folder, 'article.txt')]);
    let { page } = first;
    await page.getByTestId('reader').getByText('The harbour office opened').waitFor();

    await dragSelect(page, sentence);
    await page
      .getByTestId('selection-toolbar')
      .getByRole('button', { name: /yellow/i })
      .click();
    await waitForCards(page, 1);
    expect(await highlighted(page)).toEqual([sentence]);

    await page.getByTestId('reader').press('t');
    await pickTag(page, 'eyewitness', 'create');
    await page.getByTestId('reader').press('n');
    await page.getByTestId('note-editor').getByRole('textbox').fill('Ask the **pilot** again.');
    await page.keyboard.press('Control+Enter');
    await saved(page);
    await first.close();

    ({ page } = await launch());
    await waitForCards(page, 1);
    await page.getByTestId('tag-row').filter({ hasText: 'eyewitness' }).click();
    const card = cards(page).first();
    expect(await card.innerText()).toContain('Nobody told us');
    expect(await card.innerText()).toContain('Ask the pilot again.');
    await card.click();
    expect(await highlighted(page)).toEqual([sentence]);

    // Three edits were made before the restart: note, tag, highlight. Undo takes them back one by one.
    await page.getByTestId('reader').press('Control+z');
    await page.waitForFunction(
      () => !document.querySelector('[data-testid="mark-card"]')?.textContent.includes('Ask the'),
    );
    await page.getByTestId('reader').press('Control+Shift+z');
    await page.waitForFunction(() =>
      document.querySelector('[data-testid="mark-card"]')?.textContent.includes('Ask the'),
    );

    const target = path.join(folder, 'marks.md');
    const running = app;
    if (running === null) throw new Error('the app is not running');
    await running.answerSaveDialog(target);
    await running.chooseMenu('export.markdown');
    await page.getByText(/Exported to/).waitFor();
    const markdown = await readFile(target, 'utf8');
    expect(markdown).toContain(sentence);
    expect(markdown).toContain('#eyewitness');
  });

  it('by keyboard alone', async () => {
    const first = await launch([path.join(folder, 'article.txt')]);
    let { page } = first;
    await page.getByTestId('reader').getByText('The harbour office opened').waitFor();
    const { keyboard } = page;
    await page.getByTestId('reader').focus();

    // The first sentence, then the second.
    await keyboard.press('s');
    await keyboard.press('s');
    await keyboard.press('h');
    await waitForCards(page, 1);
    expect(await highlighted(page)).toEqual([sentence]);

    await keyboard.press('t');
    await page.getByTestId('tag-box').waitFor();
    await keyboard.type('witness');
    await keyboard.press('Enter');
    await page.getByTestId('tag-row').filter({ hasText: 'witness' }).waitFor();
    await keyboard.press('n');
    await page.getByTestId('note-editor').waitFor();
    await keyboard.type('Who is *us*?');
    await keyboard.press('Control+Enter');

    // On from the mark that was made, not from the top.
    await keyboard.press('s');
    await keyboard.press('h');
    await waitForCards(page, 2);
    expect(await highlighted(page)).toEqual(expect.arrayContaining([sentence, nextSentence]));
    await saved(page);
    await first.close();

    ({ page } = await launch());
    await waitForCards(page, 2);
    await page.getByTestId('reader').focus();
    await page.keyboard.press('j');
    await page.keyboard.press('Delete');
    await waitForCards(page, 1);
    await page.keyboard.press('Control+z');
    await waitForCards(page, 2);
    expect(await cards(page).first().innerText()).toContain('witness');
  });

  it('keeps ten marks through a kill right after the last is saved', async () => {
    const first = await launch([path.join(folder, 'article.txt')]);
    await first.page.getByTestId('reader').getByText('The harbour office opened').waitFor();
    for (const [at, quote] of tenPassages.entries()) {
      await dragSelect(first.page, quote);
      await first.page.getByTestId('reader').press('t');
      await pickTag(first.page, `tag ${String((at % 3) + 1)}`, at < 3 ? 'create' : 'known');
      await waitForCards(first.page, at + 1);
    }
    await saved(first.page);
    await first.kill();

    const { page } = await launch();
    await waitForCards(page, 10);
    expect((await highlighted(page)).sort()).toEqual([...tenPassages].sort());
    for (const [at, card] of (await cards(page).all()).entries()) {
      expect(await card.innerText()).toContain(`tag ${String((at % 3) + 1)}`);
    }
  });
});
