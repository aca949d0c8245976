import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/app.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { makeDocx } from '../support/make-docx.ts';
import { makeEpub } from '../support/make-epub.ts';
import { dragSelect, highlighted, pickTag, saved, waitForCards } from '../support/pages.ts';

const said = 'By noon fourteen ships waited outside the bar';
const filler = 'The log of the pilots is kept in a hand that presses hard on the paper. '.repeat(3);
const fill = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${String(at + 1)}. ${filler}`);

/** Two chapters, a part of a word in italics, a note at the end, and a table of contents. */
function epub(): Uint8Array {
  const page = (title: string, inside: string) => `<h1>${title}</h1>${inside}`;
  const filled = fill(40).map((text) => `<p>${text}</p>`);
  return makeEpub({
    metadata:
      '<dc:title>The Buoys</dc:title><dc:creator>Ilse Maren</dc:creator><dc:language>en</dc:language>',
    documents: [
      {
        name: 'one.xhtml',
        body: page(
          'The quay',
          `<p>${said.replace('fourteen', '<em>four</em>teen')}.<a epub:type="noteref" href="notes.xhtml#n1">1</a></p>${filled.join('')}`,
        ),
      },
      {
        name: 'two.xhtml',
        body: page('The log', '<p>The light was dark for sixty-one hours.</p>'),
      },
      {
        name: 'notes.xhtml',
        body: '<h1>Notes</h1><aside epub:type="footnote" id="n1"><p>As the harbour office counted them.</p></aside>',
      },
    ],
    nav: '<nav epub:type="toc"><ol><li><a href="one.xhtml">The quay</a></li><li><a href="two.xhtml">The log</a></li></ol></nav>',
  });
}

function docx(): Uint8Array {
  return makeDocx({
    title: 'The Buoys',
    author: 'Ilse Maren',
    blocks: [
      { heading: 1, text: 'The quay' },
      {
        runs: [
          { text: 'By noon ' },
          { text: 'four', bold: true },
          { text: 'teen ships waited outside the bar' },
          { text: '.', footnote: 'As the harbour office counted them.' },
        ],
      },
      ...fill(40).map((paragraph) => ({ paragraph })),
      { heading: 1, text: 'The log' },
      { paragraph: 'The light was dark for sixty-one hours.' },
    ],
  });
}

/** Whether words stand where they can be read. */
const onScreen = (page: Page, words: string): Promise<boolean> =>
  page.evaluate((wanted) => {
    const leaf = [...document.querySelectorAll('.text [data-start]')].find(({ textContent }) =>
      textContent.includes(wanted),
    );
    const box = leaf?.getBoundingClientRect();
    return box !== undefined && box.top > 0 && box.bottom < innerHeight;
  }, words);

describe.each([
  { kind: 'an EPUB', name: 'buoys.epub', make: epub },
  { kind: 'a Word document', name: 'buoys.docx', make: docx },
])('$kind', ({ name, make }) => {
  let folder = '';
  let app: RunningApp | null = null;
  beforeEach(async () => {
    folder = await makeFolder();
    await writeFile(path.join(folder, name), make());
  });
  afterEach(async () => {
    await app?.close();
    app = null;
    await removeFolder(folder);
  });
  const start = async (args: readonly string[] = []): Promise<Page> => {
    app = await launchApp({
      library: path.join(folder, 'library'),
      userData: path.join(folder, 'user-data'),
      args,
      size: { width: 1280, height: 860 },
    });
    await app.page.getByTestId('reader').getByText('waited outside the bar').waitFor();
    return app.page;
  };

  it('is read, marked, tagged, and has its mark on the same words after a restart', async () => {
    let page = await start([path.join(folder, name)]);
    await page.getByTestId('reader').getByText('Ilse Maren').waitFor();
    expect(await page.getByTestId('reader').locator('em, strong').first().innerText()).toBe('four');

    await dragSelect(page, said);
    await page.keyboard.press('h');
    await waitForCards(page, 1);
    await page.keyboard.press('t');
    await pickTag(page, 'counted', 'create');
    await saved(page);
    expect((await highlighted(page)).join('')).toBe(said);

    // To the note and back to the words, then to the other chapter by the contents.
    await page.getByTestId('reader').locator('a[data-target]').first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => onScreen(page, 'As the harbour office')).toBe(true);
    await page.keyboard.press('Alt+z');
    await expect.poll(() => onScreen(page, said)).toBe(true);
    await page.keyboard.press('Control+3');
    await page.getByTestId('contents').getByRole('button', { name: 'The log' }).press('Enter');
    await expect.poll(() => onScreen(page, 'sixty-one hours')).toBe(true);
    await app?.close();

    page = await start();
    await waitForCards(page, 1);
    await page.getByTestId('mark-card').first().click();
    await expect.poll(() => onScreen(page, said)).toBe(true);
    expect((await highlighted(page)).join('')).toBe(said);
    await page.getByTestId('mark-card').getByText('counted').waitFor();

    await page.getByTestId('reader').focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('fourteen ships');
    await page.getByTestId('find-count').getByText('1 of 1', { exact: true }).waitFor();
    await page.keyboard.press('Escape');

    // From another text, among the marks of all texts.
    const pane = page.getByTestId('library-pane');
    await pane
      .getByRole('button', { name: /Welcome/ })
      .first()
      .click();
    await page
      .getByTestId('reader')
      .getByRole('heading', { name: /Welcome/ })
      .waitFor();
    await page.getByText('All texts', { exact: true }).click();
    await page.getByRole('searchbox').fill('fourteen ships');
    await page.locator('.mark-filters-shown').getByText('1 of').waitFor();
    await page.getByRole('searchbox').press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => onScreen(page, said)).toBe(true);
    expect((await highlighted(page)).join('')).toBe(said);
  });
});
