import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { addMark } from '../../core/edit/marks.ts';
import { addTag, newTag } from '../../core/edit/tags.ts';
import {
  countingStamp,
  mark,
  open,
  sampleDocument,
  value,
  wordSpans,
} from '../main/store/workshop.ts';
import { launchApp } from '../support/app.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';

/** Two texts with three marks each: all bear `ship`, the first of each `port` too and a note. */
async function makeLibrary(folder: string): Promise<void> {
  const library = await open(folder);
  const stamp = countingStamp(7);
  const ship = newTag('ship', 'blue', null, stamp);
  const port = newTag('port', 'green', null, stamp);
  for (const tag of [ship, port]) value(await library.apply(addTag(tag, stamp)));
  for (const title of ['Ants', 'Bees']) {
    const { entry } = value(await library.add(sampleDocument(title)));
    const { text } = value(await library.content(entry.id));
    for (const [at, span] of wordSpans(text).slice(0, 3).entries()) {
      const more = at === 0 ? { tags: [ship.id, port.id], note: 'Ask.' } : { tags: [ship.id] };
      const made = mark(entry.id, text, span.start, span.end, stamp, more);
      value(await library.apply(addMark(made, stamp)));
    }
  }
  await library.close();
}

it('filters the marks of all texts; a filter chosen right after another counts too', async () => {
  const folder = await makeFolder();
  onTestFinished(() => removeFolder(folder));
  await makeLibrary(path.join(folder, 'library'));
  const app = await launchApp({
    library: path.join(folder, 'library'),
    userData: path.join(folder, 'user-data'),
  });
  onTestFinished(() => app.close());
  const { page } = app;
  await page.getByRole('button', { name: /Bees/ }).first().click();
  await page.getByTestId('tag-row').first().waitFor();
  const shown = page.locator('.mark-filters-shown');
  await page.getByText('All texts', { exact: true }).click();
  await page.getByTestId('tag-row').filter({ hasText: 'ship' }).click();
  await shown.getByText('6 of 6').waitFor();
  await page.getByTestId('tag-row').filter({ hasText: 'port' }).click();
  await shown.getByText('2 of 6').waitFor();
  await page.getByTestId('tag-row').filter({ hasText: 'port' }).click();
  await page.waitForFunction(
    () => document.querySelector('.mark-filters-shown')?.textContent === '',
  );

  // Both presses in one task: the answer to the first cannot have come.
  await page.evaluate(() => {
    const press = (found: Element | null | undefined): void => (found as HTMLElement).click();
    press(
      [...document.querySelectorAll('[data-testid="tag-row"]')]
        .find((row) => row.textContent.includes('ship'))
        ?.querySelector('.tag-main'),
    );
    press(
      [...document.querySelectorAll('.mark-filters-chips button')].find((chip) =>
        chip.textContent.includes('note'),
      ),
    );
  });
  await shown.getByText('2 of 6').waitFor();
  expect(
    await page.getByTestId('tag-row').filter({ hasText: 'ship' }).getAttribute('data-filtered'),
  ).toBe('true');
});
