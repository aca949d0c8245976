import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/app.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { writeMixedFiles, type MixedFiles } from '../support/mixed-files.ts';
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

const welcome = 'Welcome to Commonplace';

async function openWelcome(page: Page): Promise<void> {
  await page.getByTestId('reader').focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(`/${welcome}`);
  const first = page.getByTestId('palette').getByRole('option', { selected: true });
  await first.getByText(welcome).waitFor();
  await page.keyboard.press('Enter');
}

/** Presses Tab until the focus is on what `selector` names, and sees that it shows there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const there = () =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
  for (let presses = 0; presses < 40 && !(await there()); presses += 1) {
    await page.keyboard.press('Tab');
  }
  const ring = await page.evaluate((wanted) => {
    const focused = document.activeElement;
    if (focused?.matches(wanted) !== true) return 'no focus';
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    return `${outlineStyle} ${outlineWidth}`;
  }, selector);
  expect([selector, ring]).toEqual([selector, 'solid 2px']);
}

/** A folder of which something is still to come when the window has been looked at. */
const manyPapers = 1500;

describe.each(['light', 'dark'] as const)('axe in the %s theme', (theme) => {
  let folder = '';
  let app: RunningApp | null = null;
  let files: MixedFiles;
  const window = (): RunningApp => {
    if (app === null) throw new Error('the program was not started');
    return app;
  };
  /** Opens a file as the dialog does, and begins at the text. */
  const openFile = async (file: string): Promise<void> => {
    await window().answerOpenDialog([file]);
    await window().chooseMenu('file.import');
    await window().page.locator('.top-bar-name').getByText(path.basename(file)).waitFor();
    await window().page.getByTestId('reader').focus();
  };
  beforeAll(async () => {
    folder = await makeFolder();
    files = await writeMixedFiles(path.join(folder, 'files'), manyPapers);
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
    await page.getByTestId('library-pane').waitFor();
    if (!(await page.title()).startsWith(welcome)) await openWelcome(page);
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
    const used = (await tag.innerText()).split('\n')[0] ?? '';
    expect(await objections(page)).toEqual([]);
    await keyboard.press('m');
    await page.getByTestId('tag-picker').waitFor();
    expect(await objections(page)).toEqual([]);
    await keyboard.press('Escape');
    await page.getByRole('radio', { name: 'Not used' }).press('Enter');
    expect(await objections(page)).toEqual([]);
    await page.getByTestId('codebook').getByRole('radio', { name: 'All' }).press('Enter');
    await tag.filter({ hasText: used }).waitFor();
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

  it('finds nothing in the pages of a PDF, its own marks, a jump and the way back, by keys alone', async () => {
    const { page } = window();
    const { keyboard } = page;
    await openFile(files.pdf);
    await page.locator('.paper-picture').first().waitFor();
    await page.getByTestId('source-marks').waitFor();
    expect(await objections(page)).toEqual([]);

    await tabTo(page, 'a.paper-link');
    expect(await objections(page)).toEqual([]);
    await keyboard.press('Enter');
    await page.getByTestId('back').waitFor();
    await focusIn(page, 'reader');
    expect(await objections(page)).toEqual([]);
    await tabTo(page, '[data-testid="back"]');
    await keyboard.press('Enter');
    await page.getByTestId('back').waitFor({ state: 'detached' });
    await focusIn(page, 'reader');

    await page.getByTestId('reader').focus();
    await tabTo(page, '[data-testid="source-marks"] button');
    await keyboard.press('Enter');
    await waitForCards(page, 2);
    await focusIn(page, 'reader');
    await page.getByTestId('announcement').getByText('2 marks added').waitFor();
    expect(await objections(page)).toEqual([]);
    await keyboard.press('Control+4');
    await page.locator('.paper').first().waitFor({ state: 'detached' });
    expect(await objections(page)).toEqual([]);
  });

  it('finds nothing in a book with a cover, notices, pictures and a note that is jumped to', async () => {
    const { page } = window();
    const { keyboard } = page;
    await openFile(files.epub);
    await page.getByRole('img', { name: 'Cover' }).waitFor();
    await page.getByRole('list', { name: 'About this file' }).waitFor();
    expect(await objections(page)).toEqual([]);
    await tabTo(page, 'a[data-target]');
    await keyboard.press('Enter');
    await page.getByTestId('back').waitFor();
    await focusIn(page, 'reader');
    expect(await objections(page)).toEqual([]);
    await keyboard.press('Alt+z');
    await page.waitForFunction(() => document.activeElement?.matches('a[data-target]') === true);
  });

  it('finds nothing while many files come in, and in the report of them, by keys alone', async () => {
    const { page, answerOpenDialog, chooseMenu } = window();
    const { keyboard } = page;
    await page.getByTestId('reader').focus();
    await answerOpenDialog([files.papers]);
    await chooseMenu('file.importFolder');
    await page
      .getByTestId('importing')
      .getByText(/Adding/)
      .waitFor();
    expect(await objections(page)).toEqual([]);
    await tabTo(page, '[data-testid="importing"] button');
    await keyboard.press('Enter');
    const report = page.getByTestId('import-report');
    await report.getByText(/^Stopped: /).waitFor();
    expect(await report.getByRole('listitem').count()).toBe(5);
    expect(await objections(page)).toEqual([]);
    await tabTo(page, '.import-failures');
    expect(await objections(page)).toEqual([]);
    await keyboard.press('Escape');
    await report.waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement !== document.body);
  });
});
