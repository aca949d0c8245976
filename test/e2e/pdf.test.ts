import { readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/app.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { makePdf } from '../support/make-pdf.ts';
import { highlighted, pickTag, saved, waitForCards } from '../support/pages.ts';

const lines = [
  'The harbour office opened at six, an hour late, and nobody',
  'told the pilots on the quay that the buoys had moved. By',
  'noon fourteen ships waited outside the bar, and two of them',
  'had left for other ports on the same coast.',
];

function pdf(): Uint8Array {
  return makePdf({
    pages: [0, 1, 2].map((page) => ({
      lines: [
        { text: `Chapter ${String(page + 1)}`, x: 72, y: 90, size: 20 },
        ...lines.map((text, at) => ({ text, x: 72, y: 130 + at * 18, size: 12 })),
        { text: 'The log stands on another page.', x: 72, y: 240, size: 12 },
      ],
      links: [{ words: 'on another page', to: 2 - page }],
    })),
    outline: [
      { text: 'The quay', page: 0, y: 80 },
      { text: 'The log', page: 2, y: 80 },
    ],
    info: { Title: 'Buoys' },
    labels: '0 << /S /r >>',
  });
}

/** Where the library keeps the one PDF that it has. */
async function sourceIn(library: string): Promise<string> {
  const documents = path.join(library, 'documents');
  const found = (await readdir(documents, { recursive: true })).find((name) =>
    name.endsWith('source.pdf'),
  );
  if (found === undefined) throw new Error('the library has no PDF');
  return path.join(documents, found);
}

/** How much of a page's picture is dark: ink, and not an empty page. */
const ink = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const picture = document.querySelector<HTMLCanvasElement>('.paper-picture');
    if (picture === null) return 0;
    const copy = new OffscreenCanvas(picture.width, picture.height);
    const context = copy.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, copy.width, copy.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 100) dark += 1;
    return dark / (data.length / 4);
  });

describe('a PDF', () => {
  let folder = '';
  let app: RunningApp | null = null;
  beforeEach(async () => {
    folder = await makeFolder();
    await writeFile(path.join(folder, 'buoys.pdf'), pdf());
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
      size: { width: 1300, height: 900 },
    });
    return app.page;
  };

  it('is drawn, marked on its page, read as running text, tagged, and found after a restart', async () => {
    let page = await start([path.join(folder, 'buoys.pdf')]);
    const first = page.getByTestId('paper').first();
    await expect.poll(() => ink(page), { timeout: 20_000 }).toBeGreaterThan(0.002);

    const from = await first.locator('.run', { hasText: 'noon fourteen' }).boundingBox();
    if (from === null) throw new Error('the line is not on screen');
    const y = from.y + from.height / 2;
    await page.mouse.move(from.x + 1, y);
    await page.mouse.down();
    await page.mouse.move(from.x + from.width - 1, y, { steps: 8 });
    await page.mouse.up();
    await page.keyboard.press('h');
    await waitForCards(page, 1);
    expect((await highlighted(page)).join('')).toContain('fourteen ships waited outside');

    await page.keyboard.press('t');
    await pickTag(page, 'counted', 'create');
    await saved(page);
    await page.keyboard.press('Control+4');
    await page.getByRole('article').locator('p', { hasText: 'fourteen' }).first().waitFor();
    await expect
      .poll(async () => (await highlighted(page)).join(''))
      .toContain('fourteen ships waited outside');
    expect(await page.locator('.run').count()).toBe(0);
    await page.keyboard.press('Control+4');
    await page.getByTestId('paper').first().waitFor();

    await page.keyboard.press('Control+g');
    await page.keyboard.type('iii');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'p. iii · 3 of 3' }).waitFor();
    await app?.close();

    page = await start();
    await page.getByRole('button', { name: 'p. iii · 3 of 3' }).waitFor({ timeout: 20_000 });
    await expect.poll(() => ink(page), { timeout: 20_000 }).toBeGreaterThan(0.002);
    await page.getByTestId('reader').focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('pilots on the quay');
    await page.getByTestId('find-count').getByText('of 3').waitFor();
    await page.keyboard.press('Escape');
    await waitForCards(page, 1);
    await page.getByTestId('mark-card').getByText('counted').waitFor();
    await page.getByTestId('mark-card').first().click();
    await page.getByRole('button', { name: 'p. i · 1 of 3' }).waitFor();
    await expect
      .poll(async () => (await highlighted(page)).join(''))
      .toContain('fourteen ships waited outside');
  });

  it('is gone through by its links and its contents, and back again', async () => {
    const page = await start([path.join(folder, 'buoys.pdf')]);
    const at = (place: string) => page.getByRole('button', { name: `${place} of 3` }).waitFor();
    await at('p. i · 1');
    const link = page.getByRole('link', { name: 'Link to page iii' });
    await link.focus();
    await page.keyboard.press('Enter');
    await at('p. iii · 3');
    await page.keyboard.press('Alt+z');
    await at('p. i · 1');
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-label') === 'Link to page iii',
    );

    // The text lies over the link, so that it can be selected: a press on its words follows it all the same.
    const words = await page
      .locator('.run', { hasText: 'stands on another' })
      .first()
      .boundingBox();
    if (words === null) throw new Error('the line is not on screen');
    await page.mouse.click(words.x + words.width - 20, words.y + words.height / 2);
    await at('p. iii · 3');
    await page.getByTestId('back').click();
    await at('p. i · 1');

    await page.keyboard.press('Control+3');
    await page.getByTestId('contents').getByRole('button', { name: 'The log' }).press('Enter');
    await at('p. iii · 3');
    await page.keyboard.press('Alt+z');
    await at('p. i · 1');
  });

  it('says where a page cannot be drawn, keeps its text, and draws it when asked again', async () => {
    let page = await start([path.join(folder, 'buoys.pdf')]);
    await page.getByTestId('paper').first().waitFor();
    await app?.close();
    const source = await sourceIn(path.join(folder, 'library'));
    await rename(source, `${source}.away`);

    page = await start();
    const first = page.getByTestId('paper').first();
    await first.getByRole('status').getByText('This page could not be drawn.').waitFor();
    await first.locator('.run', { hasText: 'noon fourteen' }).waitFor();
    await rename(`${source}.away`, source);
    const again = first.getByRole('button', { name: 'Try again' });
    await again.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => ink(page), { timeout: 20_000 }).toBeGreaterThan(0.002);
    await again.waitFor({ state: 'detached' });
    expect(
      await page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? null),
    ).toBe('reader');
  });
});
