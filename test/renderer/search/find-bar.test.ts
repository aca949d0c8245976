import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHarness, type OpenHarness } from '../harness/open-harness.ts';

let open: OpenHarness;
beforeAll(async () => {
  open = await openHarness();
});
afterAll(() => open.close());

const field = () => open.page.getByRole('search').getByRole('textbox');
const count = () => open.page.getByTestId('find-count');
const says = (words: string) => count().getByText(words, { exact: true }).waitFor();
const find = () => open.page.evaluate(() => window.harness.store.getState().find);

/** What a highlight covers, in the order of the text. */
const painted = (name: string) =>
  open.page.evaluate((wanted) => {
    const ranges = [...(CSS.highlights.get(wanted) ?? [])].map((part) => {
      const range = document.createRange();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      return range;
    });
    ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    return ranges.map((range) => range.toString());
  }, name);

async function openBar(words: string): Promise<void> {
  await open.page.keyboard.press('Control+f');
  await field().waitFor();
  await field().fill(words);
}

describe('the search bar on a page', () => {
  beforeEach(async () => {
    await open.page.evaluate(() => {
      const { show, texts } = window.harness;
      return show({ id: 'nasty', title: 'Nasty', drafts: texts.nasty, annotations: [] });
    });
  });

  it('paints every hit, across styles and lines, and says how many', async () => {
    await openBar('and');
    await says('1 of 5');
    expect(await painted('find-hit')).toEqual(['and', 'and', 'and', 'and', 'and']);
    expect(await painted('find-current')).toEqual(['and']);
    expect(await open.page.evaluate(() => window.harness.store.getState().announcement)).toBe(
      '5 hits',
    );
    await field().fill('italic, nested code');
    await says('1 of 1');
    expect(await painted('find-hit')).toEqual(['italic, nested code']);
    await field().fill('line and');
    await says('1 of 1');
    expect(await painted('find-hit')).toEqual(['line\nand']);
    await field().fill('decomposed é');
    await says('1 of 1');
    expect(await painted('find-hit')).toEqual(['decomposed e\u0301']);
    await field().fill('nowhere');
    await says('No hits');
    expect(await painted('find-hit')).toEqual([]);
    expect(await painted('find-current')).toEqual([]);
  });

  it('goes round by Enter and F3, forwards and backwards', async () => {
    await openBar('item');
    await says('1 of 3');
    await open.page.keyboard.press('Enter');
    await says('2 of 3');
    await open.page.keyboard.press('F3');
    await says('3 of 3');
    await open.page.keyboard.press('F3');
    await says('1 of 3');
    await open.page.keyboard.press('Shift+Enter');
    await says('3 of 3');
    await open.page.keyboard.press('Shift+F3');
    await says('2 of 3');
    await open.page.getByRole('button', { name: 'Next hit' }).click();
    await says('3 of 3');
  });

  it('counts case, accents and whole words where that is asked', async () => {
    const toggle = (name: string) => open.page.getByRole('button', { name }).click();
    await openBar('nested');
    await says('1 of 2');
    await toggle('Match case');
    await says('1 of 1');
    await toggle('Match case');
    await field().fill('decomposed e');
    await says('1 of 1');
    await toggle('Match accents');
    await says('No hits');
    await toggle('Match accents');
    await field().fill('nest');
    await says('1 of 2');
    await toggle('Whole words');
    await says('No hits');
    await toggle('Whole words');
  });

  it('says under the field what is wrong with an expression, and takes it back when it is right', async () => {
    await openBar('(quoted');
    await open.page.getByRole('button', { name: 'Regular expression' }).click();
    await open.page
      .getByRole('alert')
      .getByText(/unterminated group/)
      .waitFor();
    expect(await field().getAttribute('aria-invalid')).toBe('true');
    await field().fill('(quoted) \\w+\\.');
    await says('1 of 2');
    expect(await painted('find-hit')).toEqual(['Quoted once.', 'Quoted twice.']);
    expect(await open.page.getByRole('alert').count()).toBe(0);
  });

  it('is closed by Escape: the hit is selected, and the last words come back', async () => {
    await openBar('twice');
    await says('1 of 1');
    await open.page.keyboard.press('Escape');
    await field().waitFor({ state: 'detached' });
    expect(await painted('find-hit')).toEqual([]);
    expect(await open.page.evaluate(() => getSelection()?.toString())).toBe('twice');
    expect(await open.page.evaluate(() => document.activeElement?.className)).toBe('reader');
    await open.page.keyboard.press('h');
    await open.page.waitForFunction(() => window.harness.store.getState().marks.size === 1);

    await open.page.keyboard.press('Control+f');
    expect(await field().inputValue()).toBe('twice');
    await open.page.keyboard.type('once');
    expect(await field().inputValue()).toBe('once');
    await says('1 of 1');
    await open.page.keyboard.press('Control+z');
    expect(await open.page.evaluate(() => window.harness.store.getState().marks.size)).toBe(1);
  });

  it('begins with what is selected, where that is part of a line', async () => {
    await open.page.evaluate(() => {
      const { actions, texts } = window.harness;
      const { text } = texts.composeText(texts.nasty);
      const start = text.indexOf('linked words');
      actions.select({ start, end: start + 6 });
    });
    await open.page.keyboard.press('Control+f');
    await says('1 of 1');
    expect(await field().inputValue()).toBe('linked');
  });
});

