import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, type OpenHarness } from '../harness/open-harness.ts';

let open: OpenHarness;
beforeAll(async () => {
  open = await openHarness();
});
afterAll(() => open.close());

const strip = () => open.page.getByTestId('minimap');
const canvas = () => open.page.locator('.minimap-canvas');

/** A book of 40 chapters; marks at shares of its text, in the colours' turn. */
async function showBook(shares: readonly number[]): Promise<void> {
  await open.page.evaluate((at) => {
    const { texts, marks, show } = window.harness;
    const drafts = texts.book(40);
    const { text } = texts.composeText(drafts);
    const spans = at.map((share) => {
      const start = Math.floor(share * text.length);
      return { start, end: start + 30 };
    });
    return show({
      id: 'book-1',
      title: 'A book',
      drafts,
      annotations: marks.bareMarks('book-1', text, spans),
    });
  }, shares);
  await canvas().waitFor();
}

/** Of each row of pixels, the colours from left to right. */
const pixels = () =>
  open.page.evaluate(() => {
    const drawn = document.querySelector<HTMLCanvasElement>('.minimap-canvas');
    const data = drawn?.getContext('2d')?.getImageData(0, 0, drawn.width, drawn.height).data;
    if (!drawn || !data) throw new Error('no map');
    return Array.from({ length: drawn.height }, (_, y) =>
      data.slice(y * drawn.width * 4, (y + 1) * drawn.width * 4).join(),
    );
  });

const length = () =>
  open.page.evaluate(() => window.harness.store.getState().document?.entry.characters ?? 0);
const reading = () => open.page.evaluate(() => window.harness.store.getState().reading);
const differing = (a: readonly string[], b: readonly string[]): number[] =>
  a.flatMap((row, y) => (row === b[y] ? [] : [y]));
const rowsOf = (share: number, height: number): number[] => {
  const row = Math.floor((share * height) / 2);
  return [row * 2, row * 2 + 1];
};

/** Waits until a line of the text stands where the reader looks after going to a share of the map. */
async function arrivesAt(offset: number, share: number): Promise<void> {
  await open.page.waitForFunction(
    ([at, part]) => {
      const { points } = window.harness;
      const found = points.pointsOf(points.leavesIn(document.body), { start: at, end: at + 1 });
      const reader = document.querySelector('.reader');
      if (found === null || reader === null) return false;
      const range = document.createRange();
      range.setStart(found.start.node, found.start.offset);
      range.setEnd(found.end.node, found.end.offset);
      const top = range.getBoundingClientRect().top - reader.getBoundingClientRect().top;
      return Math.abs(top - reader.clientHeight * part) < 2;
    },
    [offset, share] as const,
    { timeout: 5000 },
  );
}

async function boxOfCanvas() {
  const box = await canvas().boundingBox();
  if (box === null) throw new Error('the map is not drawn');
  return box;
}

const offsetAtShare = async (share: number): Promise<number> =>
  Math.floor(share * (await length()));

