import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, type OpenHarness } from '../harness/open-harness.ts';

let open: OpenHarness;
beforeAll(async () => {
  open = await openHarness(856, 700);
});
afterAll(() => open.close());

/** Shows paragraphs, and stands at the start of the first one. */
async function showParagraphs(...paragraphs: readonly string[]): Promise<void> {
  await open.page.evaluate((given) => {
    const { texts, show } = window.harness;
    const drafts = given.map((text) => texts.paragraph(text));
    return show({ id: 'caret-1', title: 'Caret', drafts, annotations: [] });
  }, paragraphs);
  await stand();
}

async function showText(name: 'buoys' | 'nasty' | 'book', chapters = 6): Promise<void> {
  await open.page.evaluate(
    ([which, count]) => {
      const { texts, show } = window.harness;
      const drafts = which === 'book' ? texts.book(count) : texts[which];
      return show({ id: `caret-${which}`, title: which, drafts, annotations: [] });
    },
    [name, chapters] as const,
  );
  await stand();
}

async function stand(): Promise<void> {
  await open.page.getByTestId('reader').focus();
  await press('F7');
  await press('Control+Home');
}

const press = (key: string) => open.page.keyboard.press(key);
async function presses(key: string, times: number): Promise<void> {
  for (let count = 0; count < times; count++) await press(key);
}
const state = () =>
  open.page.evaluate(() => {
    const { caret, selection, announcement, document: text } = window.harness.store.getState();
    const whole = [...(text?.loaded.values() ?? [])]
      .toSorted((a, b) => a.index - b.index)
      .map((section) => section.text)
      .join('');
    return {
      offset: caret?.offset ?? null,
      anchor: caret?.anchor ?? null,
      rest: caret === null ? '' : whole.slice(caret.offset, caret.offset + 24),
      selected: selection === null ? null : whole.slice(selection.start, selection.end),
      said: announcement.trim(),
      length: whole.length,
    };
  });
const said = (wanted: string) =>
  open.page.waitForFunction(
    (text) => window.harness.store.getState().announcement.trim() === text,
    wanted,
  );

/** The box of the caret as it is drawn, and of the pane that it is in. */
const drawn = () =>
  open.page.evaluate(() => {
    const box = document.querySelector('.reading-caret')?.getBoundingClientRect();
    const pane = document.querySelector('.reader')?.getBoundingClientRect();
    if (box === undefined || pane === undefined) return null;
    const x = box.left + box.width / 2;
    return { x, top: box.top, bottom: box.bottom, pane: { top: pane.top, bottom: pane.bottom } };
  });

const scripts = [
  {
    name: 'German',
    sentences: ['Dr. Meier kam z. B. am 3. Oktober.', '»Geht’s noch?« fragte er.', 'Ja!'],
    joint: ' ',
    on: 'Right',
    back: 'Left',
  },
  {
    name: 'Japanese',
    sentences: ['港は六時に開いた。', '「本当か？」と彼は言った。', 'はい。'],
    joint: '',
    on: 'Right',
    back: 'Left',
  },
  {
    name: 'Arabic',
    sentences: ['فُتِحَ المكتبُ في السادسة.', 'هل أخبرنا أحد؟', 'لا.'],
    joint: ' ',
    on: 'Left',
    back: 'Right',
  },
] as const;