describe('the search bar in a book', () => {
  const showBook = (more: { readonly place?: number; readonly held?: boolean }) =>
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
  const hitTop = () =>
    open.page.evaluate(() => {
      const [part] = CSS.highlights.get('find-current') ?? [];
      const bar = document.querySelector('.find-bar');
      if (part === undefined || bar === null) return null;
      const range = document.createRange();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      const reader = document.querySelector('.reader')?.getBoundingClientRect();
      const box = range.getBoundingClientRect();
      return {
        underBar: box.top - bar.getBoundingClientRect().bottom,
        aboveEnd: (reader?.bottom ?? 0) - box.bottom,
      };
    });
  const inSight = async (): Promise<void> => {
    await expect
      .poll(async () => {
        const place = await hitTop();
        return place !== null && place.underBar >= 0 && place.aboveEnd >= 0;
      })
      .toBe(true);
  };

  it('begins at the line being read and shows the hit below the bar, while the text still comes', async () => {
    const place = await open.page.evaluate(() => {
      const { texts } = window.harness;
      return texts.composeText(texts.book(40)).text.indexOf('Chapter 20\n');
    });
    await showBook({ place, held: true });
    await openBar('Chapter 3');
    await says('2 of 11');
    expect(await hitTop()).toBe(null);
    await open.page.evaluate(() => {
      window.harness.release();
    });
    await inSight();
    expect(await painted('find-current')).toEqual(['Chapter 3']);
    await open.page.keyboard.press('Enter');
    await says('3 of 11');
    await inSight();
    // Only what stands near is painted.
    expect((await painted('find-hit')).length).toBeLessThan(11);
  });

  it('stays with its hit while more letters fit it, and begins where the reader scrolled to', async () => {
    await showBook({});
    await openBar('Chapter 2');
    await says('1 of 11');
    await inSight();
    await field().fill('Chapter 20');
    await says('1 of 1');
    await inSight();
    await field().fill('Chapter 2');
    await says('1 of 11');
    await inSight();
    await open.settled();
    await open.page.mouse.move(300, 400);
    await open.page.mouse.wheel(0, 1e7);
    await open.page.waitForFunction(() => window.harness.store.getState().reading.progress > 0.99);
    await field().fill('Chapter 4');
    await says('1 of 2');
    const hits = await find();
    expect(hits?.current).toBe(0);
  });
});
