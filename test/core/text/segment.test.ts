import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../../core/text/segment.ts';

const read = (text: string, language?: string): string[] =>
  sentences(text, language).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('reads English, with titles, initials and quotes', () => {
    expect(read('“Nobody told us,” said Mr. Smith. He left, e.g. by car. It rained!')).toEqual([
      '“Nobody told us,” said Mr. Smith.',
      'He left, e.g. by car.',
      'It rained!',
    ]);
  });

  it('reads German, with its abbreviations', () => {
    expect(read('Das ist z. B. gut. Herr Dr. Meier kam. Ende.', 'de')).toEqual([
      'Das ist z. B. gut.',
      'Herr Dr. Meier kam.',
      'Ende.',
    ]);
  });

  it('reads Japanese, which has no spaces', () => {
    expect(read('港は六時に開いた。誰も知らせなかった。本当か？', 'ja')).toEqual([
      '港は六時に開いた。',
      '誰も知らせなかった。',
      '本当か？',
    ]);
  });

  it('reads Arabic', () => {
    expect(read('فتح المكتب في السادسة. هل أخبرنا أحد؟ لا.', 'ar')).toEqual([
      'فتح المكتب في السادسة.',
      'هل أخبرنا أحد؟',
      'لا.',
    ]);
  });

  it.each([
    ['en', ['It ended.[3][12]', 'He left.', '(She stayed.)', 'Rain fell.¹', 'Then sun.']],
    ['en', ['“Really?” he asked.', 'She said “no.”', '“Go!” they cried!', 'what?', 'i see!', 'ok']],
    [
      'en',
      ['The U.S. Army left.', 'He lived in the U.S.', 'The bus came at 5 p.m.', 'It was late.'],
    ],
    [
      'en',
      [
        '1. First item.',
        'See pp. 3-4, Fig. 2 and No. 5 by J. A. Smith.',
        'That was plan B.',
        'We left.',
      ],
    ],
    [
      'de',
      ['Am 3. Oktober kam er in die 3. Etage.', 'Das war am 5.', 'Dann, d. h. Montag, ging er.'],
    ],
    [
      'de',
      ['Er rief: »Geh!« und ging.', '»So ist es.«', '„Halt!“ rief sie.', 'Vgl. Nr. 5 Abs. 2.'],
    ],
    ['fr', ['« Quoi ? » dit-il à Mme Dupont.', '« Non. »', 'Elle rit.']],
    ['ru', ['Он жил на ул. Ленина.', 'Я дал им.', 'Потом ушёл.']],
    ['el', ['Τι είναι αυτό;', 'Δεν ξέρω.']],
    ['hi', ['यह घर है।', 'वह स्कूल है।']],
    ['he', ['הוא הלך הביתה.', 'מה שלומך?', 'טוב.']],
    ['ko', ['그는 집에 갔다.', '정말입니까?', '네.']],
    ['zh', ['他走了。', '真的吗？', '是的！']],
    ['ja', ['「行け。」と言った。', '「はい。」', '次。']],
  ])('tells sentences apart (%s: %j)', (language, expected) => {
    const space = language === 'ja' || language === 'zh' ? '' : ' ';
    expect(read(expected.join(space), language)).toEqual(expected);
    // The script alone tells the language of all but those that share one.
    if (!['de', 'fr'].includes(language)) expect(read(expected.join(space))).toEqual(expected);
  });

  it('takes a line end inside a passage for a space', () => {
    expect(read('One sentence\nover two lines. Another.')).toEqual([
      'One sentence\nover two lines.',
      'Another.',
    ]);
  });

  it('has a last sentence without a full stop, and none in white space', () => {
    expect(read('Done. and by')).toEqual(['Done. and by']);
    expect(read('It is plan B.')).toEqual(['It is plan B.']);
    expect(read(' \n ')).toEqual([]);
  });

  it('survives a language that is none', () => {
    expect(read('One. Two.', 'not a language')).toEqual(['One.', 'Two.']);
  });

  it('is ordered, disjoint, trimmed, and leaves only white space out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        let rest = '';
        let at = 0;
        for (const { start, end } of sentences(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          rest += text.slice(at, start);
          at = end;
        }
        expect((rest + text.slice(at)).trim()).toBe('');
      }),
    );
  });
});
