import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { launchApp, type RunningApp } from '../support/app.ts';
import { call } from '../support/bridge.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { documentNamed, markAll, marksOf, numberedText, textOf } from '../support/marked-text.ts';
import { saved } from '../support/pages.ts';

const many = 200;
let folder = '';
let running: RunningApp | null = null;

async function launch(args: readonly string[] = []): Promise<RunningApp> {
  running = await launchApp({
    library: path.join(folder, 'library'),
    userData: path.join(folder, 'user-data'),
    args,
  });
  await running.page.getByTestId('reader').getByText('Buoy 1 lay').waitFor();
  return running;
}

/** A library with a text that bears 200 marks of one tag, made in one edit. */
async function launchMarked(): Promise<{ readonly page: Page; readonly id: string }> {
  const { page } = await launch([path.join(folder, 'Buoys.txt')]);
  const id = await documentNamed(page, 'Buoys');
  const patch = markAll(id, await textOf(page, id), 'buoy');
  const made = await call(page, 'edit.apply', { patch });
  if (!made.ok) throw new Error(made.error.message);
  await page.reload();
  await page.getByTestId('tag-row').filter({ hasText: 'buoy' }).waitFor();
  await page.getByTestId('mark-card').first().waitFor();
  return { page, id };
}

async function openPanel(name: 'history' | 'bin' | 'backups') {
  if (running === null) throw new Error('the app is not running');
  await running.chooseMenu(`view.${name}`);
  const panel = running.page.getByTestId(`${name}-panel`);
  await panel.waitFor();
  return panel;
}

async function removeTag(page: Page): Promise<void> {
  const row = page.getByTestId('tag-row').filter({ hasText: 'buoy' });
  await row.click();
  await page.keyboard.press('Delete');
  await page.getByText('Tag “buoy” deleted').waitFor();
  await saved(page);
}

const undoByToast = (page: Page, said: string | RegExp) =>
  page.locator('.toast').filter({ hasText: said }).getByRole('button', { name: 'Undo' }).click();

beforeEach(async () => {
  folder = await makeFolder();
  await writeFile(path.join(folder, 'Buoys.txt'), numberedText(many));
});
afterEach(async () => {
  await running?.close();
  running = null;
  await removeFolder(folder);
});

