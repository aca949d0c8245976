import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/app.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { cards, dragSelect, saved, waitForCards } from '../support/pages.ts';
import { makeRichLibrary } from '../support/rich-document.ts';

let folder = '';
let app: RunningApp;
const launch = async (): Promise<void> => {
  app = await launchApp({
    library: path.join(folder, 'library'),
    userData: path.join(folder, 'user-data'),
    size: { width: 1280, height: 860 },
  });
  const title = app.page
    .getByTestId('reader')
    .getByRole('heading', { level: 1, name: 'The buoys that moved' });
  const row = app.page.getByTestId('library-pane').getByText('The buoys that moved').first();
  await row.click();
  await title.waitFor();
};
beforeAll(async () => {
  folder = await makeFolder();
  await makeRichLibrary(path.join(folder, 'library'));
  await launch();
});
afterAll(async () => {
  await app.close();
  await removeFolder(folder);
});

const reader = () => app.page.getByTestId('reader');
const announcement = () => app.page.getByTestId('announcement');
const documentId = () =>
  app.page.evaluate(() => document.querySelector('img.cover')?.getAttribute('src')?.split('/')[4]);

describe('a book with pictures', () => {
  it('shows them, keeps their room before they are there, and says where one cannot be shown', async () => {
    const { page } = app;
    await page.waitForFunction(() => {
      const chart = document.querySelector<HTMLImageElement>('.pictured img');
      return chart?.complete === true && chart.naturalWidth === 900;
    });
    const shown = await page.evaluate(() => {
      const chart = document.querySelector<HTMLImageElement>('.pictured img');
      const light = document.querySelector<HTMLImageElement>('p img');
      const box = chart?.getBoundingClientRect();
      const column = document.querySelector('.text')?.getBoundingClientRect();
      return {
        ratio: box === undefined ? 0 : box.width / box.height,
        fits: (box?.width ?? 9999) <= (column?.width ?? 0) + 1,
        alt: [chart?.alt, light?.alt],
        light: [light?.complete, light?.naturalWidth],
        leaf: light?.closest('[data-start]')?.textContent,
      };
    });
    expect(shown.ratio).toBeCloseTo(1.8, 1);
    expect(shown).toMatchObject({
      fits: true,
      alt: ['', 'a lighthouse'],
      light: [true, 24],
      leaf: 'The light stood here  until October.',
    });
    await page.getByRole('img', { name: 'This picture cannot be shown' }).waitFor();
    const box = await page.getByRole('img', { name: 'This picture cannot be shown' }).boundingBox();
    expect([box?.width, box?.height].map(Math.round as (n?: number) => number)).toEqual([300, 200]);
    await page.getByRole('img', { name: 'Cover' }).waitFor();
  });

  it('serves nothing else by that way', async () => {
    const id = await documentId();
    const status = (address: string) =>
      app.page.evaluate(
        (at) =>
          fetch(at).then(
            (answer) => answer.status,
            () => 0,
          ),
        address,
      );
    expect(await status(`/pictures/${id ?? ''}/p1.png`)).toBe(200);
    const refused = [
      `/pictures/${id ?? ''}/p9.png`,
      `/pictures/${id ?? ''}/document.json`,
      `/pictures/${id ?? ''}/..%2fdocument.json`,
      `/pictures/${id ?? ''}/..%2fsource.epub`,
      `/pictures/${id ?? ''}%2f..%2f..%2flibrary.json`,
      '/pictures/never-there/p1.png',
      '/pictures/',
      `app://evil/pictures/${id ?? ''}/p1.png`,
    ];
    for (const address of refused) {
      expect([address, [0, 403, 404].includes(await status(address))]).toEqual([address, true]);
    }
    const policy = await app.page.evaluate(
      async (at) => {
        const answer = await fetch(at);
        return [answer.headers.get('content-security-policy'), answer.headers.get('content-type')];
      },
      `/pictures/${id ?? ''}/p2.svg`,
    );
    expect(policy).toEqual([
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'image/svg+xml',
    ]);
  });

  it('is marked across a picture as if it were not there', async () => {
    const { page } = app;
    await dragSelect(page, 'stood here  until');
    await page.keyboard.press('h');
    await waitForCards(page, 1);
    await saved(page);
    expect(await cards(page).first().textContent()).toContain('stood here');
    await page.keyboard.press('Control+z');
    await waitForCards(page, 0);
    await saved(page);
  });

  it('says how it was taken', async () => {
    const said = await reader().getByRole('list', { name: 'About this file' }).innerText();
    expect(said).toContain('3 formulas are shown as text.');
    expect(said).toContain('Nothing was fetched.');
  });
});

