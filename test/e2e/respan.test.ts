import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { launchApp } from '../support/app.ts';
import { articleText } from '../support/article.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { cards, dragSelect, highlighted, saved, waitForCards } from '../support/pages.ts';

it('an end that was dragged stays where it was put: after a restart, in the export, until it is undone', async () => {
  const folder = await makeFolder();
  const options = {
    library: path.join(folder, 'library'),
    userData: path.join(folder, 'user-data'),
  };
  await writeFile(path.join(folder, 'article.txt'), articleText());
  const first = await launchApp({ ...options, args: [path.join(folder, 'article.txt')] });
  let last = first;
  try {
    let { page } = first;
    await page.getByTestId('reader').getByText('The harbour office opened').waitFor();
    await dragSelect(page, 'fourteen ships waited');
    await page.getByTestId('selection-toolbar').getByRole('button', { name: /green/i }).click();
    await waitForCards(page, 1);

    const grip = await page.locator('.mark-handle[data-end="end"]').boundingBox();
    if (grip === null) throw new Error('no handle');
    const press = { x: grip.x + 3, y: grip.y + grip.height / 2 };
    const word = await page.evaluate(() => {
      for (const leaf of document.querySelectorAll('[data-start]')) {
        const text = leaf.firstChild;
        const at = text?.textContent?.indexOf('the bar, and') ?? -1;
        if (text === null || at === -1) continue;
        const range = document.createRange();
        range.setStart(text, at + 4);
        range.setEnd(text, at + 7);
        const box = range.getBoundingClientRect();
        return { x: box.right, y: (box.top + box.bottom) / 2 };
      }
      throw new Error('no such passage');
    });
    await page.mouse.move(press.x, press.y);
    await page.mouse.down();
    await page.mouse.move(word.x - 20, word.y, { steps: 5 });
    await page.mouse.move(word.x, word.y);
    await page.mouse.up();
    const moved = 'fourteen ships waited outside the bar';
    await cards(page).first().getByText(moved).waitFor();
    await page.getByTestId('reader').press('Alt+Shift+ArrowLeft');
    const whole = `noon ${moved}`;
    await cards(page).first().getByText(whole).waitFor();
    await saved(page);
    await first.close();

    last = await launchApp(options);
    ({ page } = last);
    await waitForCards(page, 1);
    expect(await highlighted(page)).toEqual([whole]);
    const target = path.join(folder, 'marks.md');
    await last.answerSaveDialog(target);
    await last.chooseMenu('export.markdown');
    await page.getByText(/Exported to/).waitFor();
    expect(await readFile(target, 'utf8')).toContain(whole);

    await page.getByTestId('reader').press('Control+z');
    await page.getByTestId('reader').press('Control+z');
    await cards(page).first().getByText('fourteen ships waited', { exact: true }).waitFor();
    expect(await highlighted(page)).toEqual(['fourteen ships waited']);
  } finally {
    await last.close();
    await removeFolder(folder);
  }
});
