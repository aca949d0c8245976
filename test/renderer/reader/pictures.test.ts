import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftBlock } from '../../../core/text/draft.ts';
import { openHarness, type OpenHarness } from '../harness/open-harness.ts';

let open: OpenHarness;
beforeAll(async () => {
  open = await openHarness();
  await open.page.evaluate((blocks) => {
    return window.harness.show({
      id: 'pictures-1',
      title: 'Pictures',
      drafts: blocks,
      annotations: [],
      pictures: { a: [40, 20], b: [2000, 1000], c: [300, 3000] },
    });
  }, drafts);
});
afterAll(() => open.close());

const place = { quote: 0, list: null } as const;
const picture = (key: string, at: number) =>
  ({ kind: 'picture', picture: key, alternative: 'a ship', start: at, end: at }) as const;
const drafts: readonly DraftBlock[] = [
  {
    ...place,
    kind: 'paragraph',
    text: 'Before and after, and at the end',
    inlines: [
      picture('a', 0),
      picture('a', 6),
      picture('a', 6),
      picture('a', 32),
      { kind: 'style', style: 'strong', start: 3, end: 10 },
      { kind: 'jump', to: 'end', start: 18, end: 21 },
    ],
  },
  { ...place, kind: 'paragraph', text: '', inlines: [picture('b', 0)] },
  {
    ...place,
    kind: 'table',
    rows: [[{ text: 'A cell', header: false, inlines: [picture('a', 2)] }]],
  },
  { ...place, kind: 'image', text: '', picture: 'c' },
  { ...place, kind: 'image', text: 'The words of it', picture: 'a' },
  {
    ...place,
    kind: 'paragraph',
    text: 'The last one.',
    inlines: [],
    anchors: [{ name: 'end', at: 4 }],
  },
];

describe('pictures', () => {
  it('leave the text of each leaf as it is', async () => {
    const wrong = await open.page.evaluate((blocks) => {
      const { texts, points } = window.harness;
      const { text } = texts.composeText(blocks);
      return points
        .leavesIn(document.body)
        .map((leaf) => [
          leaf.textContent,
          text.slice(Number(leaf.dataset['start']), Number(leaf.dataset['end'])),
        ])
        .filter(([shown, wanted]) => shown !== wanted);
    }, drafts);
    expect(wrong).toEqual([]);
  });

  it('are passed over by points and offsets, both ways', async () => {
    const wrong = await open.page.evaluate(() => {
      const { points } = window.harness;
      const leaves = points.leavesIn(document.body);
      const found: string[] = [];
      for (const leaf of leaves) {
        const [start, end] = [Number(leaf.dataset['start']), Number(leaf.dataset['end'])];
        for (let at = start; at < end; at++) {
          for (const bias of ['start', 'end'] as const) {
            const back = points.offsetOf(leaves, points.pointIn(leaf, at, bias), bias);
            if (back !== at) found.push(`${bias} ${at}: ${String(back)}`);
          }
          const ends = points.pointsOf(leaves, { start: at, end: at + 1 });
          const range = document.createRange();
          if (ends !== null) {
            range.setStart(ends.start.node, ends.start.offset);
            range.setEnd(ends.end.node, ends.end.offset);
          }
          if (range.toString() !== leaf.textContent.charAt(at - start)) {
            found.push(`character ${at}: ${range.toString()}`);
          }
        }
      }
      return found;
    });
    expect(wrong).toEqual([]);
  });

  it('do not part what is selected or marked across them', async () => {
    const selected = await open.page.evaluate(async () => {
      const { store, actions, settled } = window.harness;
      const images = [...document.querySelectorAll('[data-start] .picture')];
      const leaf = images[0]?.closest('[data-start]');
      if (leaf == null) throw new Error('no leaf');
      // All that lies between the first and the last picture, as a drag over it would take.
      getSelection()?.setBaseAndExtent(leaf, 0, leaf, leaf.childNodes.length);
      await settled();
      const { selection } = store.getState();
      if (selection === null) throw new Error('nothing selected');
      actions.highlight({ kind: 'span', span: { start: 3, end: 16 } }, 'green');
      await settled();
      const [mark] = store.getState().marks.ordered();
      const painted = [...CSS.highlights]
        .filter(([name]) => /^mark-([a-z]+-\d|active-[a-z]+)$/.test(name))
        .flatMap(([, ranges]) => [...ranges])
        .map((range) => {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          return live.toString();
        });
      return { selection, quote: mark?.selector.quote, painted };
    });
    expect(selected.selection).toEqual({ start: 0, end: 32 });
    expect(selected.quote).toBe('ore and after');
    expect(selected.painted).toEqual(['ore and after']);
  });

  it('that cannot be shown keep their room and say so', async () => {
    // The harness serves none.
    await open.page.waitForFunction(() => document.querySelector('.section img') === null);
    const boxes = await open.page.evaluate(() =>
      [...document.querySelectorAll('.picture-missing')].map((item) => {
        const { width, height } = item.getBoundingClientRect();
        return { label: item.getAttribute('aria-label'), ratio: width / height, width };
      }),
    );
    expect(boxes).toHaveLength(8);
    const column = await open.page.evaluate(
      () => document.querySelector('.text')?.getBoundingClientRect().width ?? 0,
    );
    const wide = boxes[4];
    expect(wide?.ratio).toBeCloseTo(2, 1);
    expect(wide?.width).toBeCloseTo(column, 0);
    const tall = boxes[6];
    expect(tall?.ratio).toBeCloseTo(0.1, 1);
    expect((tall?.width ?? 0) / (tall?.ratio ?? 1)).toBeLessThan(720);
    expect(boxes.map(({ label }) => label)).toContain('a ship');
  });
});

describe('a jump', () => {
  it('shows the words that it leads to, and the line before when going back', async () => {
    const after = await open.page.evaluate(async () => {
      const { store, settled } = window.harness;
      document.querySelector<HTMLElement>('a[data-target]')?.click();
      await settled();
      const { jump, travel, announcement } = store.getState();
      return { span: jump?.span, places: travel.back.length, announcement };
    });
    expect(after).toMatchObject({ places: 1, announcement: 'Gone to: last one.' });
    const back = await open.page.evaluate(async () => {
      const { store, actions, settled } = window.harness;
      actions.goBack();
      await settled();
      const { travel } = store.getState();
      const { reading } = store.getState();
      return { places: travel.back.length, forward: travel.forward.length, reading };
    });
    expect(back).toMatchObject({ places: 0, forward: 1, reading: { offset: 0 } });
    await open.page.evaluate(() => window.harness.actions.goBack());
    expect(await open.page.evaluate(() => window.harness.store.getState().announcement)).toBe(
      'There is no place to go back to',
    );
  });
});
