import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHarness, type OpenHarness } from '../harness/open-harness.ts';

let open: OpenHarness;
beforeAll(async () => {
  open = await openHarness(856, 826);
});
afterAll(() => open.close());
beforeEach(async () => {
  await open.page.evaluate(() => {
    const { texts, marks, show } = window.harness;
    const { text } = texts.composeText(texts.buoys);
    return show({
      id: 'buoys-1',
      title: 'The buoys that moved',
      drafts: texts.buoys,
      annotations: marks.buoyMarks('buoys-1', text),
      tags: marks.buoyTags,
    });
  });
});

/** The middle of a passage's first and last character, in the window. */
const placeOf = (quote: string) =>
  open.page.evaluate((wanted) => {
    const { texts, points } = window.harness;
    const { text } = texts.composeText(texts.buoys);
    const start = text.indexOf(wanted);
    const leaves = points.leavesIn(document.body);
    const middle = (at: number) => {
      const found = points.pointsOf(leaves, { start: at, end: at + 1 });
      if (found === null) throw new Error(`nothing at ${at}`);
      const range = document.createRange();
      range.setStart(found.start.node, found.start.offset);
      range.setEnd(found.end.node, found.end.offset);
      const box = range.getBoundingClientRect();
      return {
        left: box.left,
        right: box.right,
        x: box.left + box.width / 2,
        y: box.top + box.height / 2,
      };
    };
    return {
      start,
      end: start + wanted.length,
      from: middle(start),
      to: middle(start + wanted.length - 1),
    };
  }, quote);

const activeQuote = () =>
  open.page.evaluate(() => {
    const { active, marks } = window.harness.store.getState();
    return active === null ? null : marks.get(active)?.selector.quote;
  });
const selection = () => open.page.evaluate(() => window.harness.store.getState().selection);

describe('a click', () => {
  it('finds exactly the marks under 200 random points', async () => {
    const places = await open.page.evaluate(() => {
      const { points, store } = window.harness;
      const leaves = points.leavesIn(document.body);
      const candidates: { x: number; y: number; ids: string[] }[] = [];
      for (const leaf of leaves) {
        const end = Number(leaf.dataset['end']);
        for (let offset = Number(leaf.dataset['start']); offset < end; offset++) {
          const found = points.pointsOf(leaves, { start: offset, end: offset + 1 });
          if (found === null) continue;
          const range = document.createRange();
          range.setStart(found.start.node, found.start.offset);
          range.setEnd(found.end.node, found.end.offset);
          const box = range.getBoundingClientRect();
          if (box.width < 2 || box.bottom > innerHeight - 20) continue;
          const ids = store
            .getState()
            .marks.at(offset)
            .map((mark) => mark.id);
          candidates.push({ x: box.left + box.width / 2, y: box.top + box.height / 2, ids });
        }
      }
      return Array.from(
        { length: 200 },
        (_, index) => candidates[(index * 7919) % candidates.length],
      ).filter((item) => item !== undefined);
    });
    expect(places.length).toBe(200);
    const wrong = await open.page.evaluate((items) => {
      const { actions, store } = window.harness;
      const click = (x: number, y: number) => {
        document
          .querySelector('article')
          ?.dispatchEvent(
            new MouseEvent('click', { clientX: x, clientY: y, bubbles: true, detail: 1 }),
          );
        return store.getState().active;
      };
      return items.filter(({ x, y, ids }) => {
        actions.activate(null);
        const reached = new Set<string | null>();
        for (let press = 0; press < Math.max(ids.length, 1); press++) reached.add(click(x, y));
        const expected = new Set<string | null>(ids.length === 0 ? [null] : ids);
        return reached.size !== expected.size || [...reached].some((id) => !expected.has(id));
      });
    }, places);
    expect(wrong).toEqual([]);
  });

  it('reaches overlapping marks one after the other, and leaves them beside the text', async () => {
    const { from } = await placeOf('the second and');
    const press = async () => {
      // Each a press of its own, however quick: the second of a double click would say 2.
      await open.page.mouse.click(from.x, from.y, { clickCount: 1 });
      return activeQuote();
    };
    const seen = [await press(), await press(), await press()];
    expect(new Set(seen).size).toBe(3);
    expect(await press()).toBe(seen[0]);
    await open.page.mouse.click(8, 500);
    expect(await activeQuote()).toBe(null);
  });
});

