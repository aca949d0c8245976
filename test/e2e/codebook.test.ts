import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Patch } from '../../core/edit/patch.ts';
import { newTag, tagAddition } from '../../core/edit/tags.ts';
import type { Tag } from '../../core/model/tag.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { call } from '../support/bridge.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { markAll, numberedText, textOf } from '../support/marked-text.ts';
import { focusIn, saved } from '../support/pages.ts';

const stamp = { id: () => randomUUID(), now: () => new Date().toISOString() };
const passages = 6;

let folder = '';
let app: RunningApp | null = null;
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(async () => {
  await app?.close();
  app = null;
  await removeFolder(folder);
});

async function launch(args: readonly string[] = []): Promise<RunningApp> {
  app = await launchApp({
    library: path.join(folder, 'library'),
    userData: path.join(folder, 'user-data'),
    args,
    size: { width: 1280, height: 800 },
  });
  return app;
}

/** A text with six passages tagged "claim", and tags that no passage has. */
async function launchWithTags(...names: readonly string[]): Promise<RunningApp> {
  await writeFile(path.join(folder, 'buoys.txt'), numberedText(passages));
  const first = await launch([path.join(folder, 'buoys.txt')]);
  await first.page.getByTestId('reader').getByText('Buoy 1 lay').waitFor();
  const started = await call(first.page, 'app.start', {});
  const entries = started.ok ? started.value.documents : [];
  const id = entries.find(({ sourceName }) => sourceName === 'buoys.txt')?.id ?? '';
  // The welcome document brought its own.
  for (const tag of await tagsOf(first.page)) await call(first.page, 'tag.remove', { id: tag.id });
  const marked = markAll(id, await textOf(first.page, id), 'claim');
  const others = names.map((name) => tagAddition(newTag(name, 'pink', null, stamp)));
  const patch: Patch = { ...marked, changes: [...marked.changes, ...others] };
  const made = await call(first.page, 'edit.apply', { patch });
  if (!made.ok) throw new Error(made.error.message);
  await first.close();
  const running = await launch();
  await running.page.getByTestId('tag-row').filter({ hasText: 'claim' }).first().waitFor();
  return running;
}

