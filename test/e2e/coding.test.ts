import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../core/model/annotation.ts';
import type { Tag } from '../../core/model/tag.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { articleText } from '../support/article.ts';
import { call } from '../support/bridge.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { cards, saved, waitForCards } from '../support/pages.ts';

const codes = ['witness', 'statement', 'figure', 'dispute', 'tone'] as const;
const passages = 50;

describe('coding a text', () => {
  let folder = '';
  let app: RunningApp | null = null;
  beforeEach(async () => {
    folder = await makeFolder();
    // As long as a feature in a magazine: 75 sentences.
    await writeFile(path.join(folder, 'article.txt'), articleText().repeat(5));
  });
  afterEach(async () => {
    await app?.close();
    app = null;
    await removeFolder(folder);
  });

  const open = async (): Promise<Page> => {
    app = await launchApp({
      library: path.join(folder, 'library'),
      userData: path.join(folder, 'user-data'),
      args: [path.join(folder, 'article.txt')],
      size: { width: 1440, height: 900 },
    });
    const { page } = app;
    await page.getByTestId('reader').getByText('The harbour office opened').first().waitFor();
    // What stands around the text comes last.
    await page.locator('.tag-strip').waitFor();
    await page.getByTestId('reader').focus();
    return page;
  };

  it('marks a sentence with a known tag in two keys, and fifty passages by keyboard alone', async () => {
    const page = await open();
    let pressed = 0;
    const press = async (key: string): Promise<void> => {
      pressed += 1;
      await page.keyboard.press(key);
    };

    // The codebook: each tag is named once, on the first sentences.
    for (const [at, name] of codes.entries()) {
      await press('s');
      await press('t');
      await page.getByTestId('tag-box').waitFor();
      for (const letter of name) await press(letter);
      await press('Enter');
      await page.getByTestId('tag-box').waitFor({ state: 'detached' });
      await waitForCards(page, at + 1);
    }
    const naming = pressed;
    await page.locator('[data-testid="tag-strip"] [data-digit="5"]').waitFor();

    // A known tag: the sentence, and its digit.
    pressed = 0;
    await press('s');
    await press('3');
    await waitForMarks(page, codes.length + 1);
    const known = pressed;
    expect(known).toBeLessThanOrEqual(3);

    pressed = 0;
    for (let at = codes.length + 1; at < passages; at++) {
      await press('s');
      await press(String((at % codes.length) + 1));
      await waitForMarks(page, at + 1);
    }
    const rest = pressed;
    await saved(page);

    const counted = passages - codes.length - 1;
    console.info(
      `${codes.length} passages with new tags: ${naming} keys; one with a known tag: ${known} keys; ` +
        `${counted} more: ${rest} keys, ${(rest / counted).toFixed(1)} each; ` +
        `${passages} in all: ${naming + known + rest} keys`,
    );
    expect(rest).toBeLessThanOrEqual(counted * 3);

    const { marks, tags } = await kept(page);
    expect(marks).toHaveLength(passages);
    expect(tags.map(({ name }) => name)).toEqual(expect.arrayContaining([...codes]));
    const inOrder = marks.toSorted((a, b) => a.span.start - b.span.start);
    for (const [at, mark] of inOrder.entries()) {
      const tag = tags.find(({ id }) => id === mark.tags[0]);
      expect(mark.tags).toHaveLength(1);
      expect(tag?.name).toBe(at === codes.length ? codes[2] : codes[at % codes.length]);
    }
    // Sentences as they follow each other, none skipped and none twice.
    const bare = (words: string): string => words.replace(/\s+/g, '');
    const marked = bare(inOrder.map(({ selector }) => selector.quote).join(''));
    expect(bare(articleText().repeat(5)).startsWith(marked)).toBe(true);
    expect(marked.length).toBeGreaterThan(3000);
  });

  it('takes a tag off by the same key, and undoes both in one step each', async () => {
    const page = await open();
    const { keyboard } = page;
    await nameTag(page, 'claim');
    await keyboard.press('s');
    await keyboard.press('1');
    await waitForCards(page, 2);
    const second = cards(page).nth(1);
    await second.getByText('claim').waitFor();
    await keyboard.press('1');
    await second.getByText('claim').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await second.getByText('claim').waitFor();
    // The mark came with its tag.
    await page.keyboard.press('Control+z');
    await waitForCards(page, 1);
  });

  it('works on several marks at once: chosen by keys, tagged, untagged, coloured, deleted', async () => {
    const page = await open();
    const { keyboard } = page;
    await nameTag(page, 'claim');
    for (let at = 0; at < 3; at++) {
      await keyboard.press('s');
      await keyboard.press('h');
    }
    await waitForCards(page, 4);
    await cards(page).nth(1).locator('.mark-go').focus();
    await keyboard.press('Shift+ArrowDown');
    await keyboard.press('Shift+ArrowDown');
    const bar = page.getByTestId('chosen-bar');
    await bar.getByText('3 marks chosen').waitFor();
    expect(await page.getByTestId('announcement').innerText()).toBe('3 marks chosen');

    await keyboard.press('1');
    await page.waitForFunction(() => document.querySelectorAll('.mark-card .chip').length === 4);
    await keyboard.press('Control+z');
    await page.waitForFunction(() => document.querySelectorAll('.mark-card .chip').length === 1);

    // One of the four has the tag: the box says so, and gives it to all.
    await cards(page).first().locator('.mark-go').focus();
    await keyboard.press('Control+a');
    await bar.getByText('4 marks chosen').waitFor();
    await keyboard.press('t');
    const box = page.getByTestId('tag-box');
    await box.getByText('1 of 4').waitFor();
    await keyboard.type('cla');
    await keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.mark-card .chip').length === 4);

    await bar.getByRole('button', { name: 'Delete' }).click();
    await waitForCards(page, 0);
    await page.getByTestId('reader').press('Control+z');
    await waitForCards(page, 4);

    await cards(page)
      .first()
      .locator('.mark-go')
      .click({ modifiers: ['Control'] });
    await cards(page)
      .nth(2)
      .locator('.mark-go')
      .click({ modifiers: ['Shift'] });
    await bar.getByText('3 marks chosen').waitFor();
    await keyboard.press('Escape');
    await bar.waitFor({ state: 'detached' });
    // The focus stayed where the reader was.
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('mark-go');
  });

  it('marks what is selected at once while a tag is armed, until Escape', async () => {
    const page = await open();
    const { keyboard } = page;
    await nameTag(page, 'claim');
    await keyboard.press('q');
    await page.getByTestId('armed-bar').getByText('claim').waitFor();
    expect(await page.getByTestId('announcement').innerText()).toContain('claim');
    await keyboard.press('s');
    await waitForCards(page, 2);
    await keyboard.press('s');
    await waitForCards(page, 3);
    await keyboard.press('Escape');
    await page.getByTestId('armed-bar').waitFor({ state: 'detached' });
    await keyboard.press('s');
    await page.getByTestId('selection-toolbar').waitFor();
    await waitForCards(page, 3);
    expect(await page.locator('.mark-card .chip', { hasText: 'claim' }).count()).toBe(3);
  });
});

/** Marks the next sentence with a tag that is new. */
async function nameTag(page: Page, name: string): Promise<void> {
  const before = await cards(page).count();
  await page.keyboard.press('s');
  await page.keyboard.press('t');
  await page.getByTestId('tag-box').waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.getByTestId('tag-box').waitFor({ state: 'detached' });
  await waitForCards(page, before + 1);
}

/** By the foot of the window: of many cards only those in sight are drawn. */
async function waitForMarks(page: Page, count: number): Promise<void> {
  await page.locator('.foot').getByText(`${count} mark`).waitFor();
}

/** What main has, which is on disk once the window says so. */
async function kept(page: Page): Promise<{ marks: readonly Annotation[]; tags: readonly Tag[] }> {
  const started = await call(page, 'app.start', {});
  if (!started.ok) throw new Error(started.error.message);
  const { tags, open: id } = started.value;
  const marks = await call(page, 'document.marks', { id: id ?? '', from: 0, count: 1000 });
  if (!marks.ok) throw new Error(marks.error.message);
  return { marks: marks.value, tags };
}
