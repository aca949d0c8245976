import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextFinder } from '../../../core/search/find-in-text.ts';
import { mostHits, type FindQuery } from '../../../core/search/find-query.ts';
import { foldWithOffsets } from '../../../core/text/fold-with-offsets.ts';

type Options = Partial<Omit<FindQuery, 'text'>>;
const query = (text: string, options: Options = {}): FindQuery => ({
  text,
  matchCase: false,
  matchAccents: false,
  wholeWord: false,
  regex: false,
  ...options,
});

function spans(text: string, wanted: FindQuery): readonly (readonly [number, number])[] {
  const found = new TextFinder(text).find(wanted);
  if (found.kind === 'broken') throw new Error(found.reason);
  return [...found.hits.starts].map((start, index) => [start, found.hits.ends[index] ?? -1]);
}

const hits = (text: string, words: string, options: Options = {}): string[] =>
  spans(text, query(words, options)).map(([start, end]) => text.slice(start, end));

describe('words in a text', () => {
  it.each([
    ['Nobody told us. NOBODY.', 'nobody', {}, ['Nobody', 'NOBODY']],
    ['Nobody told us. NOBODY.', 'NOBODY', { matchCase: true }, ['NOBODY']],
    ['café cafe cafe\u0301', 'cafe', {}, ['café', 'cafe', 'cafe\u0301']],
    ['café cafe cafe\u0301', 'café', { matchAccents: true }, ['café', 'cafe\u0301']],
    ['café cafe', 'cafe', { matchAccents: true }, ['cafe']],
    ['Die Straße, STRASSE', 'strasse', {}, ['Straße', 'STRASSE']],
    ['Die Straße', 'straße', {}, ['Straße']],
    ['de\ufb01ne, de\ufb01', 'defi', {}, ['de\ufb01', 'de\ufb01']],
    ['Ο Οδυσσεύς ΟΔΥΣΣΕΎΣ', 'οδυσσευς', {}, ['Οδυσσεύς', 'ΟΔΥΣΣΕΎΣ']],
    [
      'told\nus, told  us, told\u00a0us, told\n\nus',
      'told us',
      {},
      ['told\nus', 'told  us', 'told\u00a0us', 'told\n\nus'],
    ],
    ["don’t and don't", "don't", {}, ['don’t', "don't"]],
    ['har\u00adbour', 'harbour', {}, ['har\u00adbour']],
    ['فَتَحَ المكتب', 'فتح', {}, ['فَتَحَ']],
    ['أحد احد', 'احد', {}, ['أحد', 'احد']],
    ['港は六時に開いた', '六時', {}, ['六時']],
    ['が か', 'か', {}, ['か']],
    ['ｶﾞ', 'ガ', {}, ['ｶﾞ']],
    ['Ｗｉｄｅ', 'wide', {}, ['Ｗｉｄｅ']],
    ['aaaa', 'aa', {}, ['aa', 'aa']],
    ['', 'a', {}, []],
    ['a b', '', {}, []],
    ['a b', ' ', {}, []],
    ['(a+)+', '(a+)', {}, ['(a+)']],
  ] as const)('in %j, %j %j', (text, words, options, expected) => {
    expect(hits(text, words, options)).toEqual(expected);
  });

  it('never cut a grapheme in two', () => {
    expect(hits('👩‍👩‍👧 👩', '👩')).toEqual(['👩']);
    expect(hits('🇦🇩🇪', '🇩🇪')).toEqual([]);
    expect(hits('🇦🇩🇪🇸', '🇩🇪')).toEqual([]);
    expect(hits('👍🏽 👍', '👍')).toEqual(['👍']);
    expect(hits('de\ufb01ne', 'f')).toEqual([]);
    expect(hits('Straße', 's')).toEqual(['S']);
    expect(hits('नमस्ते', 'नम')).toEqual(['नम']);
    expect(hits('नमस्ते', 'नमस')).toEqual([]);
    expect(hits('ก่า กำ', 'ก')).toEqual([]);
  });

  it('are whole where that is asked', () => {
    const whole = { wholeWord: true };
    expect(hits('port, ports, airport; port', 'port', whole)).toEqual(['port', 'port']);
    expect(hits('don’t', 'don', whole)).toEqual(['don']);
    expect(hits('port_2 port2', 'port', whole)).toEqual([]);
    expect(hits('été étés', 'ete', whole)).toEqual(['été']);
    expect(hits('東京都に住む。京都に住む。', '京都', whole)).toEqual(['京都']);
    expect(hits('كتاب الكتاب', 'كتاب', whole)).toEqual(['كتاب']);
  });

  it('are no more than can be shown', () => {
    const text = 'a '.repeat(mostHits + 1);
    const found = new TextFinder(text).find(query('a'));
    expect(found.kind === 'hits' && [found.hits.starts.length, found.hits.capped]).toEqual([
      mostHits,
      true,
    ]);
    const all = new TextFinder(text.slice(2)).find(query('a'));
    expect(all.kind === 'hits' && all.hits.capped).toBe(false);
  });
});

