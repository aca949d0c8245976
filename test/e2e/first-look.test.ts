import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/app.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { makeBook } from '../support/make-book.ts';
import { makePdf } from '../support/make-pdf.ts';

describe('a long PDF that is handed over', () => {
  let folder = '';
  let running: RunningApp | null = null;
  beforeEach(async () => {
    folder = await makeFolder();
  });
  afterEach(async () => {
    await running?.close();
    running = null;
    await removeFolder(folder);
  });

  /** A program with a short text open, and a file that is handed over to it. */
  const handOver = async (name: string, bytes: Uint8Array): Promise<Page> => {
    const [note, file] = [path.join(folder, 'note.txt'), path.join(folder, name)];
    await writeFile(note, 'A note that was being read.');
    await writeFile(file, bytes);
    running = await launchApp({
      library: path.join(folder, 'library'),
      userData: path.join(folder, 'user-data'),
      args: [note],
      size: { width: 1300, height: 900 },
    });
    const { app, page } = running;
    await page.getByTestId('reader').getByText('A note that').waitFor();
    await app.evaluate((electron, handed) => {
      electron.app.emit('second-instance', {}, [], '', { files: [handed], links: [] });
    }, file);
    return page;
  };
  const long = (): Promise<Page> => handOver('long.pdf', makeBook(400));

  it('shows its first pages while its text is read, and goes on there', async () => {
    const page = await long();
    const look = page.getByTestId('first-look');
    await look.locator('canvas').first().waitFor({ timeout: 30_000 });
    // Its text is not there yet, and the note is not there to be marked by mistake.
    expect(await page.getByTestId('importing').innerText()).toContain('reading its text');
    expect(await page.getByTestId('reader').locator('[data-start]').count()).toBe(0);
    const boxes = look.locator('.paper');
    await expect.poll(() => boxes.count()).toBeGreaterThan(1);
    const second = boxes.nth(1);
    await second.scrollIntoViewIfNeeded();
    await look.evaluate(
      (scroller, top) => {
        scroller.scrollTop = top;
      },
      await second.evaluate((box: HTMLElement) => box.offsetTop),
    );

    await look.waitFor({ state: 'detached', timeout: 60_000 });
    expect(await page.getByTestId('importing').count()).toBe(0);
    const reader = page.getByTestId('reader');
    // The same page stands at the upper edge, and the keys are the reader's.
    const edges = await reader.evaluate((scroller) => {
      const top = scroller.getBoundingClientRect().top;
      const pages = [...scroller.querySelectorAll('[data-testid="paper"]')];
      return pages.findIndex((one) => one.getBoundingClientRect().bottom > top + 40);
    });
    expect(edges).toBe(1);
    await expect.poll(() => reader.evaluate((one) => one === document.activeElement)).toBe(true);
    await reader.locator('.run').first().waitFor();
  });

  it('gives way to the text that was read before, when it is stopped', async () => {
    const page = await long();
    await page.getByTestId('first-look').locator('canvas').first().waitFor({ timeout: 30_000 });
    await page.getByTestId('importing').getByRole('button', { name: 'Cancel' }).click();
    await page.getByTestId('first-look').waitFor({ state: 'detached' });
    await page.getByTestId('reader').getByText('A note that').waitFor();
  });

  it('shows nothing of a file that is locked: the text that is read stays', async () => {
    const page = await handOver('locked.pdf', makePdf({ pages: [{ lines: [] }], locked: true }));
    await page
      .getByText(/protected by a password/)
      .first()
      .waitFor();
    expect(await page.getByTestId('first-look').count()).toBe(0);
    await page.getByTestId('reader').getByText('A note that').waitFor();
  });
});