describe('a note at the end', () => {
  const noteOnScreen = () =>
    app.page.waitForFunction(() => {
      const leaf = [...document.querySelectorAll('[data-start]')].at(-1);
      const top = leaf?.getBoundingClientRect().top ?? -1;
      return top > 0 && top < innerHeight;
    });
  const scrolled = () =>
    app.page.evaluate(() => Math.round(document.querySelector('.reader')?.scrollTop ?? -1));
  const backAt = (before: number) => expect.poll(scrolled, { timeout: 10_000 }).toBe(before);
  const link = () => reader().locator('a[data-target]').first();

  it('is jumped to by a click, and left again by the button', async () => {
    await link().scrollIntoViewIfNeeded();
    const before = await scrolled();
    await link().click();
    await noteOnScreen();
    await announcement().getByText('Gone to: 1 As the harbour').waitFor();
    await app.page.getByTestId('back').click();
    await backAt(before);
    await announcement().getByText('Back at:').waitFor();
    await app.page.getByTestId('back').waitFor({ state: 'detached' });
  });

  it('is jumped to by keys, and come back from to the very link', async () => {
    const { page } = app;
    await link().focus();
    const before = await scrolled();
    await page.keyboard.press('Enter');
    await noteOnScreen();
    await page.keyboard.press('Alt+z');
    await backAt(before);
    await page.waitForFunction(() => document.activeElement?.textContent === '1');
    await page.keyboard.press('Alt+Shift+Z');
    await noteOnScreen();
    await app.chooseMenu('go.back');
    await backAt(before);
  });
});

describe('marks of the file itself', () => {
  it('are offered, added as one edit, and offered again where that is undone', async () => {
    const { page } = app;
    const offer = page.getByTestId('source-marks');
    await offer.getByText('This file holds 2 marks and comments of its own.').waitFor();
    await offer.getByRole('button', { name: 'Add them' }).click();
    await waitForCards(page, 2);
    await offer.waitFor({ state: 'detached' });
    await announcement().getByText('2 marks added').waitFor();
    await saved(page);
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await offer.waitFor();
    await waitForCards(page, 0);
    await offer.getByRole('button', { name: 'Add them' }).click();
    await waitForCards(page, 2);
    await saved(page);
    expect(await cards(page).allTextContents()).toEqual([
      expect.stringContaining('which one?'),
      expect.stringContaining('harbour office'),
    ]);
  });

  it('are not offered again after a restart, nor when the reader declined what was missing', async () => {
    await app.close();
    await launch();
    await waitForCards(app.page, 2);
    const offer = app.page.getByTestId('source-marks');
    expect(await offer.count()).toBe(0);
    await cards(app.page).first().click();
    await reader().focus();
    await app.page.keyboard.press('Delete');
    await offer.getByText('1 of the 2 marks').waitFor();
    await offer.getByRole('button', { name: 'No, thanks' }).click();
    await offer.waitFor({ state: 'detached' });
    await saved(app.page);
    await app.close();
    await launch();
    await waitForCards(app.page, 1);
    expect(await app.page.getByTestId('source-marks').count()).toBe(0);
  });
});

describe('a transcript', () => {
  it('shows the time beside what is said, outside the text', async () => {
    const times = await app.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('p[data-time]')].map((leaf) => [
        leaf.dataset['time'],
        getComputedStyle(leaf, '::before').content,
        leaf.textContent,
      ]),
    );
    expect(times).toEqual([
      ['00:04', '"00:04"', 'Pilot: Nobody told us.'],
      ['1:02:07', '"1:02:07"', 'Interviewer: That the buoys had moved?'],
    ]);
  });
});