describe('nothing is lost', () => {
  it('a tag deleted from 200 marks comes back with all of them by an undo after a restart', async () => {
    const first = await launchMarked();
    expect(await marksOf(first.page, first.id)).toEqual({ marks: many, tagged: many });
    await removeTag(first.page);
    expect(await marksOf(first.page, first.id)).toEqual({ marks: many, tagged: 0 });
    await running?.close();

    const { page } = await launch();
    expect(await page.getByTestId('tag-row').filter({ hasText: 'buoy' }).count()).toBe(0);
    await page.getByTestId('reader').press('Control+z');
    const row = page.getByTestId('tag-row').filter({ hasText: 'buoy' });
    await row.filter({ hasText: String(many) }).waitFor();
    expect(await marksOf(page, first.id)).toEqual({ marks: many, tagged: many });
    await page.getByTestId('mark-card').filter({ hasText: 'buoy' }).first().waitFor();
  });

  it('goes back three edits in the history, and takes that back too', async () => {
    const { page, id } = await launchMarked();
    await page.getByTestId('reader').focus();
    for (let at = 0; at < 2; at++) {
      await page.keyboard.press('s');
      await page.keyboard.press('h');
    }
    await saved(page);
    await removeTag(page);
    expect(await marksOf(page, id)).toEqual({ marks: many + 2, tagged: 0 });

    const panel = await openPanel('history');
    const rows = panel.getByTestId('history-row');
    await rows.filter({ hasText: 'Delete tag' }).waitFor();
    // The newest edit has the focus as soon as it is drawn.
    await panel.locator('[data-testid="history-row"]:focus').waitFor();
    for (let at = 0; at < 3; at++) await page.keyboard.press('ArrowDown');
    await panel.getByText('Takes back 3 edits.').waitFor();
    await page.keyboard.press('Enter');
    await panel.waitFor({ state: 'detached' });
    await expect.poll(() => marksOf(page, id)).toEqual({ marks: many, tagged: many });
    await page
      .getByTestId('tag-row')
      .filter({ hasText: 'buoy' })
      .filter({ hasText: String(many) })
      .waitFor();

    await undoByToast(page, '3 edits taken back');
    await expect.poll(() => marksOf(page, id)).toEqual({ marks: many + 2, tagged: 0 });
  });

  it('restores a removed text from the bin with its marks, after a restart', async () => {
    const first = await launchMarked();
    await first.page
      .getByTestId('library-pane')
      .getByRole('button', { name: /^Buoys/ })
      .focus();
    await first.page.keyboard.press('Delete');
    await first.page.getByText('“Buoys” removed from the library').waitFor();
    await running?.close();

    running = await launchApp({
      library: path.join(folder, 'library'),
      userData: path.join(folder, 'user-data'),
    });
    const { page } = running;
    await page.getByTestId('library-pane').waitFor();
    const panel = await openPanel('bin');
    const row = panel.getByTestId('bin-row').filter({ hasText: `with ${String(many)} marks` });
    // The dialog gives the first row the focus when it is drawn.
    await panel.locator('[data-testid="bin-row"]:focus').waitFor();
    await row.focus();
    await page.keyboard.press('Space');
    await panel.getByText('1 selected').waitFor();
    await panel.getByRole('button', { name: 'Restore' }).click();
    await panel.waitFor({ state: 'detached' });
    await page
      .getByTestId('library-pane')
      .getByRole('button', { name: /^Buoys/ })
      .click();
    await page.getByTestId('mark-card').first().waitFor();
    expect(await marksOf(page, first.id)).toEqual({ marks: many, tagged: many });
  });

  it('asks once before the bin is emptied, with no as the first answer', async () => {
    const { page } = await launchMarked();
    await page.getByTestId('mark-card').first().getByRole('button').first().focus();
    await page.keyboard.press('Delete');
    await page.getByText('Mark deleted').first().waitFor();
    await saved(page);
    const panel = await openPanel('bin');
    await panel.getByTestId('bin-row').waitFor();
    await panel.getByRole('button', { name: 'Empty bin…' }).click();
    await page.getByText(/^1 mark of other texts will be gone for good/).waitFor();
    await page.keyboard.press('Enter');
    await panel.getByTestId('bin-row').waitFor();
    await panel.getByRole('button', { name: 'Empty bin…' }).click();
    await page.getByRole('button', { name: 'Empty bin', exact: true }).click();
    await panel.getByText('The bin is empty').waitFor();
  });

  it('restores marks from a backup made by hand, and takes that back too', async () => {
    const { page, id } = await launchMarked();
    let panel = await openPanel('backups');
    await panel.getByRole('button', { name: 'Back up now' }).click();
    const row = panel.getByTestId('backup-row').filter({ hasText: 'Made by you' });
    await row.filter({ hasText: /\d+ marks/ }).waitFor();
    // What was just made is what is chosen.
    await panel.getByText('The library is the same as this backup.').waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });

    const cards = page.getByTestId('mark-card');
    await cards.first().getByRole('button').first().focus();
    for (let at = 0; at < 3; at++) await page.keyboard.press('Delete');
    await expect.poll(() => marksOf(page, id)).toMatchObject({ marks: many - 3 });

    panel = await openPanel('backups');
    await panel.getByTestId('backup-row').filter({ hasText: 'Made by you' }).click();
    await panel.getByText('Would bring back 3 marks.').waitFor();
    await panel.getByRole('button', { name: 'Restore' }).click();
    await panel.waitFor({ state: 'detached' });
    await expect.poll(() => marksOf(page, id)).toEqual({ marks: many, tagged: many });
    await undoByToast(page, /Restored from the backup/);
    await expect.poll(() => marksOf(page, id)).toMatchObject({ marks: many - 3 });
  });
});