describe.each(scripts)('the caret in $name', ({ sentences, joint, on, back }) => {
  const text = sentences.join(joint);

  it('goes through all characters and words and returns, the way that is seen', async () => {
    await showParagraphs(text);
    for (const chord of ['', 'Control+']) {
      await press('Control+Home');
      const [stops, places] = [[0], [(await drawn())?.x ?? 0]];
      for (let at = await state(); at.offset !== text.length; at = await state()) {
        expect(stops.length).toBeLessThan(text.length + 2);
        await press(`${chord}Arrow${on}`);
        stops.push((await state()).offset ?? -1);
        places.push((await drawn())?.x ?? 0);
      }
      const graphemes = [...new Intl.Segmenter('und').segment(text)].map(({ index }) => index);
      if (chord === '') expect(stops).toEqual([...graphemes, text.length]);
      // One line: every step goes the way of its arrow.
      const steps = places.slice(1).map((x, index) => x - (places[index] ?? 0));
      expect(steps.every((step) => (on === 'Right' ? step > 0 : step < 0))).toBe(true);
      for (const stop of stops.toReversed().slice(1)) {
        await press(`${chord}Arrow${back}`);
        expect((await state()).offset).toBe(stop);
      }
    }
  });

  it('goes from sentence to sentence, says them, and selects sentence, then paragraph', async () => {
    await showParagraphs(text);
    await press('Alt+ArrowDown');
    expect((await state()).offset).toBe(text.indexOf(sentences[1]));
    await said(sentences[1]);
    await press('e');
    expect((await state()).selected).toBe(sentences[1]);
    await press('e');
    expect((await state()).selected).toBe(text);
    await press('Shift+E');
    expect((await state()).selected).toBe(sentences[1]);
    await press('Escape');
    expect(await state()).toMatchObject({ selected: null, offset: text.indexOf(sentences[1]) });
    await press('Shift+Alt+ArrowDown');
    expect((await state()).selected).toBe(sentences[1]);
  });
});

