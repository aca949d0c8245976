import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/app.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { focusIn, waitForCards } from '../support/pages.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe objects to in the window as it is now; an empty list for nothing. */
async function objections(page: Page): Promise<string[]> {
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: Violation[] }> };
    };
    return (await axe.run()).violations;
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

describe.each(['light', 'dark'] as const)('axe in the %s theme', (theme) => {
  let folder = '';
  let app: RunningApp | null = null;
  const window = (): RunningApp => {
    if (app === null) throw new Error('the program was not started');
    return app;
  };
  beforeAll(async () => {
    folder = await makeFolder();
    app = await launchApp({
      library: path.join(folder, 'library'),
      userData: path.join(folder, 'user-data'),
      theme,
      size: { width: 1440, height: 900 },
    });
  });
  /** Each begins in a window that was just opened. */
  beforeEach(async () => {
    const { page } = window();
    await page.reload();
    // Half-way through a fade everything is pale.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.evaluate(await readFile(axePath, 'utf8'));
    await page.getByTestId('margin-note').first().waitFor();
  });
  afterAll(async () => {
    await app?.close();
    await removeFolder(folder);
  });

  it('finds nothing in the window, the tag box, the note editor, type and keys', async () => {
    const { page } = window();
    expect(await objections(page)).toEqual([]);

    const { keyboard } = page;
    await page.getByTestId('reader').focus();
    await keyboard.press('s');
    await page.getByTestId('selection-toolbar').waitFor();
    expect(await objections(page)).toEqual([]);
    await keyboard.press('t');
    await page.getByTestId('tag-box').waitFor();
    await keyboard.type('ex');
    expect(await objections(page)).toEqual([]);
    await keyboard.press('Escape');
    await keyboard.press('n');
    await page.getByTestId('note-editor').waitFor();
    expect(await objections(page)).toEqual([]);
    await keyboard.press('Escape');

    await keyboard.press('Control+,');
    await page.getByRole('radio', { name: 'Sepia' }).waitFor();
    expect(await objections(page)).toEqual([]);
    await keyboard.press('Escape');
    await page.getByTestId('reader').focus();
    await keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await objections(page)).toEqual([]);
  });

  it('finds nothing in the palette', async () => {
    const { page } = window();
    await page.getByTestId('reader').focus();
    for (const written of ['', 'mark', '"a', 'no such name']) {
      await page.keyboard.press('Control+k');
      await page.getByTestId('palette').waitFor();
      await page.keyboard.type(written);
      await page.locator(`.palette-list[data-query='${written}']`).waitFor({ state: 'attached' });
      expect(await objections(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByTestId('palette').waitFor({ state: 'detached' });
    }
  });

  it('finds nothing in the codebook, the passages, a split and the saved filters', async () => {
    const { page } = window();
    const { keyboard } = page;
    await page.getByTestId('reader').focus();
    await keyboard.press('Control+Shift+b');
    const tag = page.getByTestId('codebook-row').first();
    await tag.focus();
    await page.getByTestId('tag-details').waitFor();
    expect(await objections(page)).toEqual([]);
    await keyboard.press('m');
    await page.getByTestId('tag-picker').waitFor();
    expect(await objections(page)).toEqual([]);
    await keyboard.press('Escape');
    await page.getByRole('radio', { name: 'Not used' }).press('Enter');
    expect(await objections(page)).toEqual([]);
    await page.getByTestId('codebook').getByRole('radio', { name: 'All' }).press('Enter');
    await tag.press('Enter');
    await page.getByTestId('passage').first().waitFor();
    await focusIn(page, 'passage');
    await keyboard.press(' ');
    await page.getByTestId('passages-chosen').waitFor();
    expect(await objections(page)).toEqual([]);
    await keyboard.press('Control+Shift+l');
    await page.getByTestId('filters-panel').waitFor();
    expect(await objections(page)).toEqual([]);
    await keyboard.press('Escape');
    await page.getByTestId('passages').press('Escape');
    await page.getByTestId('passages-chosen').waitFor({ state: 'detached' });
    await page.getByTestId('passages').press('Escape');
    await page.getByTestId('passages').waitFor({ state: 'detached' });
    await focusIn(page, 'codebook');
    await tag.press('s');
    const name = page.getByTestId('split-name').getByRole('textbox');
    await name.fill('another');
    await name.press('Enter');
    await page.getByTestId('split').locator('mark').waitFor();
    expect(await objections(page)).toEqual([]);
  });

  it('finds nothing in auto-tag and its rules', async () => {
    const { page } = window();
    const { keyboard } = page;
    await page.getByTestId('reader').focus();
    await keyboard.press('Control+Shift+k');
    const panel = page.getByTestId('auto-tag');
    await panel.waitFor();
    expect(await objections(page)).toEqual([]);
    await keyboard.type('(the');
    await panel.getByRole('alert').waitFor();
    expect(await objections(page)).toEqual([]);
    await keyboard.type(')');
    await keyboard.press('Enter');
    const hit = panel.getByTestId('rule-hit');
    await hit.first().waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.className))
      .toContain('hit-text');
    await keyboard.press('y');
    await keyboard.press('x');
    expect(await objections(page)).toEqual([]);
    await panel.getByRole('combobox').focus();
    await keyboard.type('ex');
    await panel.getByRole('option').first().waitFor();
    expect(await objections(page)).toEqual([]);
    await keyboard.press('Enter');
    await panel.getByRole('button', { name: /^Rules/ }).press('Enter');
    await panel.getByText('No rules yet').waitFor();
    expect(await objections(page)).toEqual([]);
  });

  it('finds nothing while marks are chosen, a tag is armed, and a mark is linked', async () => {
    const { page } = window();
    const { keyboard } = page;
    await page.getByTestId('tag-strip').waitFor();
    await page.locator('.mark-go').first().focus();
    await keyboard.press('Shift+ArrowDown');
    await page.getByTestId('chosen-bar').waitFor();
    expect(await objections(page)).toEqual([]);
    await keyboard.press('t');
    await page.getByTestId('tag-box').waitFor();
    expect(await objections(page)).toEqual([]);
    await keyboard.press('Escape');
    await keyboard.press('Escape');
    await page.getByTestId('reader').focus();
    await keyboard.press('j');
    await keyboard.press('q');
    await page.getByTestId('armed-bar').waitFor();
    expect(await objections(page)).toEqual([]);
    await keyboard.press('Shift+L');
    await page.getByTestId('link-dialog').getByRole('option').first().waitFor();
    expect(await objections(page)).toEqual([]);
  });

  it('finds nothing in a memo, written and read, and in the bookmarks', async () => {
    const { page } = window();
    await page.getByTestId('reader').focus();
    await page.keyboard.press('Control+Shift+m');
    const memo = page.getByTestId('memo');
    await memo.waitFor();
    expect(await objections(page)).toEqual([]);
    await page.keyboard.type('# Buoys');
    await page.keyboard.press('Enter');
    await page.keyboard.type('* who knew [of it](https://example.org), and #when');
    await memo.getByRole('radio', { name: 'Read' }).press('Enter');
    await memo.getByRole('heading', { name: 'Buoys' }).waitFor();
    expect(await objections(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await memo.waitFor({ state: 'detached' });
    await page.keyboard.press('b');
    await page.keyboard.press('Control+3');
    await page.getByTestId('bookmarks').getByRole('button').waitFor();
    expect(await objections(page)).toEqual([]);
  });

  it('finds nothing in an empty list of marks', async () => {
    const { page } = window();
    await page.getByRole('searchbox').fill('no mark says this');
    await waitForCards(page, 0);
    expect(await objections(page)).toEqual([]);
  });
});
