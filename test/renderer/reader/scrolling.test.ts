import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, type OpenHarness } from '../harness/open-harness.ts';

let open: OpenHarness;
beforeAll(async () => {
  open = await openHarness();
});
afterAll(() => open.close());

interface Shown {
  readonly place?: number;
  readonly held?: boolean;
}

const showBook = (more: Shown) =>
  open.page.evaluate((shown) => {
    const { texts, show } = window.harness;
    return show({
      id: 'book-1',
      title: 'A book',
      drafts: texts.book(40),
      annotations: [],
      ...shown,
    });
  }, more);

/** Top of the line of an offset, counted from the top of the reader. */
const topOf = (offset: number) =>
  open.page.evaluate((at) => {
    const { points } = window.harness;
    const found = points.pointsOf(points.leavesIn(document.body), { start: at, end: at + 1 });
    const reader = document.querySelector('.reader');
    if (found === null || reader === null) return null;
    const range = document.createRange();
    range.setStart(found.start.node, found.start.offset);
    range.setEnd(found.end.node, found.end.offset);
    return range.getBoundingClientRect().top - reader.getBoundingClientRect().top;
  }, offset);

const reading = () => open.page.evaluate(() => window.harness.store.getState().reading);
/** Lets the sections come that were held. */
const comeAll = async (): Promise<void> => {
  const empty = open.page.locator('.section-empty');
  expect(await empty.count()).toBeGreaterThan(5);
  await open.page.evaluate(() => {
    window.harness.release();
  });
  await open.settled();
  expect(await empty.count()).toBe(0);
};

/** Offset where a word of chapter `n`, paragraph 7 starts. */
const placeIn = (chapter: number) =>
  open.page.evaluate((n) => {
    const { texts } = window.harness;
    const { text } = texts.composeText(texts.book(40));
    const from = text.indexOf(`Chapter ${n}\n`);
    let at = from;
    for (let paragraphs = 0; paragraphs < 7; paragraphs++) at = text.indexOf('\n\n', at) + 2;
    return { heading: from, passage: at };
  }, chapter);

describe('the reading place', () => {
  it('is restored to the same line, and holds while other sections come', async () => {
    const { passage } = await placeIn(23);
    await showBook({ place: passage, held: true });
    expect(await topOf(passage)).toBeCloseTo(8, -1);
    await comeAll();
    expect(Math.abs(((await topOf(passage)) ?? 999) - 8)).toBeLessThan(2);
    expect((await reading()).offset).toBe(passage);
    expect((await reading()).progress).toBeGreaterThan(0.5);
  });

  it('is written down after scrolling', async () => {
    const before = await reading();
    await open.page.mouse.move(300, 300);
    await open.page.mouse.wheel(0, 2400);
    await open.page.waitForFunction(
      ({ offset }) => window.harness.store.getState().reading.offset > offset + 1000,
      before,
    );
    await open.settled();
    const { offset, progress } = await reading();
    const saved = () =>
      open.page.evaluate(
        () => window.harness.asked.findLast((item) => item.name === 'reading.save')?.input,
      );
    await expect.poll(saved, { timeout: 5000 }).toEqual({ id: 'book-1', offset, progress });
  });

  it('stays on screen when the type size and the width change', async () => {
    const { offset } = await reading();
    const before = (await topOf(offset)) ?? 999;
    await open.page.evaluate(() => window.harness.actions.changeSettings({ fontSize: 25 }));
    await open.settled();
    expect(Math.abs(((await topOf(offset)) ?? 999) - before)).toBeLessThan(8);
    await open.page.evaluate(() => window.harness.actions.changeSettings({ fontSize: 18 }));
    await open.settled();
    expect(Math.abs(((await topOf(offset)) ?? 999) - before)).toBeLessThan(8);
  });
});

describe('a jump', () => {
  it('lands exactly and stays there, at any place and from any other', async () => {
    await showBook({});
    for (const chapter of [31, 3, 38, 12]) {
      const { heading, passage } = await placeIn(chapter);
      await open.page.evaluate((at) => {
        window.harness.actions.jumpTo({ start: at, end: at + 30 });
      }, passage);
      await open.settled();
      const height = await open.page.evaluate(
        () => document.querySelector('.reader')?.clientHeight,
      );
      expect(Math.abs(((await topOf(passage)) ?? 999) - (height ?? 0) * 0.28)).toBeLessThan(2);
      await open.page.evaluate((at) => {
        window.harness.actions.jumpTo({ start: at, end: at + 8 }, false);
      }, heading);
      await open.settled();
      expect(Math.abs(((await topOf(heading)) ?? 999) - 24)).toBeLessThan(2);
    }
  });

  it('waits for text that is not here yet', async () => {
    const { passage } = await placeIn(35);
    await showBook({ held: true });
    expect(await topOf(passage)).toBe(null);
    await open.page.evaluate((at) => {
      window.harness.actions.jumpTo({ start: at, end: at + 30 });
    }, passage);
    await comeAll();
    const height = await open.page.evaluate(() => document.querySelector('.reader')?.clientHeight);
    expect(Math.abs(((await topOf(passage)) ?? 999) - (height ?? 0) * 0.28)).toBeLessThan(2);
  });

  it('flashes, and leaves nothing behind', async () => {
    await showBook({});
    const { passage } = await placeIn(20);
    const seen = await open.page.evaluate(async (at) => {
      const flashes = () => [...document.querySelectorAll('.mark-layer .place-flash')];
      window.harness.actions.jumpTo({ start: at, end: at + 30 });
      while (flashes().length === 0) await new Promise(requestAnimationFrame);
      const fading = flashes().flatMap((flash) => flash.getAnimations());
      await Promise.all(fading.map((each) => each.finished));
      await window.harness.settled();
      return { fading: fading.length, left: flashes().length };
    }, passage);
    expect(seen.fading).toBeGreaterThan(0);
    expect(seen.left).toBe(0);
  });
});

describe('the contents', () => {
  it('mark where the reader is, and lead elsewhere by keys alone', async () => {
    const { page } = open;
    await page.evaluate(() => {
      window.harness.actions.showPanel('contents');
    });
    const current = page.locator('[aria-current="location"]');
    await current.waitFor();
    expect(await current.textContent()).toBe('Chapter 20');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByTestId('contents').waitFor({ state: 'detached' });
    await open.settled();
    const { heading } = await placeIn(21);
    expect(Math.abs(((await topOf(heading)) ?? 999) - 24)).toBeLessThan(2);
    await page.evaluate(() => {
      window.harness.actions.showPanel('contents');
    });
    await page.getByTestId('contents').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('contents').waitFor({ state: 'detached' });
  });
});
