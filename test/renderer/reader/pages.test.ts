import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, type OpenHarness } from '../harness/open-harness.ts';

let open: OpenHarness;
beforeAll(async () => {
  open = await openHarness();
});
afterAll(() => open.close());

async function showBook(chapters = 2, place?: number): Promise<void> {
  await open.page.evaluate(
    ({ chapters, place }) => {
      const { texts, show } = window.harness;
      const drafts = texts.book(chapters);
      const pages = texts.pagesOf(texts.composeText(drafts).text);
      return show({
        id: 'paged-1',
        title: 'A book with pages',
        drafts,
        annotations: [],
        pages,
        ...(place !== undefined && { place }),
      });
    },
    { chapters, place },
  );
}

async function showView(view: 'pages' | 'text'): Promise<void> {
  await open.page.evaluate((wanted) => window.harness.actions.showView(wanted), view);
  await open.settled();
}

/** The words that are painted as marks, in the order of the text. */
const painted = () =>
  open.page.evaluate(() => {
    const found: Range[] = [];
    for (const [name, ranges] of CSS.highlights) {
      if (!/^mark-[a-z]+-\d$/.test(name)) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of ranges) {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        found.push(range);
      }
    }
    found.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    return found.map(String);
  });

describe('pages', () => {
  it('are shown first, of their own size, each run at its place and as wide as it is printed', async () => {
    await showBook();
    const found = await open.page.evaluate(() => {
      const pages = window.harness.store.getState().document?.pages;
      const [paper] = document.querySelectorAll<HTMLElement>('.paper');
      const runs = [...(paper?.querySelectorAll<HTMLElement>('.run') ?? [])];
      const box = paper?.getBoundingClientRect();
      const numbers = pages?.shown.get(0)?.runs ?? [];
      const scale = (box?.width ?? 0) / (pages?.infos[0]?.width ?? 1);
      const off = runs.map((run, index) => {
        const [, , left = 0, top = 0, width = 0] = numbers.slice(index * 7);
        const rect = run.getBoundingClientRect();
        return Math.max(
          Math.abs(rect.left - (box?.left ?? 0) - left * scale),
          Math.abs(rect.top - (box?.top ?? 0) - top * scale),
          Math.abs(rect.width - width * scale),
        );
      });
      return {
        view: pages?.view,
        shown: document.querySelectorAll('.paper').length,
        count: pages?.infos.length,
        ratio: (box?.height ?? 0) / (box?.width ?? 1),
        runs: runs.length,
        off: Math.max(...off),
      };
    });
    expect(found.view).toBe('pages');
    expect(found.shown).toBe(found.count);
    expect(found.ratio).toBeCloseTo(640 / 480, 2);
    expect(found.runs).toBe(24);
    expect(found.off).toBeLessThan(1.5);
  });

  it('lead from every offset of their text to the DOM and back', async () => {
    await showBook();
    const wrong = await open.page.evaluate(() => {
      const { points, texts } = window.harness;
      const { text } = texts.composeText(texts.book(2));
      const leaves = points.leavesIn(document.body);
      return leaves.flatMap((leaf) => {
        const start = Number(leaf.dataset['start']);
        const end = Number(leaf.dataset['end']);
        if (leaf.textContent !== text.slice(start, end)) return [`text at ${start}`];
        return Array.from({ length: end - start }, (_, at) => start + at)
          .filter(
            (at) => points.offsetOf(leaves, points.pointIn(leaf, at, 'start'), 'start') !== at,
          )
          .map((at) => `offset ${at}`);
      });
    });
    expect(wrong).toEqual([]);
  });

  it('show a mark at the same words as the running text does, across lines and pages', async () => {
    await showBook();
    const spans = await open.page.evaluate(() => {
      const { store, actions } = window.harness;
      const first = store.getState().document?.pages?.infos[0];
      const end = first?.end ?? 0;
      const made = [
        { start: 30, end: 42 },
        { start: 200, end: 420 },
        { start: end - 60, end: end + 80 },
      ];
      for (const span of made) actions.highlight({ kind: 'span', span }, 'green');
      actions.activate(null);
      return made;
    });
    const wanted = await open.page.evaluate((made) => {
      const { store, texts } = window.harness;
      const { text } = texts.composeText(texts.book(2));
      const marks = store.getState().marks.ordered();
      return made.map((_, index) => {
        const mark = marks.at(index);
        return mark === undefined ? '' : text.slice(mark.span.start, mark.span.end);
      });
    }, spans);
    await open.settled();
    const bare = (words: readonly string[]) => words.join('').replace(/\s/gu, '');
    const onPages = await painted();
    await showView('text');
    const inText = await painted();
    expect(bare(onPages)).toBe(bare(wanted));
    expect(bare(inText)).toBe(bare(wanted));
    await showView('pages');
    expect(bare(await painted())).toBe(bare(wanted));
  });

  it('go on at the line that was read in the other view', async () => {
    await showBook(6, 20_000);
    const reading = () => open.page.evaluate(() => window.harness.store.getState().reading.offset);
    expect(Math.abs((await reading()) - 20_000)).toBeLessThan(80);
    await showView('text');
    expect(Math.abs((await reading()) - 20_000)).toBeLessThan(200);
    await showView('pages');
    expect(Math.abs((await reading()) - 20_000)).toBeLessThan(280);
  });

  it('are selected on with the pointer, across lines, beside lines and across pages', async () => {
    await showBook();
    const place = (offset: number) =>
      open.page.evaluate((at) => {
        const { points } = window.harness;
        const leaves = points.leavesIn(document.body);
        const found = points.pointsOf(leaves, { start: at, end: at + 1 });
        if (found === null) throw new Error(`nothing at ${at}`);
        const range = document.createRange();
        range.setStart(found.start.node, found.start.offset);
        range.setEnd(found.end.node, found.end.offset);
        const { left, top, height, right } = range.getBoundingClientRect();
        return { x: left + 1, y: top + height / 2, right };
      }, offset);
    const selection = () => open.page.evaluate(() => window.harness.store.getState().selection);
    const { mouse } = open.page;
    const from = await place(100);
    const to = await place(400);
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 12 });
    await mouse.up();
    const across = await selection();
    expect(Math.abs((across?.start ?? 0) - 100)).toBeLessThanOrEqual(2);
    expect(Math.abs((across?.end ?? 0) - 400)).toBeLessThanOrEqual(2);

    // Beside the lines there is no text: the selection stays with the line that it was on.
    const other = await place(160);
    await mouse.click(other.x, other.y + 400);
    await mouse.move(other.x, other.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 12 });
    await mouse.move(8, to.y, { steps: 12 });
    await mouse.up();
    const beside = await selection();
    expect(Math.abs((beside?.start ?? 0) - 160)).toBeLessThanOrEqual(2);
    const line = await open.page.evaluate(() => {
      const { points } = window.harness;
      const leaf = points.leavesIn(document.body).find((each) => Number(each.dataset['end']) > 400);
      return Number(leaf?.dataset['start']);
    });
    expect(Math.abs((beside?.end ?? 0) - line)).toBeLessThanOrEqual(2);

    const border = await open.page.evaluate(() => {
      const { store, actions } = window.harness;
      actions.goToPage(1);
      return store.getState().document?.pages?.infos[1]?.start ?? 0;
    });
    await open.settled();
    await open.page.evaluate(() => {
      const reader = document.querySelector('.reader');
      if (reader !== null) reader.scrollTop -= 300;
    });
    await open.settled();
    const above = await place(border - 50);
    const below = await place(border + 100);
    await mouse.move(above.x, above.y);
    await mouse.down();
    await mouse.move(below.x, below.y, { steps: 24 });
    await mouse.up();
    const pages = await selection();
    expect(Math.abs((pages?.start ?? 0) - (border - 50))).toBeLessThanOrEqual(2);
    expect(Math.abs((pages?.end ?? 0) - (border + 100))).toBeLessThanOrEqual(2);
  });

  it('open 1,000 at once: boxes of their size, text near the viewport alone, any page exactly', async () => {
    await showBook(150);
    const count = await open.page.evaluate(
      () => window.harness.store.getState().document?.pages?.infos.length ?? 0,
    );
    expect(count).toBeGreaterThan(1000);
    for (const index of [count - 1, 500, 3]) {
      await open.page.evaluate((at) => window.harness.actions.goToPage(at), index);
      await open.settled();
      const top = await open.page.evaluate((at) => {
        const reader = document.querySelector('.reader')?.getBoundingClientRect().top ?? 0;
        const paper = document.querySelectorAll('.paper')[at];
        return (paper?.getBoundingClientRect().top ?? 0) - reader;
      }, index);
      if (index < count - 1) expect(Math.abs(top - 12)).toBeLessThan(2);
      else expect(Math.abs(top)).toBeLessThan(720);
    }
    const drawn = await open.page.evaluate(() => document.querySelectorAll('.paper .run').length);
    expect(drawn).toBeGreaterThan(24);
    expect(drawn).toBeLessThan(24 * 60);
  });

  it('keep what is read in its place when they become larger', async () => {
    await showBook(6, 20_000);
    const place = () => open.page.evaluate(() => window.harness.store.getState().reading.page ?? 0);
    const before = await place();
    for (const zoom of [2, 0.6, 'page', 'width'] as const) {
      await open.page.evaluate((to) => window.harness.actions.zoomPages(to), zoom);
      await open.settled();
      expect(Math.abs((await place()) - before)).toBeLessThan(0.02);
    }
  });
});
