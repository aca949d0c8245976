import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, type OpenHarness } from '../harness/open-harness.ts';

let open: OpenHarness;
beforeAll(async () => {
  open = await openHarness();
});
afterAll(() => open.close());

/** Shows the nasty text with marks every few units, so that many overlap and cross every kind of border. */
async function showNasty(): Promise<void> {
  await open.page.evaluate(() => {
    const { texts, marks, show } = window.harness;
    const { text, blocks } = texts.composeText(texts.nasty);
    const leaves = blocks.flatMap(
      (block): readonly { readonly start: number; readonly end: number }[] =>
        block.kind === 'table' ? block.rows.flat() : [block],
    );
    const spans = Array.from({ length: 40 }, (_, index) => ({
      start: (index * 97) % (text.length - 60),
      end: ((index * 97) % (text.length - 60)) + 5 + ((index * 31) % 55),
    })).filter((span) => leaves.some((leaf) => leaf.start < span.end && leaf.end > span.start));
    const annotations = marks.bareMarks('nasty-1', text, spans);
    return show({ id: 'nasty-1', title: 'Nasty', drafts: texts.nasty, annotations });
  });
}

describe('points', () => {
  it('leads from every offset to the DOM and back', async () => {
    await showNasty();
    const result = await open.page.evaluate(() => {
      const { points, texts } = window.harness;
      const { text } = texts.composeText(texts.nasty);
      const leaves = points.leavesIn(document.body);
      const wrong: string[] = [];
      let units = 0;
      for (const leaf of leaves) {
        const start = Number(leaf.dataset['start']);
        const end = Number(leaf.dataset['end']);
        if (leaf.textContent !== text.slice(start, end)) wrong.push(`text at ${start}`);
        for (let offset = start; offset <= end; offset++) {
          for (const bias of ['start', 'end'] as const) {
            units += 1;
            const point = points.pointIn(leaf, offset, bias);
            const back = points.offsetOf(leaves, point, bias);
            if (back !== offset) wrong.push(`${offset} came back as ${back} (${bias})`);
          }
        }
      }
      return { wrong, units, leaves: leaves.length };
    });
    expect(result.wrong).toEqual([]);
    expect(result.leaves).toBeGreaterThan(20);
    expect(result.units).toBeGreaterThan(900);
  });

  it('clamps points outside of the text', async () => {
    const found = await open.page.evaluate(() => {
      const { points, texts } = window.harness;
      const { text } = texts.composeText(texts.nasty);
      const leaves = points.leavesIn(document.body);
      const title = document.querySelector('.document-head h1')?.firstChild;
      const rule = document.querySelector('hr');
      if (!title || !rule) throw new Error('no title or no rule');
      const code = text.indexOf('if (a < b)');
      const at = (node: Node, offset: number) => ({
        start: points.offsetOf(leaves, { node, offset }, 'start'),
        end: points.offsetOf(leaves, { node, offset }, 'end'),
      });
      return {
        length: text.length,
        codeEnd: text.indexOf('}', code) + 1,
        tableStart: text.indexOf('Day'),
        title: at(title, 2),
        rule: at(rule, 0),
        body: [at(document.body, 0).start, at(document.body, document.body.childNodes.length).end],
      };
    });
    expect(found.title).toEqual({ start: 0, end: 0 });
    expect(found.rule).toEqual({ start: found.tableStart, end: found.codeEnd });
    expect(found.body).toEqual([0, found.length]);
  });

  it('turns spans into ranges whose text is that of the leaves they cover', async () => {
    const wrong = await open.page.evaluate(() => {
      const { points, texts } = window.harness;
      const { text } = texts.composeText(texts.nasty);
      const leaves = points.leavesIn(document.body);
      const bad: number[] = [];
      for (let start = 0; start < text.length; start += 3) {
        const end = Math.min(start + 1 + ((start * 7) % 90), text.length);
        const expected = leaves
          .map((leaf) => [Number(leaf.dataset['start']), Number(leaf.dataset['end'])] as const)
          .map(([from, to]) => text.slice(Math.max(from, start), Math.max(from, Math.min(to, end))))
          .join('');
        const found = points.pointsOf(leaves, { start, end });
        const range = document.createRange();
        if (found !== null) {
          range.setStart(found.start.node, found.start.offset);
          range.setEnd(found.end.node, found.end.offset);
        }
        if (range.toString() !== expected) bad.push(start);
      }
      return bad;
    });
    expect(wrong).toEqual([]);
  });
});