describe('the caret', () => {
  it('stands at its character, as high as the line', async () => {
    await showText('buoys');
    await presses('Control+ArrowRight', 3);
    expect((await state()).rest).toMatch(/^opened at six/);
    const character = await open.page.evaluate(() => {
      const { caret } = window.harness.store.getState();
      const { points } = window.harness;
      const at = caret?.offset ?? 0;
      const found = points.pointsOf(points.leavesIn(document.body), { start: at, end: at + 1 });
      const range = document.createRange();
      if (found !== null) range.setStart(found.start.node, found.start.offset);
      if (found !== null) range.setEnd(found.end.node, found.end.offset);
      const { left, top, bottom } = range.getBoundingClientRect();
      return { left, top, bottom };
    });
    const box = await drawn();
    expect(box?.x).toBeCloseTo(character.left, 0);
    expect(box?.top).toBeCloseTo(character.top, 0);
    expect(box?.bottom).toBeCloseTo(character.bottom, 0);
  });

  it('goes down line by line, also into lists, tables and code, to the end, and up again', async () => {
    await showText('nasty');
    const heights: number[] = [];
    for (let last: number | null = -1; ;) {
      const { offset, length } = await state();
      const box = await drawn();
      const scrolled = await open.page.getByTestId('reader').evaluate((pane) => pane.scrollTop);
      if (offset === last) {
        expect(offset).toBe(length);
        break;
      }
      heights.push((box?.top ?? 0) + scrolled);
      last = offset;
      await press('ArrowDown');
    }
    expect(heights.length).toBeGreaterThan(15);
    // The last step only goes to the end of the last line.
    const lines = heights.slice(0, -1);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    await presses('ArrowUp', heights.length);
    expect((await state()).offset).toBe(0);
  });

  it('keeps its column over a short line', async () => {
    const long = 'A line that reaches well into the page, not over it.';
    await showParagraphs(long, 'Short.', long);
    await presses('ArrowRight', 40);
    const before = await drawn();
    await press('ArrowDown');
    expect((await state()).offset).toBe(`${long}\n\nShort.`.length);
    await press('ArrowDown');
    expect((await drawn())?.x).toBeCloseTo(before?.x ?? 0, 0);
    await press('Home');
    expect((await state()).rest).toMatch(/^A line/);
    await press('End');
    const end = await state();
    expect(end.offset).toBe(end.length);
  });

  it('stands at the end of a line that goes on in the next one', async () => {
    await showText('buoys');
    const first = await drawn();
    await press('End');
    const end = await drawn();
    expect(end?.top).toBe(first?.top);
    expect(end?.x).toBeGreaterThan((first?.x ?? 0) + 200);
    await press('End');
    expect(await drawn()).toEqual(end);
    await press('ArrowDown');
    expect((await drawn())?.top).toBeGreaterThan(end?.top ?? 0);
    await press('Home');
    await press('ArrowUp');
    expect((await state()).offset).toBe(0);
  });

  it('stays in view with room, far down and back at the start', async () => {
    await showText('book');
    for (const key of ['ArrowDown', 'PageDown', 'Control+PageDown', 'ArrowUp', 'Control+ArrowUp']) {
      await presses(key, key === 'ArrowDown' ? 40 : 4);
      await open.settled();
      const box = await drawn();
      expect(box, key).not.toBeNull();
      expect(box?.top, key).toBeGreaterThan((box?.pane.top ?? 0) + 20);
      expect(box?.bottom, key).toBeLessThan((box?.pane.bottom ?? 0) - 40);
    }
    await press('Control+End');
    await open.settled();
    const end = await state();
    expect(end.offset).toBe(end.length);
    expect((await drawn())?.bottom).toBeLessThan((await drawn())?.pane.bottom ?? 0);
    await press('Control+Home');
    await open.settled();
    expect((await state()).offset).toBe(0);
    expect((await drawn())?.top).toBeGreaterThan(0);
  });

  it('says headings with their level, and what is selected', async () => {
    await showText('book');
    await press('Control+PageDown');
    await said('Heading 2: Chapter 2');
    await press('Shift+Control+ArrowRight');
    await said('Selected: Chapter');
    await press('Shift+Control+ArrowRight');
    await said('Selected: Chapter 2');
    await press('Shift+ArrowLeft');
    await said('Selected: Chapter');
    await press('ArrowRight');
    expect((await state()).selected).toBeNull();
  });

  it('selects without Shift from Space to Space', async () => {
    await showText('buoys');
    await press('Space');
    await presses('Control+ArrowRight', 2);
    expect((await state()).selected).toBe('The harbour');
    await press('Space');
    await press('ArrowRight');
    expect(await state()).toMatchObject({ selected: null, anchor: null });
  });

  it('is placed by a click, follows what the pointer selects, and leaves by Escape', async () => {
    await showText('buoys');
    const place = (word: string) =>
      open.page.evaluate((wanted) => {
        const leaf = [...document.querySelectorAll('[data-start]')].find((each) =>
          each.textContent.includes(wanted),
        );
        const node = leaf?.firstChild;
        if (!(node instanceof Text)) throw new Error(`no ${wanted}`);
        const range = document.createRange();
        range.setStart(node, node.data.indexOf(wanted));
        range.setEnd(node, node.data.indexOf(wanted) + wanted.length);
        const box = range.getBoundingClientRect();
        return { left: box.left + 1, right: box.right - 1, y: box.top + box.height / 2 };
      }, word);
    const ships = await place('fourteen ships');
    await open.page.mouse.click(ships.left, ships.y);
    await open.page.waitForFunction(() => window.harness.store.getState().caret?.offset !== 0);
    expect((await state()).rest).toMatch(/^fourteen ships/);
    await open.page.mouse.move(ships.right, ships.y);
    await open.page.mouse.down();
    await open.page.mouse.move(ships.left, ships.y, { steps: 4 });
    await open.page.mouse.up();
    await open.page.waitForFunction(() => window.harness.store.getState().selection !== null);
    expect(await state()).toMatchObject({ selected: 'fourteen ships' });
    expect((await state()).rest).toMatch(/^fourteen ships/);
    await press('Shift+Control+ArrowLeft');
    expect((await state()).selected).toBe('noon fourteen ships');
    await press('Escape');
    expect(await state()).toMatchObject({ selected: null, anchor: null });
    expect(await drawn()).not.toBeNull();
    await press('Escape');
    expect((await state()).offset).toBeNull();
    expect(await drawn()).toBeNull();
    await press('ArrowRight');
    expect((await state()).offset).toBeNull();
  });

  it('waits for text that has not come yet', async () => {
    await open.page.evaluate(() => {
      const { texts, show } = window.harness;
      const drafts = texts.book(30);
      void show({ id: 'late', title: 'Late', drafts, annotations: [], held: true });
    });
    await open.page.getByText('Chapter 1', { exact: true }).waitFor();
    await open.page.getByTestId('reader').focus();
    await press('F7');
    await press('Control+End');
    await open.page.waitForFunction(
      () => window.harness.store.getState().announcement === 'The text is still on its way',
    );
    await open.page.evaluate(() => window.harness.release());
    await open.settled();
    const end = await state();
    expect(end.offset).toBe(end.length);
  });

  it('speaks the vim-like keys as well', async () => {
    await showText('book');
    await open.page.evaluate(() => window.harness.actions.changeSettings({ keymap: 'vim' }));
    await press('w');
    expect((await state()).rest).toMatch(/^1/);
    await press('b');
    expect((await state()).offset).toBe(0);
    await press(']');
    await press(']');
    expect((await state()).rest).toMatch(/^Chapter 2/);
    await press('j');
    await press('v');
    await press('e');
    expect((await state()).selected).not.toBeNull();
    await press('m');
    const marks = () => open.page.evaluate(() => window.harness.store.getState().marks.size);
    expect(await marks()).toBe(1);
    await press('g');
    await press('g');
    expect((await state()).offset).toBe(0);
    await press('Shift+G');
    const end = await state();
    expect(end.offset).toBe(end.length);
  });
});