async function tagsOf(page: Page): Promise<readonly Tag[]> {
  const started = await call(page, 'app.start', {});
  if (!started.ok) throw new Error(started.error.message);
  return started.value.tags.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function countsOf(page: Page): Promise<Record<string, number>> {
  const [counts, tags] = [await call(page, 'marks.counts', {}), await tagsOf(page)];
  if (!counts.ok) throw new Error(counts.error.message);
  return Object.fromEntries(
    tags.flatMap(({ id, name }) => {
      const count = counts.value.tags[id] ?? 0;
      return count === 0 ? [] : [[name, count]];
    }),
  );
}

/** The tree as a screen reader has it: the level and the name of every row. */
function treeOf(page: Page): Promise<readonly string[]> {
  return page
    .getByTestId('codebook-row')
    .evaluateAll((rows) =>
      rows.map(
        (row) =>
          `${row.getAttribute('aria-level') ?? ''} ${row.querySelector('.tree-name')?.textContent ?? ''}`,
      ),
    );
}

/** The name of the tag that has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(
    () => document.activeElement?.querySelector('.tree-name')?.textContent ?? '',
  );
}

async function openCodebook(page: Page): Promise<void> {
  await page.getByTestId('reader').focus();
  await page.keyboard.press('Control+Shift+b');
  await page.getByTestId('codebook-row').first().waitFor();
  await expect.poll(() => focused(page)).not.toBe('');
}

async function undo(page: Page): Promise<void> {
  await saved(page);
  await page.keyboard.press('Control+z');
}

describe('the codebook by keyboard alone', () => {
  it('makes, moves, names and describes tags, each taken back in one step, and keeps the focus', async () => {
    const { page } = await launchWithTags('source', 'voice');
    const { keyboard } = page;
    await openCodebook(page);
    expect(await treeOf(page)).toEqual(['1 claim', '1 source', '1 voice']);
    await expect.poll(() => focused(page)).toBe('claim');

    await keyboard.press('End');
    await expect.poll(() => focused(page)).toBe('voice');
    await keyboard.press('Alt+ArrowUp');
    await expect.poll(() => treeOf(page)).toEqual(['1 claim', '1 voice', '1 source']);
    await expect.poll(() => focused(page)).toBe('voice');
    await keyboard.press('Alt+ArrowRight');
    await expect.poll(() => treeOf(page)).toEqual(['1 claim', '2 voice', '1 source']);
    await expect.poll(() => focused(page)).toBe('voice');
    await undo(page);
    await expect.poll(() => treeOf(page)).toEqual(['1 claim', '1 voice', '1 source']);
    await undo(page);
    await expect.poll(() => treeOf(page)).toEqual(['1 claim', '1 source', '1 voice']);
    await expect.poll(() => focused(page)).toBe('voice');

    await keyboard.press('i');
    await page.locator('.inline-edit:focus').waitFor();
    await keyboard.type('tone');
    await keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('tone');
    expect(await treeOf(page)).toEqual(['1 claim', '1 source', '1 voice', '2 tone']);
    await keyboard.press('F2');
    await page.locator('.inline-edit:focus').waitFor();
    await keyboard.type('register');
    await keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('register');

    await page.getByLabel('When to use it').focus();
    await keyboard.type('Where *how* it is said counts.');
    await keyboard.press('Control+Enter');
    await expect.poll(() => focused(page)).toBe('register');
    await saved(page);
    const described = (await tagsOf(page)).find(({ name }) => name === 'register');
    expect(described?.whenToUse).toBe('Where *how* it is said counts.');
    await undo(page);
    await expect.poll(() => page.getByLabel('When to use it').inputValue()).toBe('');

    await keyboard.press('Delete');
    await expect.poll(() => treeOf(page)).toEqual(['1 claim', '1 source', '1 voice']);
    await expect.poll(() => focused(page)).toBe('voice');
    await keyboard.press('Escape');
    await page.getByTestId('codebook').waitFor({ state: 'detached' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid')))
      .toBe('reader');
  });

  it('merges two tags, and tidies what is alike and what is not used', async () => {
    const { page } = await launchWithTags('claims', 'voice');
    const { keyboard } = page;
    await openCodebook(page);
    await keyboard.press('m');
    await page.getByTestId('tag-picker').waitFor();
    await keyboard.type('voi');
    await keyboard.press('Enter');
    await expect.poll(() => countsOf(page)).toEqual({ voice: passages });
    expect((await tagsOf(page)).find(({ name }) => name === 'voice')?.aliases).toEqual(['claim']);
    await undo(page);
    await expect.poll(() => countsOf(page)).toEqual({ claim: passages });

    await page.getByRole('radio', { name: 'Alike' }).press('Enter');
    const pair = page.getByTestId('tidy-row');
    await pair.focus();
    await keyboard.press('1');
    await pair.waitFor({ state: 'detached' });
    expect((await tagsOf(page)).map(({ name }) => name)).toEqual(['claim', 'voice']);
    await undo(page);
    await pair.waitFor();

    await page.getByRole('radio', { name: 'Not used' }).press('Enter');
    await pair.first().focus();
    await keyboard.press('k');
    await expect.poll(() => pair.count()).toBe(1);
    await pair.focus();
    await keyboard.press('Delete');
    await expect.poll(() => pair.count()).toBe(0);
    expect((await tagsOf(page)).map(({ name }) => name)).toEqual(['claim', 'claims']);
  });

  it('splits a tag passage by passage, one step back among them, as one step of undo', async () => {
    const { page } = await launchWithTags();
    const { keyboard } = page;
    await openCodebook(page);
    await keyboard.press('s');
    await page.getByTestId('split-name').waitFor();
    await keyboard.type('doubtful');
    await keyboard.press('Enter');
    const review = page.getByTestId('split');
    await review.getByText('Buoy 1 lay').waitFor();
    await keyboard.press('2');
    await review.getByText('2 of 6', { exact: true }).waitFor();
    await keyboard.press('4');
    await keyboard.press('Backspace');
    await review.getByText('2 of 6', { exact: true }).waitFor();
    await keyboard.press('3');
    for (const key of ['4', '1', '1', '2']) await keyboard.press(key);
    await review.getByText('All passages are sorted').waitFor();
    expect(await countsOf(page)).toEqual({ claim: passages });
    await review.getByRole('button', { name: 'Split the tag' }).press('Enter');
    await page.getByTestId('codebook').waitFor();
    await expect.poll(() => countsOf(page)).toEqual({ claim: 3, doubtful: 3 });
    await undo(page);
    await expect.poll(() => countsOf(page)).toEqual({ claim: passages });
    expect((await tagsOf(page)).map(({ name }) => name)).toEqual(['claim']);
  });

  it('goes out to a file and comes in again, with the counts before', async () => {
    const running = await launchWithTags('voice');
    const { page } = running;
    const { keyboard } = page;
    for (const kind of ['csv', 'qdc'] as const) {
      const file = path.join(folder, `codebook.${kind}`);
      await running.answerSaveDialog(file);
      await running.chooseMenu(kind === 'csv' ? 'codebook.exportCsv' : 'codebook.exportQdc');
      await page.getByText(`Exported to ${file}`).waitFor();
      expect(await readFile(file, 'utf8')).toContain('claim');

      const before = await tagsOf(page);
      await openCodebook(page);
      await keyboard.press('End');
      await keyboard.press('Delete');
      await expect.poll(() => treeOf(page)).toEqual(['1 claim']);
      await saved(page);
      await running.answerOpenDialog([file]);
      await running.chooseMenu('codebook.import');
      const asked = page.getByTestId('codebook-import');
      await asked.getByText('1 tag added').waitFor();
      await asked.getByText('1 tag there already, as they are').waitFor();
      expect((await tagsOf(page)).map(({ name }) => name)).toEqual(['claim']);
      await asked.getByRole('button', { name: 'Import' }).press('Enter');
      await expect.poll(() => treeOf(page)).toEqual(['1 claim', '1 voice']);
      await saved(page);
      const after = await tagsOf(page);
      const known = ({ id, name, parent, colour }: Tag) => ({ id, name, parent, colour });
      expect(after.map(known)).toEqual(before.map(known));
      await undo(page);
      await expect.poll(() => treeOf(page)).toEqual(['1 claim']);
      await undo(page);
      await expect.poll(() => treeOf(page)).toEqual(['1 claim', '1 voice']);
      await keyboard.press('Escape');
      await page.getByTestId('codebook').waitFor({ state: 'detached' });
    }
  });

  it('is a closed list where the reader wants that: no new tag by typing', async () => {
    const { page } = await launchWithTags();
    const { keyboard } = page;
    const offer = page.getByTestId('tag-box').getByRole('option', { name: /Create/ });
    await openCodebook(page);
    await page.getByRole('button', { name: 'More' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Closed list' }).press('Enter');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    // From the tree: on the button the first Escape takes its tooltip away.
    await page.getByTestId('codebook-row').first().focus();
    await page.getByRole('tooltip').waitFor({ state: 'detached' });
    await keyboard.press('Escape');
    await page.getByTestId('codebook').waitFor({ state: 'detached' });
    await focusIn(page, 'reader');
    await keyboard.press('s');
    await page.getByTestId('selection-toolbar').waitFor();
    await keyboard.press('t');
    await page.getByTestId('tag-box').waitFor();
    await focusIn(page, 'tag-box');
    await keyboard.type('something new');
    await page.getByTestId('tag-box').getByText('closed list').waitFor();
    expect(await offer.count()).toBe(0);

    // Nor by a note, which is kept as it was written.
    const rows = page.getByTestId('tag-row');
    const before = await rows.count();
    await keyboard.press('Escape');
    await page.getByTestId('tag-box').waitFor({ state: 'detached' });
    await focusIn(page, 'reader');
    await keyboard.press('n');
    await page.getByTestId('note-editor').getByRole('textbox').fill('Ask again #brandnew');
    await keyboard.press('Control+Enter');
    await page.getByText('it makes no new tag: brandnew').waitFor();
    expect(await rows.count()).toBe(before);
    await page.getByTestId('mark-card').getByText('Ask again').first().waitFor();
  });
});

describe('the passages of a tag by keyboard alone', () => {
  it('are selected, retagged, untagged, deleted and exported, each as one step of undo', async () => {
    const running = await launchWithTags('voice');
    const { page } = running;
    const { keyboard } = page;
    await openCodebook(page);
    await keyboard.press('Enter');
    const sheet = page.getByTestId('passages');
    const rows = sheet.getByTestId('passage');
    await expect.poll(() => rows.count()).toBe(passages);
    expect(await rows.first().innerText()).toContain('at its place.');

    await keyboard.press(' ');
    await keyboard.press('Shift+ArrowDown');
    await sheet.getByText('2 selected').waitFor();
    await keyboard.press('m');
    await page.getByTestId('tag-picker').waitFor();
    await keyboard.type('voice');
    await keyboard.press('Enter');
    await expect.poll(() => countsOf(page)).toEqual({ claim: 4, voice: 2 });
    await expect.poll(() => rows.count()).toBe(4);
    await undo(page);
    await expect.poll(() => rows.count()).toBe(passages);

    await focusIn(page, 'passages');
    await keyboard.press('Escape');
    await sheet.getByTestId('passages-chosen').waitFor({ state: 'detached' });
    await keyboard.press('Control+a');
    await sheet.getByText(`${String(passages)} selected`).waitFor();
    await keyboard.press('u');
    await expect.poll(() => countsOf(page)).toEqual({});
    await undo(page);
    await expect.poll(() => countsOf(page)).toEqual({ claim: passages });
    await expect.poll(() => rows.count()).toBe(passages);
    await focusIn(page, 'passages');
    await keyboard.press('Escape');
    await sheet.getByTestId('passages-chosen').waitFor({ state: 'detached' });

    await rows
      .first()
      .getByRole('button', { name: /^Go to/ })
      .focus();
    await keyboard.press('n');
    await page.getByTestId('note-editor').waitFor();
    await keyboard.type('Ask again.');
    await keyboard.press('Control+Enter');
    await rows.first().getByText('Ask again.').waitFor();
    await keyboard.press('e');
    await rows.first().locator('.passage-star').waitFor();

    await sheet.getByRole('button', { name: 'has note' }).press('Enter');
    await expect.poll(() => rows.count()).toBe(1);
    await keyboard.press('Control+Shift+l');
    await page.getByRole('textbox', { name: 'Name for what is filtered now' }).focus();
    await keyboard.type('with notes');
    await keyboard.press('Enter');
    const filter = page.getByTestId('saved-filter');
    await filter.getByText('1 passage', { exact: true }).waitFor();
    await keyboard.press('Escape');
    await sheet.getByRole('button', { name: 'has note' }).press('Enter');
    await expect.poll(() => rows.count()).toBe(passages);
    await rows
      .nth(1)
      .getByRole('button', { name: /^Go to/ })
      .focus();
    await keyboard.press('n');
    await page.getByTestId('note-editor').waitFor();
    await keyboard.type('And this.');
    await keyboard.press('Control+Enter');
    await rows.nth(1).getByText('And this.').waitFor();
    await saved(page);
    await keyboard.press('Control+Shift+l');
    await filter.getByText('2 passages', { exact: true }).waitFor();
    await filter.press('Enter');
    await expect.poll(() => rows.count()).toBe(2);
    await sheet.getByRole('button', { name: 'has note' }).press('Enter');
    await expect.poll(() => rows.count()).toBe(passages);

    const file = path.join(folder, 'claims.md');
    await running.answerSaveDialog(file);
    await sheet.getByRole('button', { name: 'Export' }).press('Enter');
    await page.getByRole('menuitem', { name: 'as Markdown…' }).press('Enter');
    await page.getByText(`Exported to ${file}`).waitFor();
    const markdown = await readFile(file, 'utf8');
    expect(markdown).toContain('# claim');
    expect(markdown.match(/^> Buoy/gm)).toHaveLength(passages);
    expect(markdown).toContain('Ask again.');

    await rows
      .nth(2)
      .getByRole('button', { name: /^Go to/ })
      .focus();
    await keyboard.press('Delete');
    await expect.poll(() => rows.count()).toBe(passages - 1);
    await undo(page);
    await expect.poll(() => rows.count()).toBe(passages);
    await rows
      .nth(3)
      .getByRole('button', { name: /^Go to/ })
      .press('Enter');
    await sheet.waitFor({ state: 'detached' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid')))
      .toBe('reader');
  });
});
