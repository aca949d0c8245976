import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPassages, type RuleScope } from '../../../core/autotag/find-passages.ts';
import { parseQuery } from '../../../core/autotag/parse-query.ts';
import type { ParsedQuery, QueryNode } from '../../../core/autotag/query.ts';
import { composeText } from '../../../core/text/compose.ts';
import { paragraph } from '../exchange/sample.ts';

function parsed(text: string): ParsedQuery {
  const query = parseQuery(text);
  if ('problem' in query) throw new Error(`${query.problem} in ${text}`);
  return query;
}

const plain = { matchCase: false, matchAccents: false };
function found(
  text: string,
  paragraphs: readonly string[],
  scope: RuleScope = 'sentence',
  options = plain,
) {
  const composed = composeText(paragraphs.map(paragraph));
  const passages = findPassages(parsed(text), composed, scope, options);
  return passages.map(({ span, words }) => ({
    passage: composed.text.slice(span.start, span.end),
    words: words.map((word) => composed.text.slice(word.span.start, word.span.end)),
  }));
}
const passages = (...asked: Parameters<typeof found>) =>
  found(...asked).map(({ passage }) => passage);

const text = [
  'Ants work. They trust their queen, and the Queen trusts no ant. Bees inform each other.',
  'Information is power; "and" is a word. Über den Café reden.',
];

describe('a rule', () => {
  it('finds words, phrases, words that begin so, and expressions', () => {
    expect(found('queen', text)).toEqual([
      {
        passage: 'They trust their queen, and the Queen trusts no ant.',
        words: ['queen', 'Queen'],
      },
    ]);
    expect(passages('"each other"', text)).toEqual(['Bees inform each other.']);
    expect(found('inform*', text, 'words').map(({ passage }) => passage)).toEqual([
      'inform',
      'Information',
    ]);
    expect(passages('/qu\\w+,/', text, 'words')).toEqual(['queen,']);
    expect(passages('uber cafe', text)).toEqual(['Über den Café reden.']);
    expect(passages('uber', text, 'words', { matchCase: false, matchAccents: true })).toEqual([]);
    expect(passages('ant', text)).toEqual(['They trust their queen, and the Queen trusts no ant.']);
  });

  it('takes AND, OR, NOT, NEAR and parentheses', () => {
    expect(passages('trust AND bees', text)).toEqual([]);
    expect(passages('trust bees', text, 'paragraph')).toEqual([text[0]]);
    expect(passages('bees OR power', text)).toHaveLength(2);
    expect(passages('(ants OR bees) NOT work', text)).toEqual(['Bees inform each other.']);
    expect(passages('NOT (trust OR bees OR ants)', text)).toHaveLength(2);
    expect(passages('trust NEAR/1 queen', text, 'words')).toEqual(['trust their queen']);
    expect(passages('queen NEAR/1 trust', text, 'words')).toEqual(['trust their queen']);
    expect(passages('trust NEAR/0 queen', text)).toEqual([]);
    expect(passages('and OR "AND"', text)).toHaveLength(2);
  });

  it('reads scripts without spaces by their words', () => {
    expect(passages('東京', ['京都は古い。東京は大きい。'])).toEqual(['東京は大きい。']);
  });

  it.each([
    ['', 'empty', 0, 0],
    ['a "b', 'open-quote', 2, 4],
    ['a /b', 'open-regex', 2, 4],
    ['/(/', 'bad-regex', 0, 3],
    ['(a OR b', 'open-parenthesis', 0, 1],
    ['a)', 'stray-parenthesis', 1, 2],
    ['AND a', 'nothing-before', 0, 3],
    ['a AND', 'nothing-after', 2, 5],
    ['a OR OR b', 'nothing-after', 2, 4],
    ['*a', 'star', 0, 1],
    ['a NEAR/2 (b AND c)', 'near-what', 2, 8],
    ['()', 'nothing-after', 0, 1],
    ['("")', 'empty', 1, 3],
    ['('.repeat(60), 'too-deep', 50, 51],
  ])('says what is wrong with %s, and where', (query, problem, start, end) => {
    expect(parseQuery(query)).toEqual({ problem, start, end });
  });

  it('reads any text to an end, and names a place in it where it is none', () => {
    const piece = fc.constantFrom(
      'a',
      'b*',
      '"',
      '/',
      '(',
      ')',
      ' AND ',
      ' OR ',
      ' NOT ',
      ' NEAR/3 ',
      '*',
      ' ',
      '\\',
      '“',
      '”',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const query = pieces.join('');
        const read = parseQuery(query);
        if (!('problem' in read)) return;
        expect(read.start).toBeGreaterThanOrEqual(0);
        expect(read.end).toBeGreaterThanOrEqual(read.start);
        expect(read.end).toBeLessThanOrEqual(query.length);
      }),
    );
  });
});