describe('beside the caret', () => {
  it('arrows with Shift go on from what is selected while it is off', async () => {
    await showText('buoys');
    await press('Escape');
    await press('s');
    await press('Shift+ArrowLeft');
    expect((await state()).selected).toBe('The harbour office opened at six, an hour late');
    await press('Shift+Control+ArrowLeft');
    expect((await state()).selected).toBe('The harbour office opened at six, an hour');
    expect((await state()).offset).toBeNull();
  });

  it('draws nothing of the text again', async () => {
    await showText('book');
    await open.page.evaluate(() => {
      const seen = new MutationObserver((records) => {
        document.body.dataset['changed'] = String(
          Number(document.body.dataset['changed'] ?? 0) + records.length,
        );
      });
      const text = document.querySelector('.text');
      if (text !== null) {
        seen.observe(text, { childList: true, subtree: true, characterData: true });
      }
    });
    await presses('Alt+ArrowDown', 5);
    await presses('Shift+ArrowDown', 3);
    await press('e');
    await open.settled();
    expect(await open.page.evaluate(() => document.body.dataset['changed'])).toBeUndefined();
  });
});

describe('the mouse with whole words', () => {
  const drag = async (from: string, to: string): Promise<string | null> => {
    const place = (quote: string) =>
      open.page.evaluate((wanted) => {
        const leaf = [...document.querySelectorAll('[data-start]')].find((each) =>
          each.textContent.includes(wanted),
        );
        const node = leaf?.firstChild;
        if (!(node instanceof Text)) throw new Error(`no ${wanted}`);
        const range = document.createRange();
        const middle = node.data.indexOf(wanted) + Math.floor(wanted.length / 2);
        range.setStart(node, middle);
        range.setEnd(node, middle + 1);
        const box = range.getBoundingClientRect();
        return { x: box.left + 1, y: box.top + box.height / 2 };
      }, quote);
    const [a, b] = [await place(from), await place(to)];
    await open.page.mouse.move(a.x, a.y);
    await open.page.mouse.down();
    await open.page.mouse.move(b.x, b.y, { steps: 5 });
    await open.page.mouse.up();
    await open.page.getByTestId('selection-toolbar').waitFor();
    return (await state()).selected;
  };

  it('takes in the words at both ends, dragged either way; only where it is wanted', async () => {
    await showText('buoys');
    await press('Escape');
    expect(await drag('fourteen', 'outside')).toBe('teen ships waited out');
    await press('Escape');
    await open.page.evaluate(() => window.harness.actions.changeSettings({ snapToWord: true }));
    expect(await drag('fourteen', 'outside')).toBe('fourteen ships waited outside');
    await press('Escape');
    expect(await drag('outside', 'fourteen')).toBe('fourteen ships waited outside');
    await press('Shift+Control+ArrowLeft');
    expect((await state()).selected).toBe('noon fourteen ships waited outside');
  });
});
