import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHarness, type OpenHarness } from '../harness/open-harness.ts';

let open: OpenHarness;
beforeAll(async () => {
  open = await openHarness(856, 700);
});
afterAll(() => open.close());

type TextName = 'buoys' | 'nasty' | 'book';

/** Shows a text with one mark on a passage, and chooses it. */
async function showMarked(name: TextName, quote: string): Promise<void> {
  await open.page.evaluate(
    ([wanted, passage]) => {
      const { texts, marks, show } = window.harness;
      const drafts = wanted === 'book' ? texts.book(6) : texts[wanted];
      const { text } = texts.composeText(drafts);
      const start = text.indexOf(passage);
      if (start === -1) throw new Error(`not in the text: ${passage}`);
      const annotations = marks.bareMarks(wanted, text, [{ start, end: start + passage.length }]);
      return show({ id: wanted, title: 'A text', drafts, annotations });
    },
    [name, quote] as const,
  );
  await open.page.evaluate(() => {
    const { store, actions } = window.harness;
    const [mark] = store.getState().marks.ordered();
    actions.goToMark(mark?.id ?? '');
  });
  await handle('end').waitFor();
  await open.settled();
}

const handle = (end: 'start' | 'end') => open.page.locator(`.mark-handle[data-end="${end}"]`);

/** The middle of the character at an offset from where a quote starts, in the window. */
const placeOf = (quote: string, at = 0) =>
  open.page.evaluate(
    ([wanted, from]) => {
      const { points } = window.harness;
      for (const leaf of points.leavesIn(document.body)) {
        const index = leaf.textContent.indexOf(wanted);
        if (index === -1) continue;
        const start = Number(leaf.dataset['start']) + index + from;
        const found = points.pointsOf([leaf], { start, end: start + 1 });
        if (found === null) throw new Error(`nothing at ${start}`);
        const range = document.createRange();
        range.setStart(found.start.node, found.start.offset);
        range.setEnd(found.end.node, found.end.offset);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { left, right, x: (left + right) / 2, y: (top + bottom) / 2 };
      }
      throw new Error(`not on screen: ${wanted}`);
    },
    [quote, at] as const,
  );

/** Presses a handle in its middle; the answer is where that is, counted from the end of the mark. */
async function grab(end: 'start' | 'end'): Promise<{ dx: number; dy: number }> {
  const box = await handle(end).boundingBox();
  const outside = await handle(end).getAttribute('data-outside');
  if (box === null) throw new Error('no handle');
  const half = box.width / 2;
  await open.page.mouse.move(box.x + half, box.y + box.height / 2 + 4);
  await open.page.mouse.down();
  return { dx: (outside === 'left' ? -1 : 1) * (half - 2), dy: 4 };
}

/** Drags an end to a point; the answer goes on to another. */
async function dragTo(end: 'start' | 'end', to: { x: number; y: number }) {
  const { dx, dy } = await grab(end);
  const goOn = async ({ x, y }: { x: number; y: number }): Promise<void> => {
    await open.page.mouse.move(x + dx - 3, y + dy, { steps: 4 });
    await open.page.mouse.move(x + dx, y + dy);
  };
  await goOn(to);
  return goOn;
}

const quote = () =>
  open.page.evaluate(() => window.harness.store.getState().marks.ordered().at(0)?.selector.quote);
/** The text that is shown as the mark while an end moves. */
const preview = () =>
  open.page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const found = [...CSS.highlights].find(([name]) => name.startsWith('preview-'));
    if (found === undefined) return null;
    return [...found[1]]
      .map((item) => {
        const range = document.createRange();
        range.setStart(item.startContainer, item.startOffset);
        range.setEnd(item.endContainer, item.endOffset);
        return range.toString();
      })
      .join('|');
  });
const edits = () =>
  open.page.evaluate(() => window.harness.asked.filter(({ name }) => name === 'edit.apply').length);
const expectSound = async () => {
  const wrong = await open.page.evaluate(() => {
    const { store } = window.harness;
    const { marks, document: shown } = store.getState();
    const text = [...(shown?.loaded.values() ?? [])]
      .sort((a, b) => a.index - b.index)
      .map((section) => section.text)
      .join('');
    return [...marks.ordered()].filter(
      ({ span, selector }) => text.slice(span.start, span.end) !== selector.quote,
    );
  });
  expect(wrong).toEqual([]);
};

