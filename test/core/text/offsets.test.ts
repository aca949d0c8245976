import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCodePoints } from '../../../core/text/code-points.ts';
import { composeText } from '../../../core/text/compose.ts';
import { snapToGraphemes } from '../../../core/text/graphemes.ts';
import { headingPath, outline } from '../../../core/text/outline.ts';
import { cutSections, sectionAt } from '../../../core/text/sections.ts';
import { countWords } from '../../../core/text/words.ts';
import { drafts, richText } from './drafts.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const textAndSpan = richText.chain((text) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ text, span: { start: Math.min(a, b), end: Math.max(a, b) } })),
);

describe('snapToGraphemes', () => {
  it('never cuts a cluster, covers what was asked, and changes nothing the second time', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        const boundaries = new Set([
          text.length,
          ...[...segmenter.segment(text)].map((s) => s.index),
        ]);
        const snapped = snapToGraphemes(text, span);
        expect(boundaries.has(snapped.start)).toBe(true);
        expect(boundaries.has(snapped.end)).toBe(true);
        expect(snapped.start).toBeLessThanOrEqual(span.start);
        expect(snapped.end).toBeGreaterThanOrEqual(span.end);
        expect(snapToGraphemes(text, snapped)).toEqual(snapped);
      }),
    );
  });

  it('keeps flags whole in a long row of them', () => {
    const text = `x${'🇩🇪'.repeat(60)}`;
    for (let offset = 1; offset < text.length; offset++) {
      const { start, end } = snapToGraphemes(text, { start: offset, end: offset + 1 });
      expect([(start - 1) % 4, (end - 1) % 4]).toEqual([0, 0]);
    }
  });
});

describe('toCodePoints', () => {
  it('counts as Array.from does', () => {
    fc.assert(
      fc.property(richText, fc.nat(), fc.nat(), (text, a, b) => {
        const points = Array.from(text);
        const [from = 0, to = 0] = [a, b].map((n) => n % (points.length + 1)).sort((x, y) => x - y);
        const span = {
          start: points.slice(0, from).join('').length,
          end: points.slice(0, to).join('').length,
        };
        expect(toCodePoints(text, [span])).toEqual([{ start: from, end: to }]);
      }),
    );
  });
});

describe('sections', () => {
  it('tile all blocks and all text', () => {
    fc.assert(
      fc.property(fc.array(drafts, { maxLength: 8 }), (lists) => {
        const { text, blocks } = composeText(lists.flat());
        const sections = cutSections(blocks, text.length);
        let block = 0;
        let offset = 0;
        for (const section of sections) {
          expect(section.from).toBe(block);
          expect(section.start).toBe(offset);
          block = section.to;
          offset = section.end;
        }
        expect(block).toBe(blocks.length);
        expect(offset).toBe(text.length);
        for (const { start, end } of blocks) {
          const at = sections[sectionAt(sections, start)];
          expect(at !== undefined && at.start <= start && end <= at.end).toBe(true);
        }
      }),
    );
  });
});

describe('outline', () => {
  const heading = (level: 1 | 2 | 3, text: string) =>
    ({ kind: 'heading', level, text, inlines: [], quote: 0, list: null }) as const;

  it('names the headings above an offset', () => {
    const { text, blocks } = composeText([
      heading(1, 'A'),
      heading(3, 'B'),
      heading(2, 'C'),
      heading(1, 'D'),
    ]);
    const items = outline(blocks, text);
    const pathAt = (offset: number) => headingPath(items, offset).map((item) => item.text);
    expect(items.map((item) => item.text)).toEqual(['A', 'B', 'C', 'D']);
    expect(pathAt(text.indexOf('B'))).toEqual(['A', 'B']);
    expect(pathAt(text.indexOf('C') + 1)).toEqual(['A', 'C']);
    expect(pathAt(text.length)).toEqual(['D']);
  });
});

describe('countWords', () => {
  it.each([
    ['', 0],
    ['It’s one-two, three.', 4],
    ['中文 text 日本', 5],
    ['e\u0301te\u0301 العربية 12,5', 4],
    ['— … !', 0],
  ])('of %j is %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
