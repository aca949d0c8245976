import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHarness, type OpenHarness } from '../harness/open-harness.ts';

let open: OpenHarness;
beforeAll(async () => {
  open = await openHarness();
});
afterAll(() => open.close());
beforeEach(async () => {
  await open.page.evaluate(() => {
    const { texts, show } = window.harness;
    return show({ id: 'book-1', title: 'A book', drafts: texts.book(40), annotations: [] });
  });
});

const text = () =>
  open.page.evaluate(() => window.harness.texts.composeText(window.harness.texts.book(40)).text);

async function goTo(written: string): Promise<void> {
  await open.page.keyboard.press('Control+g');
  await open.page.getByRole('combobox').fill(written);
  await open.page.getByRole('option').first().waitFor();
  await open.page.keyboard.press('Enter');
  await open.page.getByTestId('go-to').waitFor({ state: 'detached' });
}

/** Where the line of an offset stands in the reader, as a share of its height, once the place is reached. */
const standsAt = (offset: number) =>
  open.page.evaluate((at) => {
    const { points } = window.harness;
    const found = points.pointsOf(points.leavesIn(document.body), { start: at, end: at + 1 });
    const reader = document.querySelector('.reader');
    if (found === null || reader === null) return -1;
    const range = document.createRange();
    range.setStart(found.start.node, found.start.offset);
    range.setEnd(found.end.node, found.end.offset);
    const box = reader.getBoundingClientRect();
    return (range.getBoundingClientRect().top - box.top) / box.height;
  }, offset);

describe('going to a place', () => {
  it('lands on the character at a percentage', async () => {
    const { length } = await text();
    await goTo('43%');
    const offset = Math.floor(0.43 * length);
    await expect.poll(() => standsAt(offset)).toBeCloseTo(0.28, 1);
    expect(await open.page.evaluate(() => window.harness.store.getState().jump?.span.start)).toBe(
      offset,
    );
    expect(await open.page.evaluate(() => document.activeElement?.className)).toBe('reader');
  });

  it('lands on a heading by its words, on a paragraph and on a character', async () => {
    const whole = await text();
    await goTo('chapter 17');
    await expect.poll(() => standsAt(whole.indexOf('Chapter 17\n'))).toBeCloseTo(0.035, 1);
    const paragraphs = whole.split('\n\n');
    const before = paragraphs.slice(0, 299).join('\n\n').length + 2;
    await goTo('¶300');
    await expect.poll(() => standsAt(before)).toBeCloseTo(0.28, 1);
    await goTo('@5000');
    await expect.poll(() => standsAt(5000)).toBeCloseTo(0.28, 1);
  });

  it('chooses among headings by arrow keys, says where nothing is, and leaves by Escape', async () => {
    const { page } = open;
    await page.keyboard.press('Control+g');
    await page.getByRole('option', { name: 'Chapter 1', exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('[aria-selected="true"]').textContent()).toBe('Chapter 3');
    await page.getByRole('combobox').fill('zebra');
    await page.getByText('No such place in this text.').waitFor();
    await page.keyboard.press('Enter');
    expect(await page.getByTestId('go-to').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.getByTestId('go-to').waitFor({ state: 'detached' });
  });
});