describe('dragging an end of a mark', () => {
  beforeEach(() => showMarked('buoys', 'fourteen ships waited'));

  it('goes by words, shows it at once, and makes one edit at the end', async () => {
    const { page } = open;
    await page.getByTestId('mark-toolbar').waitFor();
    await dragTo('end', {
      ...(await placeOf('the bar, and')),
      x: (await placeOf('bar, and', 2)).right,
    });
    expect(await preview()).toBe('fourteen ships waited outside the bar');
    expect(await page.getByTestId('mark-toolbar').count()).toBe(0);
    expect(await quote()).toBe('fourteen ships waited');
    expect(await edits()).toBe(0);
    await page.mouse.up();
    expect(await quote()).toBe('fourteen ships waited outside the bar');
    expect(await edits()).toBe(1);
    expect(await preview()).toBe(null);
    await page.getByTestId('mark-toolbar').waitFor();
    const state = await page.evaluate(() => {
      const { store } = window.harness;
      const { announcement, selection } = store.getState();
      const active = [...CSS.highlights].filter(([name]) => name.startsWith('mark-active'));
      return {
        announcement,
        selection,
        collapsed: document.getSelection()?.isCollapsed,
        painted: active.map(([, set]) => set.size),
        focus: document.activeElement?.className,
      };
    });
    expect(state).toEqual({
      announcement: 'The mark ends: fourteen ships waited outside the bar',
      selection: null,
      collapsed: true,
      painted: [1],
      focus: 'reader',
    });
    await expectSound();
  });

  it('goes by characters with Alt, and back to words without', async () => {
    const { page } = open;
    const to = await placeOf('outside the bar', 2);
    await dragTo('end', { x: to.left, y: to.y });
    expect(await preview()).toBe('fourteen ships waited');
    await page.keyboard.down('Alt');
    expect(await preview()).toBe('fourteen ships waited ou');
    await page.keyboard.up('Alt');
    expect(await preview()).toBe('fourteen ships waited');
    await page.keyboard.down('Alt');
    await page.mouse.up();
    await page.keyboard.up('Alt');
    expect(await quote()).toBe('fourteen ships waited ou');
  });

  it('lets the ends cross, is never empty, and leaves by Escape without a change', async () => {
    const { page } = open;
    const far = await placeOf('By noon');
    const goOn = await dragTo('end', { x: far.left + 1, y: far.y });
    expect((await preview())?.trim()).toBe('By noon');
    const near = await placeOf('fourteen ships');
    await goOn({ x: near.left + 1, y: near.y });
    expect(await preview()).toBe('fourteen');
    await goOn({ x: far.left + 1, y: far.y });
    await page.keyboard.press('Escape');
    expect(await preview()).toBe(null);
    await page.mouse.up();
    expect(await quote()).toBe('fourteen ships waited');
    expect(await edits()).toBe(0);
    // The mark is still the chosen one, and painted again.
    await page.getByTestId('mark-toolbar').waitFor();
    expect(await page.evaluate(() => CSS.highlights.get('mark-active-yellow')?.size)).toBe(1);
    await dragTo('start', { x: (await placeOf('waited outside', 13)).right, y: near.y });
    await page.mouse.up();
    expect(await quote()).toBe('outside');
    await expectSound();
  });

  it('does nothing when a handle is merely clicked', async () => {
    await grab('end');
    await open.page.mouse.up();
    expect(await edits()).toBe(0);
    expect(await quote()).toBe('fourteen ships waited');
    expect(await open.page.evaluate(() => window.harness.store.getState().active)).not.toBe(null);
  });

  it('ends when the mark is changed under it', async () => {
    await dragTo('end', await placeOf('ports.'));
    await open.page.evaluate(() => {
      const { actions, store } = window.harness;
      actions.removeMark(store.getState().marks.ordered().at(0)?.id ?? '');
    });
    await open.page.mouse.up();
    expect(await preview()).toBe(null);
    expect(await edits()).toBe(1);
  });
});

