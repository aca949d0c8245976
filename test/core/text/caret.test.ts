import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../core/model/span.ts';
import {
  caretUnits,
  type CaretPage,
  type CaretStep,
  type CaretUnit,
} from '../../../core/text/caret-page.ts';
import { expandSpan, moveEdge, shrinkSpan, unitAt } from '../../../core/text/caret-span.ts';
import { moveCaret } from '../../../core/text/caret.ts';
import { composeText } from '../../../core/text/compose.ts';
import type { DraftBlock } from '../../../core/text/draft.ts';
import { drafts as anyDrafts } from './drafts.ts';
import { scripts } from './scripts.ts';

const page = (drafts: readonly DraftBlock[], language?: string): CaretPage => {
  const { text, blocks } = composeText(drafts);
  return { start: 0, text, length: text.length, blocks, language };
};

const plain = { quote: 0, list: null, inlines: [] };
const paragraph = (text: string): DraftBlock => ({ ...plain, kind: 'paragraph', text });
const heading = (level: 1 | 2 | 3, text: string): DraftBlock => ({
  ...plain,
  kind: 'heading',
  level,
  text,
});
const item = (text: string): DraftBlock => ({
  ...plain,
  kind: 'paragraph',
  text,
  list: { depth: 1, marker: '•' },
});
const table = (...rows: string[][]): DraftBlock => ({
  quote: 0,
  list: null,
  kind: 'table',
  rows: rows.map((row) => row.map((text) => ({ text, header: false, inlines: [] }))),
});

/** A document of one script: its sentences as paragraphs, headings, lists and tables, in any order. */
const documentIn = (sentences: readonly string[], joint: string): fc.Arbitrary<CaretPage> => {
  const words = fc
    .array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join(joint));
  const block = fc.oneof(
    words.map(paragraph),
    words.map((text) => heading(2, text)),
    words.map(item),
    fc.array(words, { minLength: 1, maxLength: 3 }).map((row) => table(row, row)),
  );
  return fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => page(blocks));
};

