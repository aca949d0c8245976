import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/app.ts';
import { articleText } from '../support/article.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { cards, dragSelect, highlighted, saved, waitForCards } from '../support/pages.ts';

const sentence = '“Nobody told us,” said the pilot on duty, “that the buoys had moved.”';

describe('marks', () => {
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

  const open = async (): Promise<{ running: RunningApp; page: Page }> => {
    app = await launchApp({
      library: path.join(folder, 'library'),
      userData: path.join(folder, 'user-data'),
      args: [path.join(folder, 'article.txt')],
      size: { width: 1440, height: 900 },
    });
    const { page } = app;
    await page.getByTestId('reader').getByText('The harbour office opened').waitFor();
    // What stands around the text comes last.
    await page.locator('.tag-strip').waitFor();
    await page.getByTestId('reader').focus();
    return { running: app, page };
  };

  it('are split at a selection, joined again, and made twice; each is one step of undo', async () => {
    const { running, page } = await open();
    const { keyboard } = page;
    await dragSelect(page, sentence);
    await keyboard.press('h');
    await waitForCards(page, 1);
    await dragSelect(page, 'said the pilot on duty,');
    await running.chooseMenu('mark.split');
    await waitForCards(page, 3);
    const parts = await highlighted(page);
    expect(parts.join('')).toBe(sentence);
    expect(parts).toContain('said the pilot on duty,');

    await cards(page).first().locator('.mark-go').focus();
    await keyboard.press('Control+a');
    await page.getByTestId('chosen-bar').getByRole('button', { name: 'Join' }).click();
    await waitForCards(page, 1);
    expect(await highlighted(page)).toEqual([sentence]);
    await running.chooseMenu('mark.duplicate');
    await waitForCards(page, 2);
    for (const count of [1, 3, 1, 0]) {
      await running.chooseMenu('edit.undo');
      await waitForCards(page, count);
    }
  });

  it('take the tags that their notes name, and show them as chips', async () => {
    const { page } = await open();
    const { keyboard } = page;
    await dragSelect(page, 'fourteen ships waited');
    await keyboard.press('n');
    await page.getByTestId('note-editor').waitFor();
    await keyboard.type('A count: see #figure/ships and `#code`, not [#this](x).');
    await keyboard.press('Control+Enter');
    await waitForCards(page, 1);
    expect(await cards(page).first().locator('.chip').allInnerTexts()).toEqual(['ships']);
    await page.getByTestId('tag-row').filter({ hasText: 'figure' }).waitFor();
    const note = page.getByTestId('margin-note').locator('.margin-text');
    await note.locator('.chip').waitFor();
    expect(await note.locator('.chip').allInnerTexts()).toEqual(['#figure/ships']);
    // The note and its tags came in one step.
    await page.getByTestId('reader').press('Control+z');
    await waitForCards(page, 0);
    await page.getByTestId('tag-row').filter({ hasText: 'ships' }).waitFor({ state: 'detached' });
  });

  it('are copied with their source, and the link in it opens them; other links are refused', async () => {
    const { running, page } = await open();
    const { keyboard } = page;
    await dragSelect(page, 'sixty-one hours');
    await keyboard.press('h');
    await waitForCards(page, 1);
    await saved(page);
    await running.chooseMenu('mark.copyWithSource');
    await page.getByText('Quote copied with its source').waitFor();
    const copied = await running.app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toContain('sixty-one hours');
    expect(copied).toContain('“Article”');
    const link = /commonplace:\/\/\S+/.exec(copied)?.[0] ?? '';
    expect(link).toContain('mark=');

    // As the system hands it over: by a second start.
    const follow = (address: string) =>
      running.app.evaluate(
        ({ app: program }, links) => {
          program.emit('second-instance', {}, [], '', { files: [], links });
        },
        [address],
      );
    await keyboard.press('Escape');
    await page.locator('.library-row').filter({ hasNotText: 'Article' }).first().click();
    await page.getByTestId('reader').getByText('The harbour office opened').waitFor({
      state: 'detached',
    });
    await follow(link);
    await page.getByTestId('mark-toolbar').waitFor();
    await page.locator('.mark-card[data-active="true"]', { hasText: 'sixty-one hours' }).waitFor();

    await follow('commonplace://open?document=../../etc/passwd');
    await page.getByText(/A link to Commonplace was refused/).waitFor();
    await follow('commonplace://open?document=no-such-text-here');
    await page.getByText(/names a text that is not in this library/).waitFor();
  });

  it('are linked with a kind, shown on both cards, followed, and taken apart again', async () => {
    const { running, page } = await open();
    const { keyboard } = page;
    for (const quote of ['sixty-one hours', 'fourteen ships waited']) {
      await dragSelect(page, quote);
      await keyboard.press('h');
    }
    await waitForCards(page, 2);
    await saved(page);
    const [ships, hours] = [cards(page).first(), cards(page).nth(1)];

    // By keys, from the active mark: the one that is found by its words.
    await running.chooseMenu('mark.link');
    const dialog = page.getByTestId('link-dialog');
    await dialog.getByRole('combobox').fill('sixty');
    await dialog.getByRole('option', { name: 'sixty-one hours' }).waitFor();
    await keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await ships.getByText('supports').waitFor();
    await hours.getByText('is supported by').waitFor();

    await hours.getByRole('button', { name: /is supported by.*Go there/ }).click();
    await page.locator('.mark-card[data-active="true"]', { hasText: 'fourteen ships' }).waitFor();

    // By a press, with words of one's own.
    await running.chooseMenu('mark.link');
    await dialog.getByText('Own words').click();
    await dialog.getByLabel('In your own words').fill('comes before');
    await dialog.getByRole('button', { name: /Choose it in the text/ }).click();
    await page.getByTestId('linking-bar').getByText('comes before').waitFor();
    await hours.locator('.mark-go').click({ position: { x: 20, y: 14 } });
    await page.getByTestId('linking-bar').waitFor({ state: 'detached' });
    await ships.getByText('comes before').waitFor();

    await ships.getByRole('button', { name: /Remove the link: comes before/ }).click();
    await page.waitForFunction(
      () => document.querySelectorAll('[data-testid="mark-link"]').length === 2,
    );
    await page.getByTestId('reader').press('Control+z');
    await page.waitForFunction(
      () => document.querySelectorAll('[data-testid="mark-link"]').length === 4,
    );
  });
});
