import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MarkList } from '../../../core/highlight/mark-list.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { excerptOf } from '../../../core/palette/excerpt.ts';
import { MarkMatcher, type MarkMatches } from '../../../core/palette/mark-matches.ts';
import { Palette, type PaletteSources } from '../../../core/palette/palette.ts';
import {
  paletteKinds,
  paletteSigns,
  parsePaletteQuery,
} from '../../../core/palette/palette-query.ts';
import { fold } from '../../../core/text/fold.ts';

const time = '2026-11-22T10:00:00.000Z';
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const tag = (n: number, name: string, aliases: readonly string[] = []): Tag => ({
  id: uuid(n),
  name,
  parent: null,
  colour: 'blue',
  description: '',
  created: time,
  modified: time,
  ...(aliases.length === 0 ? {} : { aliases }),
});
const mark = (n: number, quote: string, note = ''): Annotation => ({
  id: uuid(n),
  document: 'text',
  span: { start: n * 10, end: n * 10 + 5 },
  selector: { quote, prefix: '', suffix: '', headings: [], occurrence: 0 },
  colour: 'yellow',
  tags: [],
  note,
  author: '',
  created: time,
  modified: time,
});
const tags = [tag(1, 'claim'), tag(2, 'Zürich'), tag(3, 'hearsay', ['rumour'])];
const sources: PaletteSources = {
  commands: [
    { id: 'view.history', title: 'History…', lacks: null },
    { id: 'go.to', title: 'Go To…', lacks: 'text' },
  ],
  documents: [],
  tags: new Map(tags.map((each) => [each.id, each])),
  outline: [
    { level: 1, text: 'The harbour', start: 0 },
    { level: 2, text: 'A claim', start: 400 },
  ],
  recent: [],
  recentDocuments: [],
  recentTags: [],
};
const names = (written: string, from = sources): string[] =>
  new Palette(from)
    .find(parsePaletteQuery(written))
    .flatMap(({ kind, matches }) => [`[${kind}]`, ...matches.map(({ entry }) => entry.name.text)]);

describe('the palette', () => {
  it('shows the kind with the best match first, and of each kind the best', () => {
    expect(names('claim')).toEqual(['[tag]', 'claim', '[heading]', 'A claim']);
    expect(names('hrbr')).toEqual(['[heading]', 'The harbour']);
    expect(names('zurich')).toEqual(['[tag]', 'Zürich']);
  });

  it('finds a tag by its other name, and says which', () => {
    const [group] = new Palette(sources).find(parsePaletteQuery('rumour'));
    expect(group?.matches[0]).toMatchObject({ alias: 'rumour', indexes: [0, 1, 2, 3, 4, 5] });
  });

  it('looks for one kind after a sign', () => {
    expect(names('#cl')).toEqual(['[tag]', 'claim']);
    expect(names('@cl')).toEqual(['[heading]', 'A claim']);
    expect(names('>')).toEqual(['[command]', 'History', 'Go To']);
    expect(names('"claim')).toEqual([]);
    for (const kind of paletteKinds) {
      expect(parsePaletteQuery(` ${paletteSigns[kind]} x y `)).toEqual({
        only: kind,
        words: 'x y',
      });
    }
    expect(parsePaletteQuery('“bees').only).toBe('mark');
  });

  it('without words shows what was chosen lately, once', () => {
    const recent = [`tag ${uuid(2)}`, 'command view.history', 'tag that is gone'];
    const shown = names('', { ...sources, recent });
    expect(shown.slice(0, 3)).toEqual(['[recent]', 'Zürich', 'History']);
    expect(shown.filter((name) => name === 'Zürich' || name === 'History')).toHaveLength(2);
  });
});

function last(work: Generator<void, MarkMatches>): MarkMatches {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

describe('marks by their words', () => {
  it('are those in which every word stands, whatever was asked before', () => {
    const word = fc.constantFrom('bee', 'Beet', 'be', 'zürich', 'sea', 'SEA');
    const texts = fc.array(fc.array(word, { maxLength: 4 }), { maxLength: 40 });
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.array(word, { maxLength: 3 }), { maxLength: 3 }),
        (all, asks) => {
          const marks = all.map((words, n) => mark(n, words.join(' '), words.at(-1)));
          const list = MarkList.of(marks);
          const matcher = new MarkMatcher();
          for (const words of asks) {
            const expected = marks.filter(({ selector, note }) =>
              words.every((each) => fold(`${selector.quote} ${note}`).includes(fold(each))),
            );
            const found = last(matcher.find(list, words.join('  '), 1000));
            expect(found.count).toBe(expected.length);
            expect(new Set(found.marks)).toEqual(new Set(expected));
            const some = last(matcher.find(list, words.join(' '), 3));
            expect(some).toEqual({ marks: found.marks.slice(0, 3), count: found.count });
          }
        },
      ),
    );
  });

  it('with a word at the start of one come first', () => {
    const list = MarkList.of([mark(1, 'a wasp'), mark(2, 'an asp')]);
    const found = last(new MarkMatcher().find(list, 'asp', 10));
    expect(found.marks.map(({ selector }) => selector.quote)).toEqual(['an asp', 'a wasp']);
  });
});

describe('an excerpt', () => {
  it('is a line with the words set off, and a part of the passage', () => {
    const piece = fc.constantFrom('é', 'bees ', '👩‍👩‍👧', 'e\u0301', ' long ', '\n', 'İ', 'ﬁ', 'sea');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 200 }).map((all) => all.join('')),
        fc.constantFrom('bees', 'e', 'sea long', 'fi', 'i', ''),
        (passage, asked) => {
          const { text, indexes } = excerptOf(passage, asked);
          const bare = text.replace(/^…|…$/gu, '');
          expect(passage.replace(/\s+/gu, ' ').trim()).toContain(bare);
          expect(text).not.toContain('\n');
          for (const at of indexes) expect(at).toBeLessThan(text.length);
          const marked = fold(indexes.map((at) => text.charAt(at)).join(''));
          if (asked === 'bees' && marked !== '') expect(marked).toBe('bees');
        },
      ),
    );
  });

  it('reaches a word far in a passage', () => {
    const { text, indexes } = excerptOf(`${'word '.repeat(100)}needle end`, 'needle');
    expect(indexes.map((at) => text.charAt(at)).join('')).toBe('needle');
  });
});