describe('a selection', () => {
  it('made by a drag is the span, and gets a toolbar that keeps it', async () => {
    const { start, end, from, to } = await placeOf('“We measured once, at night, in a swell,”');
    await open.page.mouse.move(from.left + 0.5, from.y);
    await open.page.mouse.down();
    await open.page.mouse.move(to.x, to.y, { steps: 8 });
    expect(await open.page.getByTestId('selection-toolbar').count()).toBe(0);
    await open.page.mouse.move(to.right, to.y);
    await open.page.mouse.up();
    await open.page.getByTestId('selection-toolbar').waitFor();
    await expect.poll(selection).toEqual({ start, end });

    await open.page.getByRole('button', { name: 'Highlight: Purple' }).click();
    await open.page.getByTestId('mark-toolbar').waitFor();
    expect(await activeQuote()).toBe('“We measured once, at night, in a swell,”');
    expect(await selection()).toBe(null);
    const after = await open.page.evaluate(() => ({
      collapsed: document.getSelection()?.isCollapsed,
      focus: document.activeElement?.getAttribute('data-testid'),
    }));
    expect(after).toEqual({ collapsed: true, focus: 'reader' });
  });

  it('of everything is the whole text', async () => {
    await open.page.getByTestId('reader').focus();
    await open.page.keyboard.press('ControlOrMeta+a');
    const length = await open.page.evaluate(
      () => window.harness.store.getState().document?.entry.characters,
    );
    await expect.poll(selection).toEqual({ start: 0, end: length });
  });

  it('has a toolbar inside the window wherever it is, above or below it', async () => {
    const spots = ['The harbour office', 'two had left for other', 'On the quay', 'that week'];
    for (const quote of spots) {
      const { start, end } = await placeOf(quote);
      const bar = open.page.getByTestId('selection-toolbar');
      await open.page.evaluate(
        (span) => {
          window.harness.actions.select(span);
        },
        { start, end },
      );
      // Not the one of the passage before, and where it has come to stand.
      await bar.and(open.page.locator(':not([data-before])')).waitFor();
      await bar.evaluate(async (element) => {
        await Promise.all(element.getAnimations().map((each) => each.finished));
        element.setAttribute('data-before', '');
      });
      const box = await bar.boundingBox();
      if (box === null) throw new Error('no box');
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(856);
      expect(box.y + box.height).toBeLessThanOrEqual(826);
      const { from } = await placeOf(quote);
      expect(from.y < box.y || from.y > box.y + box.height).toBe(true);
    }
  });
});

describe('the keyboard', () => {
  it('selects sentence by sentence, moves the end, marks, and leaves by Escape', async () => {
    const { page } = open;
    const text = () =>
      page.evaluate(() => {
        const { selection: span } = window.harness.store.getState();
        const { texts } = window.harness;
        return span && texts.composeText(texts.buoys).text.slice(span.start, span.end);
      });
    await page.getByTestId('reader').focus();
    await page.keyboard.press('s');
    expect(await text()).toBe('The harbour office opened at six, an hour late.');
    await page.keyboard.press('s');
    expect(await text()).toContain('“Nobody told us,” said the pilot on duty');
    await page.keyboard.press('Shift+S');
    expect(await text()).toBe('The harbour office opened at six, an hour late.');
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await text()).toBe('The harbour office opened at six, an hour late');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    expect(await text()).toBe('The harbour office opened at six, an hour');
    await page.keyboard.press('Shift+Alt+ArrowDown');
    expect(await text()).toBe('The harbour office opened at six, an hour late.');

    await page.getByTestId('selection-toolbar').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(await focused()).toBe('Highlight: Green');
    await page.keyboard.press('Enter');
    expect(await activeQuote()).toBe('The harbour office opened at six, an hour late.');
    await page.keyboard.press('Escape');
    expect(await activeQuote()).toBe(null);
  });

  it('opens the tag box and the note at the passage, and copies it', async () => {
    const { page } = open;
    await page.getByTestId('reader').focus();
    await page.keyboard.press('s');
    await page.keyboard.press('c');
    await page.keyboard.press('t');
    const found = await page.evaluate(() => {
      const { store, asked } = window.harness;
      const { overlay } = store.getState();
      return {
        kind: overlay?.kind,
        target: overlay?.target.kind,
        anchored: (overlay?.anchor.width ?? 0) > 20,
        copied: asked.find((item) => item.name === 'clipboard.write')?.input,
        kept: CSS.highlights.get('selection-kept')?.size,
      };
    });
    expect(found).toEqual({
      kind: 'tag',
      target: 'span',
      anchored: true,
      copied: { text: 'The harbour office opened at six, an hour late.' },
      kept: 1,
    });
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => window.harness.store.getState().overlay)).toBe(null);
  });
});

describe('margin notes', () => {
  it('stand beside their passages in a wide window and do not touch each other', async () => {
    const notes = open.page.getByTestId('margin-note');
    await open.page.getByText('Ask for the').waitFor();
    expect(await notes.count()).toBe(4);
    const boxes = await Promise.all((await notes.all()).map((note) => note.boundingBox()));
    boxes.forEach((box, index) => {
      const next = boxes[index + 1];
      if (box !== null && next) expect(box.y + box.height).toBeLessThanOrEqual(next.y);
    });
    await notes.last().click();
    expect(await activeQuote()).toBe('in a hand that presses hard on the paper');
  });
});
