import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/app.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { highlighted, waitForCards } from '../support/pages.ts';

/** About 4 MB; a needle stands in every thousandth paragraph. */
function bigText(): string {
  const filler = 'The harbour office opened at six, and nobody told the pilots on the quay. ';
  return Array.from({ length: 18_000 }, (_, at) =>
    at % 1000 === 999
      ? `Here lies the Zürich needle ${String(at + 1)} in the hay.`
      : `Paragraph ${String(at + 1)}. ${filler.repeat(3)}`,
  ).join('\n\n');
}

describe('finding in a big text', () => {
  let folder = '';
  let app: RunningApp | null = null;
  beforeEach(async () => {
    folder = await makeFolder();
    await writeFile(path.join(folder, 'hay.txt'), bigText());
  });
  afterEach(async () => {
    await app?.close();
    app = null;
    await removeFolder(folder);
  });

  it('finds words while it loads, goes on, marks the hit, and stops an expression that has no end', async () => {
    app = await launchApp({
      library: path.join(folder, 'library'),
      userData: path.join(folder, 'user-data'),
      args: [path.join(folder, 'hay.txt')],
    });
    const { page } = app;
    await page.getByTestId('reader').getByText('Paragraph 1.').waitFor();
    await page.getByTestId('reader').focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('zurich needle');
    const count = page.getByTestId('find-count');
    await count.getByText('1 of 18', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await count.getByText('2 of 18', { exact: true }).waitFor();
    const current = () =>
      page.evaluate(() => {
        const [part] = CSS.highlights.get('find-current') ?? [];
        return part?.startContainer.textContent ?? null;
      });
    await expect.poll(current).toContain('needle 2000 ');

    const field = page.getByRole('search').getByRole('textbox');
    await page.getByRole('button', { name: 'Regular expression' }).click();
    await field.fill('(\\w+\\s?)+$x');
    await page
      .getByRole('alert')
      .getByText(/takes too long/)
      .waitFor();
    await field.fill('needle [23]000');
    await count.getByText('1 of 2', { exact: true }).waitFor();
    await expect.poll(current).toContain('needle 2000 ');

    await page.keyboard.press('Escape');
    await page.keyboard.press('h');
    await waitForCards(page, 1);
    expect(await highlighted(page)).toEqual(['needle 2000']);
  });
});