describe('the map of the text', () => {
  it('draws marks in the rows of their places, and nothing where there is nothing', async () => {
    await showBook([]);
    const empty = await pixels();
    const shares = [0.1003, 0.4004, 0.9005];
    await showBook(shares);
    const marked = await pixels();
    const expected = shares.flatMap((share) => rowsOf(share, empty.length));
    expect(differing(empty, marked)).toEqual(expected);
  });

  it('draws anew only the row of a mark that comes or goes', async () => {
    const before = await pixels();
    const at = await offsetAtShare(0.7003);
    await open.page.evaluate((start) => {
      const { actions } = window.harness;
      actions.highlight({ kind: 'span', span: { start, end: start + 20 } }, 'teal');
      actions.activate(null);
    }, at);
    await open.settled();
    const after = await pixels();
    expect(differing(before, after)).toEqual(rowsOf(0.7003, before.length));
    await open.page.evaluate((start) => {
      const { actions, store } = window.harness;
      const { marks } = store.getState();
      for (const { id } of marks.overlapping({ start, end: start + 20 })) actions.removeMark(id);
    }, at);
    await open.settled();
    expect(await pixels()).toEqual(before);
  });

  it('emphasises the active mark', async () => {
    const before = await pixels();
    await open.page.evaluate(() => {
      const { actions, store } = window.harness;
      actions.activate(store.getState().marks.ordered().at(1)?.id ?? null);
    });
    await open.settled();
    expect(differing(before, await pixels())).toEqual(rowsOf(0.4004, before.length));
    await open.page.evaluate(() => window.harness.actions.activate(null));
    await open.settled();
    expect(await pixels()).toEqual(before);
  });

  it('draws what is sought, the current place stronger, and takes it away again', async () => {
    const before = await pixels();
    const shares = [0.2003, 0.6003, 0.8003];
    const size = await length();
    const find = (current: number | null) =>
      open.page.evaluate(
        ([at, starts]) => {
          const query = { text: 'x', matchCase: false, matchAccents: false, wholeWord: false };
          const hits = {
            starts: Uint32Array.from(starts),
            ends: Uint32Array.from(starts, (start) => start + 5),
            capped: false,
          };
          const { store } = window.harness;
          const known = store.getState().find?.hits ?? hits;
          store.setState({
            find:
              at === null
                ? null
                : {
                    query: { ...query, regex: false },
                    hits: known,
                    current: at,
                    searching: false,
                    problem: null,
                  },
          });
        },
        [current, shares.map((share) => Math.floor(share * size))] as const,
      );
    await find(-1);
    await open.settled();
    const found = await pixels();
    expect(differing(before, found)).toEqual(
      shares.map((share) => rowsOf(share, before.length)[0]),
    );
    await find(1);
    await open.settled();
    expect(differing(found, await pixels())).toEqual(rowsOf(0.6003, before.length));
    await find(null);
    await open.settled();
    expect(await pixels()).toEqual(before);
  });

  it('leaves the text where it is, beside its own place', async () => {
    const inside = await open.page.evaluate(() => {
      const text = document.querySelector('.text')?.getBoundingClientRect().right ?? Infinity;
      return text <= (document.querySelector('.minimap')?.getBoundingClientRect().left ?? 0);
    });
    expect(inside).toBe(true);
    const heights = await open.page.evaluate(() => {
      const reader = document.querySelector('.reader');
      return [reader?.clientHeight, document.querySelector('.minimap')?.clientHeight];
    });
    expect(heights[0]).toBe(heights[1]);
  });
});

