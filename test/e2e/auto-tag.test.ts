import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/app.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { focusIn, saved, waitForCards } from '../support/pages.ts';

const ships = (name: string, count: number): string =>
  `# ${name}\n\n${Array.from(
    { length: count },
    (_, at) => `Ship ${String(at + 1)} left the harbour. Nobody told the pilots about the sea.`,
  ).join('\n\n')}\n`;

const panel = (page: Page) => page.getByTestId('auto-tag');
const hits = (page: Page, state: string) =>
  panel(page).locator(`[data-testid="rule-hit"][data-state="${state}"]`);
const counts = (page: Page, text: string) =>
  page.getByTestId('rule-counts').getByText(text, { exact: true });
const focusedText = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent.slice(0, 80) ?? '');
const focusedName = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);

describe('auto-tag, by keys alone', () => {
  let folder = '';
  let app: RunningApp | null = null;
  beforeEach(async () => {
    folder = await makeFolder();
    await writeFile(path.join(folder, 'one.md'), ships('One', 5));
    await writeFile(path.join(folder, 'two.md'), ships('Two', 3));
  });
  afterEach(async () => {
    await app?.close();
    app = null;
    await removeFolder(folder);
  });

  it('takes and leaves passages, tags them in one step, keeps the rule and finds what is new', async () => {
    app = await launchApp({
      library: path.join(folder, 'library'),
      userData: path.join(folder, 'user-data'),
      args: [path.join(folder, 'one.md')],
      size: { width: 1440, height: 900 },
    });
    const { page } = app;
    const { keyboard } = page;
    await page.getByRole('heading', { name: 'One' }).first().waitFor();
    await page.getByTestId('reader').focus();
    await keyboard.press('Control+Shift+k');
    await panel(page).waitFor();

    // What is wrong is said with its place.
    await keyboard.type('ship AND (left');
    await page
      .getByRole('alert')
      .getByText(/At character 10: /)
      .waitFor();
    await keyboard.type(' harbour)');
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await keyboard.press('Enter');
    await expect.poll(() => hits(page, 'undecided').count()).toBe(5);
    await expect.poll(() => focusedText(page)).toContain('Ship 1 left the harbour.');
    expect(await hits(page, 'undecided').first().locator('b').allTextContents()).toEqual([
      'Ship',
      'left',
      'harbour',
    ]);

    // Take, leave, back, leave alone, forward, all others.
    await keyboard.press('y');
    await keyboard.press('x');
    await expect.poll(() => focusedText(page)).toContain('Ship 3');
    await keyboard.press('k');
    await expect.poll(() => focusedText(page)).toContain('Ship 2');
    await keyboard.press('j');
    await expect.poll(() => hits(page, 'undecided').count()).toBe(3);
    await keyboard.press('a');
    await expect.poll(() => hits(page, 'taken').count()).toBe(4);
    await page.getByTestId('rule-counts').getByText('Say which tags they get.').waitFor();

    // The tags, and one step.
    await panel(page).getByRole('combobox').focus();
    await keyboard.type('shipping');
    await keyboard.press('Enter');
    await counts(page, '4 taken, 1 left, 0 undecided').waitFor();
    await panel(page).getByRole('button', { name: 'Tag 4 passages' }).focus();
    await keyboard.press('Enter');
    await page.getByTestId('rule-counts').getByText('4 passages tagged').waitFor();
    await expect.poll(() => focusedName(page)).toBe('Words to look for');

    // Of those nothing is offered again; the query is kept as a rule.
    await keyboard.press('Enter');
    await expect.poll(() => hits(page, 'undecided').count()).toBe(1);
    await panel(page).getByText('1 passage found, 4 already tagged').waitFor();
    await panel(page).getByRole('button', { name: 'Save as rule…' }).focus();
    await keyboard.press('Enter');
    await keyboard.type('Departures');
    await keyboard.press('Enter');
    await panel(page).getByRole('button', { name: 'Rules (1)' }).waitFor();
    await keyboard.press('Escape');
    await panel(page).waitFor({ state: 'detached' });
    await focusIn(page, 'reader');
    await waitForCards(page, 4);
    await saved(page);

    // One undo for all: the rule first, then the marks.
    await keyboard.press('Control+z');
    await waitForCards(page, 4);
    await keyboard.press('Control+z');
    await waitForCards(page, 0);
    await keyboard.press('Control+Shift+z');
    await keyboard.press('Control+Shift+z');
    await waitForCards(page, 4);

    // Another text comes: the rule says how much is new there, and looks in it.
    await app.answerOpenDialog([path.join(folder, 'two.md')]);
    await keyboard.press('Control+o');
    await page.getByRole('heading', { name: 'Two' }).first().waitFor();
    await keyboard.press('Control+Shift+k');
    await panel(page).getByRole('button', { name: 'Rules (1)' }).focus();
    await keyboard.press('Enter');
    const rule = page.getByTestId('rule');
    await rule.getByText('Departures').waitFor();
    await rule.getByText(/\d new/).waitFor();
    await expect.poll(() => focusedName(page)).toBe('Open Departures');
    await keyboard.press('Enter');
    await hits(page, 'undecided').first().waitFor();
    await expect.poll(() => focusedText(page)).toContain('Ship 1');
    await keyboard.press('a');
    await panel(page)
      .getByRole('button', { name: /^Tag \d passages$/ })
      .focus();
    await keyboard.press('Enter');
    await page
      .getByTestId('rule-counts')
      .getByText(/passages tagged/)
      .waitFor();
    await keyboard.press('Escape');
    await waitForCards(page, 3);
    await page.getByTestId('mark-card').first().getByText('by rule Departures').waitFor();
  });
});