describe('expressions', () => {
  const regex = { regex: true };
  it('see lines, case and whole words', () => {
    expect(hits('one\ntwo\nthree', '^t\\w+$', regex)).toEqual(['two', 'three']);
    expect(hits('One one', 'O.e', regex)).toEqual(['One', 'one']);
    expect(hits('One one', 'O.e', { ...regex, matchCase: true })).toEqual(['One']);
    expect(hits('port ports', 'po..', { ...regex, wholeWord: true })).toEqual(['port']);
    expect(hits('été', '\\p{L}+', regex)).toEqual(['été']);
  });

  it('pass over what is empty, and take whole graphemes', () => {
    expect(hits('baab', 'a*', regex)).toEqual(['aa']);
    expect(hits('e\u0301x', '.', regex)).toEqual(['e\u0301', 'x']);
    expect(hits('👩‍👩‍👧', '👩', regex)).toEqual(['👩‍👩‍👧']);
  });

  it('that are none say why', () => {
    const found = new TextFinder('a').find(query('(a', regex));
    expect(found).toEqual({ kind: 'broken', reason: 'unterminated group' });
    expect(new TextFinder('a').find(query('a: {', regex)).kind).toBe('broken');
  });
});

// Letters that fold in every way there is, so that short texts are full of hits and near hits.
const letters = fc.constantFrom(
  ...['a', 'A', 'b', 's', 'ß', 'S', 'é', 'e', 'e\u0301', '\u0301', '\ufb01', 'f', 'i', ' ', '\n'],
  ...[
    '👩‍👩‍👧',
    '👩',
    '🇩🇪',
    'か',
    'が',
    '本',
    'ا',
    'أ',
    'فَ',
    '\u00ad',
    '’',
    'İ',
    'Σ',
    'ς',
    '한',
    '각',
    'q\u0323\u0307',
  ],
);
const words = (max: number) => fc.array(letters, { maxLength: max }).map((part) => part.join(''));
const options = fc.record({ matchCase: fc.boolean(), matchAccents: fc.boolean() });
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const edgesOf = (text: string): number[] => [
  ...[...graphemes.segment(text)].map(({ index }) => index),
  text.length,
];

describe('any text and words', () => {
  it('every hit folds to the words, and cuts no grapheme', () => {
    fc.assert(
      fc.property(words(40), words(3), options, (text, wanted, option) => {
        const folded = foldWithOffsets(wanted, option).text;
        const edges = edgesOf(text);
        for (const [start, end] of spans(text, query(wanted, option))) {
          expect(foldWithOffsets(text.slice(start, end), option).text).toBe(folded);
          expect(edges).toContain(start);
          expect(edges).toContain(end);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds what a plain reference finds: the first stretch between graphemes that folds alike, then on from its end', () => {
    // Without what is invisible or runs together: of two stretches that both fold alike the reference takes the shorter.
    const plain = fc.array(
      fc.constantFrom(
        'a',
        'A',
        'ß',
        's',
        'é',
        'e\u0301',
        'e',
        '\ufb01',
        'f',
        'i',
        ' ',
        '👩‍👩‍👧',
        '👩',
        '🇩🇪',
        'か',
        'が',
        'أ',
        'ا',
      ),
      { maxLength: 30 },
    );
    const joined = plain.map((part) => part.join('').replace(/ +/g, ' '));
    fc.assert(
      fc.property(
        joined,
        joined.map((text) => text.slice(0, 3)),
        options,
        (text, wanted, option) => {
          if (!wanted.isWellFormed()) return;
          expect(spans(text, query(wanted, option))).toEqual(reference(text, wanted, option));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('folding keeps where each unit came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), options, (text, option) => {
        const { text: folded, offsets } = foldWithOffsets(text, option);
        expect(offsets).toHaveLength(folded.length + 1);
        expect(offsets.at(-1)).toBe(text.length);
        for (let at = 1; at < offsets.length; at++)
          expect(offsets[at]).toBeGreaterThanOrEqual(offsets[at - 1] ?? 0);
        // A piece that was folded alone is what it is in its text.
        const starts = [...new Set(offsets)];
        const pieces = starts
          .slice(0, -1)
          .map((start, index) => text.slice(start, starts[index + 1]));
        expect(pieces.map((piece) => foldWithOffsets(piece, option).text).join('')).toBe(folded);
      }),
      { numRuns: 500 },
    );
  });
});

function reference(
  text: string,
  wanted: string,
  option: Pick<FindQuery, 'matchCase' | 'matchAccents'>,
) {
  const fold = (part: string): string => foldWithOffsets(part, option).text;
  const folded = fold(wanted);
  const found: [number, number][] = [];
  if (wanted.trim() === '' || folded === '') return found;
  const edges = edgesOf(text);
  let from = 0;
  for (const start of edges) {
    if (start < from) continue;
    const end = edges.find((edge) => edge > start && fold(text.slice(start, edge)) === folded);
    if (end === undefined) continue;
    found.push([start, end]);
    from = end;
  }
  return found;
}