describe('going by the map', () => {
  it('goes where it is clicked, exactly', async () => {
    await showBook([]);
    const box = await boxOfCanvas();
    const y = Math.round(box.height * 0.5);
    await open.page.mouse.click(box.x + 8, box.y + y);
    await arrivesAt(await offsetAtShare(y / box.height), 0.28);
  });

  it('goes to the start of a mark whose tick is clicked nearby', async () => {
    await showBook([0.3, 0.8]);
    const box = await boxOfCanvas();
    await open.page.mouse.click(box.x + 8, box.y + box.height * 0.8 + 2);
    await arrivesAt(await offsetAtShare(0.8), 0.28);
  });

  it('follows a drag, says where it is, and shows what is on screen', async () => {
    await showBook([]);
    const box = await boxOfCanvas();
    await open.page.mouse.move(box.x + 8, box.y + box.height * 0.3);
    await open.page.mouse.down();
    const places: number[] = [];
    for (const share of [0.4, 0.5, 0.6, 0.75]) {
      await open.page.mouse.move(box.x + 8, box.y + box.height * share, { steps: 4 });
      await open.settled();
      places.push((await reading()).offset);
    }
    const y = Math.round(box.y + box.height * 0.75) - box.y;
    await open.page.mouse.move(box.x - 200, box.y + y);
    await arrivesAt(await offsetAtShare(y / box.height), 0.28);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(4);
    expect(await open.page.getByTestId('minimap-tip').innerText()).toMatch(
      /^Chapter 3[01]\s*75 %$/,
    );
    await open.page.mouse.up();
    await open.page.mouse.move(200, 300);
    await open.page.getByTestId('minimap-tip').waitFor({ state: 'hidden' });
    const shown = await open.page.locator('.minimap-box').boundingBox();
    const { offset } = await reading();
    expect((shown?.y ?? 0) - box.y).toBeCloseTo((offset / (await length())) * box.height, 0);
  });

  it('says after a short rest what stands under the pointer', async () => {
    const box = await boxOfCanvas();
    await open.page.mouse.move(box.x + 8, box.y + box.height * 0.11);
    const tip = open.page.getByTestId('minimap-tip');
    await tip.waitFor({ state: 'visible' });
    expect(await tip.innerText()).toMatch(/^Chapter 5\s*11 %$/);
    await open.page.mouse.move(200, 300);
    await tip.waitFor({ state: 'hidden' });
  });

  it('lets the wheel scroll the text', async () => {
    const before = await reading();
    const box = await boxOfCanvas();
    await open.page.mouse.move(box.x + 8, box.y + 60);
    await open.page.mouse.wheel(0, -1500);
    await open.page.waitForFunction(
      (offset) => window.harness.store.getState().reading.offset < offset,
      before.offset,
    );
  });

  it('goes by keys and says the place', async () => {
    await strip().focus();
    await open.page.keyboard.press('Home');
    await open.page.waitForFunction(() => document.querySelector('.reader')?.scrollTop === 0);
    await open.page.keyboard.press('PageDown');
    await open.page.keyboard.press('ArrowDown');
    await open.page.waitForFunction(() => {
      const reader = document.querySelector('.reader');
      return reader?.scrollTop === Math.round(reader?.clientHeight ?? 0) * 0.9 + 40;
    });
    await open.page.keyboard.press('End');
    await open.page.waitForFunction(
      () => document.querySelector('.minimap')?.ariaValueText === '100 %, Chapter 40',
    );
    expect(await strip().getAttribute('role')).toBe('slider');
    expect(await strip().getAttribute('aria-valuenow')).toBe('100');
  });
});

describe('the map at its limits', () => {
  it('is no higher than a short text, and is not there without characters', async () => {
    await open.page.evaluate(() => {
      const { texts, marks, show } = window.harness;
      const drafts = [texts.paragraph('A single line, and no more.')];
      const { text } = texts.composeText(drafts);
      const annotations = marks.bareMarks('line-1', text, [{ start: 2, end: 8 }]);
      return show({ id: 'line-1', title: 'A line', drafts, annotations });
    });
    await open.page.locator('.minimap[data-still]').waitFor();
    expect((await boxOfCanvas()).height).toBeLessThan(20);
    expect(await open.page.locator('.minimap-box').isVisible()).toBe(false);
    await open.page.evaluate(() =>
      window.harness.show({ id: 'none-1', title: 'Nothing', drafts: [], annotations: [] }),
    );
    expect(await strip().count()).toBe(0);
  });

  it('is full of colour under a hundred thousand marks', async () => {
    const found = await open.page.evaluate(async () => {
      const { texts, marks, show } = window.harness;
      const drafts = texts.book(40);
      const { text } = texts.composeText(drafts);
      const spans = Array.from({ length: 100_000 }, (_, index) => {
        const start = Math.floor((index * (text.length - 60)) / 100_000);
        return { start, end: start + 40 };
      });
      const annotations = marks.bareMarks('book-1', text, spans);
      await show({ id: 'book-1', title: 'A book', drafts, annotations });
      return window.harness.store.getState().marks.size;
    });
    expect(found).toBe(100_000);
    await canvas().waitFor();
    const drawn = await pixels();
    expect(drawn.filter((row) => /[1-9]/.test(row)).length).toBe(drawn.length);
  });
});