/** What is painted: of every unit of text, the names of the highlights that cover it. */
async function paintedUnits() {
  return open.page.evaluate(() => {
    const { points, store } = window.harness;
    const leaves = points.leavesIn(document.body);
    const units: Record<number, string[]> = {};
    for (const [name, highlight] of CSS.highlights) {
      for (const range of highlight as unknown as Iterable<StaticRange>) {
        const start = points.offsetOf(
          leaves,
          { node: range.startContainer, offset: range.startOffset },
          'start',
        );
        const end = points.offsetOf(
          leaves,
          { node: range.endContainer, offset: range.endOffset },
          'end',
        );
        for (let unit = start ?? 0; unit < (end ?? 0); unit++) (units[unit] ??= []).push(name);
      }
    }
    const truth: Record<number, string[]> = {};
    for (const leaf of leaves) {
      const end = Number(leaf.dataset['end']);
      for (let unit = Number(leaf.dataset['start']); unit < end; unit++) {
        truth[unit] = store
          .getState()
          .marks.at(unit)
          .map((mark) => mark.colour);
      }
    }
    return { units, truth };
  });
}

describe('the painter', () => {
  it('draws every unit in the colours of the marks that cover it, each in its own lane', async () => {
    await showNasty();
    const { units, truth } = await paintedUnits();
    let overlaps = 0;
    for (const [unit, colours] of Object.entries(truth)) {
      const names = units[Number(unit)] ?? [];
      const lines = names.filter((name) => /^(mark|line)-.*-\d$/.test(name));
      expect(lines.map((name) => name.split('-')[1]).sort(), `unit ${unit}`).toEqual(
        colours.toSorted(),
      );
      expect(names.includes('overlap'), `overlap at ${unit}`).toBe(colours.length > 1);
      expect(names.filter((name) => name.startsWith('mark-')).length).toBe(
        colours.length > 0 ? 1 : 0,
      );
      if (colours.length < 2 || colours.length > 3) continue;
      overlaps += 1;
      expect(new Set(lines.map((name) => name.split('-')[2])).size).toBe(colours.length);
    }
    expect(overlaps).toBeGreaterThan(50);
  });

  it('shows the active mark, and only it, in the deeper fill', async () => {
    await open.page.evaluate(() => {
      const { store, actions } = window.harness;
      actions.activate(store.getState().marks.ordered().at(3)?.id ?? null);
    });
    const { units } = await paintedUnits();
    const span = await open.page.evaluate(
      () => window.harness.store.getState().marks.ordered().at(3)?.span,
    );
    for (const [unit, names] of Object.entries(units)) {
      const inside = Number(unit) >= (span?.start ?? 0) && Number(unit) < (span?.end ?? 0);
      expect(names.some((name) => name.startsWith('mark-active-'))).toBe(inside);
    }
    expect(await open.page.locator('.active-outline').count()).toBeGreaterThan(0);
  });

  it('touches no element of the text when a mark comes, changes or goes', async () => {
    const seen = await open.page.evaluate(async () => {
      const { actions, store } = window.harness;
      const article = document.querySelector('article');
      if (article === null) throw new Error('no article');
      let mutations = 0;
      const observer = new MutationObserver((records) => {
        mutations += records.length;
      });
      observer.observe(article, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      const before = store.getState().marks.size;
      actions.highlight({ kind: 'span', span: { start: 30, end: 80 } }, 'teal');
      const made = store.getState().active ?? '';
      const after = store.getState().marks.size;
      actions.highlight({ kind: 'mark', id: made }, 'pink');
      actions.tag({ kind: 'mark', id: made }, [{ create: 'new' }]);
      actions.removeMark(made);
      await window.harness.settled();
      observer.disconnect();
      return { mutations, added: after - before };
    });
    expect(seen).toEqual({ mutations: 0, added: 1 });
  });

  it('registers only what stands near the viewport of a long text', async () => {
    await open.page.evaluate(() => {
      const { texts, marks, show } = window.harness;
      const drafts = texts.book(40);
      const { text } = texts.composeText(drafts);
      const spans = Array.from({ length: 4000 }, (_, index) => ({
        start: Math.floor((index * (text.length - 60)) / 4000),
        end: Math.floor((index * (text.length - 60)) / 4000) + 40,
      }));
      const annotations = marks.bareMarks('book-1', text, spans);
      return show({ id: 'book-1', title: 'A book', drafts, annotations });
    });
    const count = () =>
      open.page.evaluate(() => {
        let ranges = 0;
        for (const [, highlight] of CSS.highlights) ranges += highlight.size;
        return ranges;
      });
    const atTop = await count();
    expect(atTop).toBeGreaterThan(20);
    expect(atTop).toBeLessThan(800);
    await open.page.evaluate(() => {
      const reader = document.querySelector('.reader');
      if (reader !== null) reader.scrollTop = reader.scrollHeight / 2;
    });
    await open.settled();
    const inTheMiddle = await count();
    expect(inTheMiddle).toBeGreaterThan(20);
    expect(inTheMiddle).toBeLessThan(800);
  });
});