describe('dragging in texts of other kinds', () => {
  it('runs from a list into a table', async () => {
    await showMarked('nasty', 'Second item');
    await open.page.evaluate(() =>
      document.querySelector('table')?.scrollIntoView({ block: 'end' }),
    );
    await open.settled();
    const to = await placeOf('2 October', 8);
    await dragTo('end', { x: to.right, y: to.y });
    await open.page.mouse.up();
    expect(await quote()).toMatch(/^Second item[^]*Quoted twice[^]*Ships[^]*2 October$/);
    await expectSound();
  });

  it('follows the direction of the letters', async () => {
    await showMarked('nasty', 'المكتب في');
    const word = await placeOf('في السادسة');
    const [start, end] = [await handle('start').boundingBox(), await handle('end').boundingBox()];
    expect(start?.x ?? 0).toBeGreaterThan((end?.x ?? 0) + 20);
    const to = await placeOf('السادسة', 6);
    expect(to.x).toBeLessThan(word.x);
    await dragTo('end', { x: to.left + 1, y: to.y });
    await open.page.mouse.up();
    expect(await quote()).toBe('المكتب في السادسة');
    const first = await placeOf('فتح');
    await dragTo('start', { x: first.right - 1, y: first.y });
    await open.page.mouse.up();
    expect(await quote()).toBe('فتح المكتب في السادسة');
    await expectSound();
  });

  it('cuts no character', async () => {
    await showMarked('nasty', 'A family');
    await open.page.keyboard.down('Alt');
    const flag = await placeOf('a flag');
    await dragTo('end', { x: flag.left - 14, y: flag.y });
    await open.page.mouse.up();
    await open.page.keyboard.up('Alt');
    expect(await quote()).toMatch(/^A family( 👩‍👩‍👧,?)?$/u);
    await expectSound();
  });

  it('scrolls at the edge, from one section into another', async () => {
    await showMarked('book', 'Chapter 2');
    const box = await open.page.getByTestId('reader').boundingBox();
    if (box === null) throw new Error('no reader');
    const before = await open.page.evaluate(() => document.querySelector('.reader')?.scrollTop);
    await grab('start');
    await open.page.mouse.move(300, box.y + 4, { steps: 3 });
    await open.page.waitForFunction(
      (top) => {
        const ranges = [...CSS.highlights].find(([name]) => name.startsWith('preview-'))?.[1];
        const now = document.querySelector('.reader')?.scrollTop ?? top;
        return now < top - 700 && (ranges?.size ?? 0) > 1;
      },
      before ?? 0,
      { timeout: 20_000 },
    );
    await open.page.mouse.up();
    const span = await open.page.evaluate(() => {
      const { marks, document: shown } = window.harness.store.getState();
      const [mark] = marks.ordered();
      const at = (offset: number) => shown?.sections.findIndex(({ end }) => end > offset) ?? -1;
      return { crossed: at(mark?.span.end ?? 0) - at(mark?.span.start ?? 0) };
    });
    expect(span.crossed).toBeGreaterThan(0);
    await expectSound();
    await handle('start').waitFor();
  });
});

describe('the keys', () => {
  it('move both ends by words and characters, each press one edit, and say what it ends with', async () => {
    await showMarked('buoys', 'fourteen ships waited');
    const { page } = open;
    await page.getByTestId('reader').focus();
    const said = () => page.evaluate(() => window.harness.store.getState().announcement);
    const steps = [
      ['Alt+ArrowRight', 'fourteen ships waited outside', 'The mark ends:'],
      ['Alt+Shift+ArrowLeft', 'noon fourteen ships waited outside', 'The mark starts:'],
      [',', 'noon fourteen ships waited outsid', 'The mark ends:'],
      ['>', 'oon fourteen ships waited outsid', 'The mark starts:'],
      ['Alt+Shift+ArrowRight', 'fourteen ships waited outsid', 'The mark starts:'],
      ['Alt+ArrowLeft', 'fourteen ships waited', 'The mark ends:'],
    ] as const;
    for (const [at, [keys, wanted, words]] of steps.entries()) {
      await page.keyboard.press(keys);
      expect(await quote()).toBe(wanted);
      expect(await said()).toContain(words);
      expect(await edits()).toBe(at + 1);
    }
    await expectSound();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.keyboard.press('Alt+ArrowLeft');
    await page.keyboard.press('Alt+ArrowLeft');
    expect(await quote()).toBe('fourteen');
    expect(await said()).toBe('The mark goes no further in this direction');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+ArrowRight');
    expect(await said()).toContain('No mark is chosen');
  });

  it('keep the end that moves in view', async () => {
    await showMarked('book', 'Chapter 3');
    await open.page.getByTestId('reader').focus();
    for (let presses = 0; presses < 12; presses++) await open.page.keyboard.press('Alt+ArrowRight');
    await open.page.evaluate(() => {
      const reader = document.querySelector('.reader');
      if (reader !== null) reader.scrollTop += 500;
    });
    await open.settled();
    await open.page.keyboard.press('Alt+ArrowRight');
    await open.settled();
    const [end, box] = [
      await handle('end').boundingBox(),
      await open.page.getByTestId('reader').boundingBox(),
    ];
    expect(end?.y ?? 0).toBeGreaterThanOrEqual(box?.y ?? 0);
    expect(end?.y ?? 0).toBeLessThan((box?.y ?? 0) + (box?.height ?? 0));
  });
});