/** A query as text, and what it means for a list of words: written anew, by positions. */
interface Asked {
  readonly text: string;
  readonly holds: (words: readonly string[]) => boolean;
  readonly places: (words: readonly string[]) => readonly number[];
}

const letter = fc.constantFrom('a', 'b', 'c', 'ab');
const word = letter.map((sought): Asked => ({
  text: sought,
  holds: (words) => words.includes(sought),
  places: (words) => words.flatMap((each, at) => (each === sought ? [at] : [])),
}));
const prefix = letter.map((sought): Asked => ({
  text: `${sought}*`,
  holds: (words) => words.some((each) => each.startsWith(sought)),
  places: (words) => words.flatMap((each, at) => (each.startsWith(sought) ? [at] : [])),
}));
const term = fc.oneof(word, prefix);
const near = fc.tuple(term, term, fc.nat(3)).map(([a, b, within]): Asked => ({
  text: `${a.text} NEAR/${within} ${b.text}`,
  holds: (words) =>
    a
      .places(words)
      .some((i) => b.places(words).some((j) => i !== j && Math.abs(i - j) - 1 <= within)),
  places: () => [],
}));
const { asked } = fc.letrec<{ asked: Asked }>((tie) => ({
  asked: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'query' },
    term,
    near,
    tie('asked').map((a): Asked => ({
      text: `NOT (${a.text})`,
      holds: (w) => !a.holds(w),
      places: () => [],
    })),
    fc.tuple(tie('asked'), tie('asked')).map(([a, b]): Asked => ({
      text: `(${a.text}) AND (${b.text})`,
      holds: (w) => a.holds(w) && b.holds(w),
      places: () => [],
    })),
    fc.tuple(tie('asked'), tie('asked')).map(([a, b]): Asked => ({
      text: `(${a.text}) OR (${b.text})`,
      holds: (w) => a.holds(w) || b.holds(w),
      places: () => [],
    })),
  ),
}));
const sentence = fc.array(fc.constantFrom('a', 'b', 'c', 'ab', 'abc', 'd'), {
  minLength: 1,
  maxLength: 8,
});

describe('the laws of a rule', () => {
  it('is true of the paragraphs of which a plain reading says so', () => {
    fc.assert(
      fc.property(
        asked,
        fc.array(sentence, { minLength: 1, maxLength: 5 }),
        (query, paragraphs) => {
          const lines = paragraphs.map((words) => words.join(' '));
          const expected = lines.filter((_, index) => query.holds(paragraphs[index] ?? []));
          expect(passages(query.text, lines, 'paragraph')).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds words that are whole words, in order and disjoint, within the passage', () => {
    fc.assert(
      fc.property(
        asked,
        fc.array(sentence, { minLength: 1, maxLength: 5 }),
        fc.constantFrom<RuleScope>('sentence', 'paragraph', 'words'),
        (query, paragraphs, scope) => {
          const composed = composeText(paragraphs.map((words) => paragraph(`${words.join(' ')}.`)));
          let end = 0;
          for (const { span, words } of findPassages(parsed(query.text), composed, scope, plain)) {
            expect(span.start).toBeGreaterThanOrEqual(end);
            end = span.end;
            for (const each of words) {
              expect(each.span.start).toBeGreaterThanOrEqual(span.start);
              expect(each.span.end).toBeLessThanOrEqual(span.end);
              expect(composed.text.slice(each.span.start, each.span.end)).toMatch(/^[abcd]+$/);
            }
          }
        },
      ),
    );
  });

  it('AND and OR take what is in them in any order; two NOT are none', () => {
    const holds = (query: string, lines: readonly string[]) => passages(query, lines, 'paragraph');
    fc.assert(
      fc.property(asked, asked, sentence, (a, b, words) => {
        const lines = [words.join(' ')];
        for (const sign of ['AND', 'OR', '']) {
          expect(holds(`(${a.text}) ${sign} (${b.text})`, lines)).toEqual(
            holds(`(${b.text}) ${sign} (${a.text})`, lines),
          );
        }
        expect(holds(`NOT NOT (${a.text})`, lines)).toEqual(holds(a.text, lines));
      }),
    );
  });

  it('reads what it wrote: each term is in the tree once', () => {
    const count = (node: QueryNode): number => {
      if (node.kind === 'term') return 1;
      if (node.kind === 'not') return count(node.item);
      if (node.kind === 'near') return count(node.left) + count(node.right);
      return node.items.reduce((sum, item) => sum + count(item), 0);
    };
    fc.assert(
      fc.property(asked, ({ text: query }) => {
        const { root, terms } = parsed(query);
        expect(count(root)).toBe(terms.length);
      }),
    );
  });
});