function places(on: CaretPage, from: number, unit: CaretUnit, by: CaretStep): number[] {
  const found: number[] = [];
  for (let at = moveCaret(on, from, unit, by); at !== null; at = moveCaret(on, at, unit, by)) {
    found.push(at);
    if (found.length > on.length + 2) throw new Error('the caret runs in a circle');
  }
  return found;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const boundaries = (text: string): Set<number> =>
  new Set([...[...graphemes.segment(text)].map(({ index }) => index), text.length]);

function keepsTheLaws(on: CaretPage): void {
  const whole = boundaries(on.text);
  const leaves = on.blocks
    .flatMap((block): readonly Span[] => (block.kind === 'table' ? block.rows.flat() : [block]))
    .filter(({ start, end }) => end > start);
  const [first, last] = [leaves[0]?.start ?? 0, leaves.at(-1)?.end ?? 0];
  for (const unit of caretUnits) {
    const forward = places(on, first, unit, 1);
    const back = places(on, last, unit, -1);
    // Monotone, whole graphemes, both ends reached, and the same places either way.
    expect(forward.every((at, i) => at > (forward[i - 1] ?? 0))).toBe(true);
    expect(forward.filter((at) => !whole.has(at))).toEqual([]);
    if (leaves.length > 0) expect([forward.at(-1), back.at(-1)]).toEqual([last, first]);
    // Back over the places in turn is forward then back from each of them.
    expect(back.filter((at) => at !== first).reverse()).toEqual(
      forward.filter((at) => at !== last),
    );
  }
}

describe.each(scripts)('the caret in $name', ({ sentences, joint, words }) => {
  it('never stops inside a grapheme, goes back where it came from and reaches the ends', () => {
    fc.assert(fc.property(documentIn(sentences, joint), keepsTheLaws), { numRuns: 5 });
  });

  it('expands to what contains, step by step, and shrinks the same way back', () => {
    const placed = documentIn(sentences, joint).chain((on) =>
      fc.tuple(fc.constant(on), fc.nat(on.length)),
    );
    fc.assert(
      fc.property(placed, ([on, raw]) => {
        const offset = moveCaret(on, raw, 'character', -1) ?? 0;
        const steps = [{ start: offset, end: offset }];
        for (;;) {
          const last = steps.at(-1);
          const next = last === undefined ? null : expandSpan(on, last);
          if (last === undefined || next === null) break;
          expect(next.start <= last.start && next.end >= last.end).toBe(true);
          expect(next.end - next.start).toBeGreaterThan(last.end - last.start);
          steps.push(next);
        }
        for (let i = steps.length - 1; i > 1; i--) {
          const span = steps[i];
          if (span !== undefined) expect(shrinkSpan(on, span, offset)).toEqual(steps[i - 1]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('moves by word and by sentence', () => {
    const on = page([paragraph(sentences.join(joint))]);
    const starts = [0, ...places(on, 0, 'sentence', 1)];
    expect(starts.slice(0, -1).map((at) => textOf(on, unitAt(on, at, 'sentence')))).toEqual(
      sentences,
    );
    const read = [0, ...places(on, 0, 'word', 1)].flatMap(
      (at) => textOf(on, unitAt(on, at, 'word')) ?? [],
    );
    expect(read.slice(0, words.length)).toEqual(words);
  });
});

const textOf = (on: CaretPage, span: { start: number; end: number } | null) =>
  span === null ? null : on.text.slice(span.start, span.end);

describe('the caret', () => {
  it('keeps its laws in any document', () => {
    fc.assert(
      fc.property(
        anyDrafts.map((drafts) => page(drafts)),
        keepsTheLaws,
      ),
      { numRuns: 80 },
    );
  });

  const mixed = page([
    heading(1, 'First. Part'),
    paragraph('One two. Three!'),
    item('Milk. Eggs'),
    item('Bread'),
    heading(2, 'Deeper'),
    table(['A b', 'c'], ['', 'd.']),
    heading(1, 'Second'),
    paragraph('End'),
  ]);
  const at = (quote: string): number => mixed.text.indexOf(quote);
  const walk = (unit: CaretUnit): (string | undefined)[] =>
    places(mixed, 0, unit, 1).map((place) => /\S+/.exec(mixed.text.slice(place))?.[0]);

  it('takes headings, items and cells for themselves, lists and tables as one block', () => {
    expect(walk('sentence')).toEqual([
      'Part',
      'One',
      'Three!',
      'Milk.',
      'Eggs',
      'Bread',
      'Deeper',
      'A',
      'c',
      'd.',
      'Second',
      'End',
      undefined,
    ]);
    expect(walk('paragraph')).toEqual([
      'One',
      'Milk.',
      'Bread',
      'Deeper',
      'A',
      'c',
      'd.',
      'Second',
      'End',
      undefined,
    ]);
    expect(walk('block')).toEqual(['One', 'Milk.', 'Deeper', 'A', 'Second', 'End', undefined]);
    expect(walk('heading')).toEqual(['Deeper', 'Second', undefined]);
  });

  it('grows a selection: sentence, paragraph, list, section, section above', () => {
    const seen: (string | null)[] = [];
    let span = { start: at('Eggs'), end: at('Eggs') };
    for (let next = expandSpan(mixed, span); next !== null; next = expandSpan(mixed, span)) {
      span = next;
      seen.push(textOf(mixed, span));
    }
    expect(seen).toEqual([
      'Eggs',
      'Milk. Eggs',
      'Milk. Eggs\nBread',
      mixed.text.slice(0, at('\n\nSecond')),
    ]);
  });

  it('moves the ends of a selection by words and characters, never past each other', () => {
    const span = { start: at('two'), end: at('two') + 3 };
    const moved = (side: 'start' | 'end', unit: CaretUnit, by: CaretStep) =>
      textOf(mixed, moveEdge(mixed, span, side, unit, by));
    expect(moved('end', 'word', 1)).toBe('two. Three');
    expect(moved('end', 'sentence', 1)).toBe('two.');
    expect(moved('end', 'character', -1)).toBe('tw');
    expect(moved('start', 'word', -1)).toBe('One two');
    expect(moved('end', 'word', -1)).toBeNull();
    expect(moved('start', 'word', 1)).toBeNull();
  });

  it('is at the end of a window where the text goes on', () => {
    const window: CaretPage = { ...mixed, length: mixed.length + 100 };
    expect(moveCaret(window, at('End'), 'word', 1)).toBeNull();
    expect(moveCaret(window, at('End'), 'character', 1)).toBe(at('End') + 1);
  });

  it('finds the same places through a window as in the whole text', () => {
    fc.assert(
      fc.property(documentIn(['One two. ', '다음 문장. '], ''), fc.nat(6), (on, cut) => {
        const from = on.blocks[cut];
        if (from === undefined || from.list !== null) return;
        const window: CaretPage = {
          ...on,
          start: from.start,
          text: on.text.slice(from.start),
          blocks: on.blocks.slice(cut),
        };
        for (const unit of caretUnits) {
          const all = places(on, from.start, unit, 1);
          expect(places(window, from.start, unit, 1)).toEqual(all);
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each(['A word and one more. ', '長い文章です。', 'x', 'ن', 'a👩‍👩‍👧 '])(
    'goes through one paragraph of megabytes by looking around itself (%s)',
    (sentence) => {
      const on = page([paragraph(sentence.repeat(Math.ceil(1_000_000 / sentence.length)))]);
      const middle = moveCaret(on, on.length >> 1, 'character', 1) ?? 0;
      for (const unit of ['character', 'word', 'sentence'] as const) {
        const next = moveCaret(on, middle, unit, 1);
        const there = moveCaret(on, next ?? 0, unit, -1);
        expect(next).toBeGreaterThan(middle);
        expect(next).toBeLessThan(middle + 40_000);
        expect(moveCaret(on, there ?? 0, unit, 1)).toBe(next);
      }
    },
  );
});
