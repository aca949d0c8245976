import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../main/importers/decode.ts';

const french =
  'Les élèves ont déjà lu la première œuvre française à l’école; où êtes-vous allés cet été? ';
const russian =
  'Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему. ';
const japanese =
  '吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした所で。';
const chinese = '学而时习之，不亦说乎？有朋自远方来，不亦乐乎？人不知而不愠，不亦君子乎？';
const traditional = '學而時習之，不亦說乎？有朋自遠方來，不亦樂乎？人不知而不慍，不亦君子乎？';
const korean = '모든 국민은 인간으로서의 존엄과 가치를 가지며, 행복을 추구할 권리를 가진다. ';
const greek = 'Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια. ';

describe('encodings', () => {
  it.each([
    ['windows-1252', french],
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['shift_jis', japanese],
    ['euc-jp', japanese],
    ['gb18030', chinese],
    ['big5', traditional],
    ['euc-kr', korean],
    ['iso-8859-7', greek],
  ])('finds %s by its bytes', (encoding, text) => {
    const source = `${text}\n\n`.repeat(8);
    expect(decode(iconv.encode(source, encoding), 'a.txt')).toBe(source);
  });

  it('reads Japanese that is written in ASCII, and lets colours of a terminal be', () => {
    const words = Buffer.from('\x1b$BF|K\\8l\x1b(B words\n', 'latin1');
    expect(decode(words, 'a.txt')).toBe('日本語 words\n');
    const coloured = 'a \x1b[31mred\x1b[0m $B word\n';
    expect(decode(Buffer.from(coloured), 'a.log')).toBe(coloured);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    'reads %s by its mark',
    (encoding) => {
      const bytes = iconv.encode(`${french}${japanese}𝒳`, encoding, { addBOM: true });
      expect(decode(bytes, 'a.txt')).toBe(`${french}${japanese}𝒳`);
    },
  );

  it.each([
    ['utf-16le', french],
    ['utf-16be', french],
    ['utf-16le', russian],
    ['utf-16be', russian],
    ['utf-16le', `${japanese}\n`.repeat(4)],
    ['utf-16be', `${chinese}\n`.repeat(4)],
  ])('reads %s without a mark', (encoding, text) => {
    expect(decode(iconv.encode(text, encoding), 'a.txt')).toBe(text);
  });

  it.each([
    ['<meta charset="windows-1251">', 'windows-1251', russian],
    ['<meta charset=koi8-r>', 'koi8-r', russian],
    [
      '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">',
      'shift_jis',
      japanese,
    ],
    [
      "<META CONTENT='text/html;charset=iso-8859-1' HTTP-EQUIV=content-type>",
      'windows-1252',
      'é “x”',
    ],
    ['<!-- <meta charset="big5"> --><meta charset="gb2312">', 'gb18030', chinese],
  ])('believes %s', (meta, encoding, text) => {
    const source = `<!DOCTYPE html><html><head>${meta}</head><body><p>${text}</p>`;
    expect(decode(iconv.encode(source, encoding), 'a.html')).toBe(source);
  });

  it('lets a byte order mark win over what the page declares', () => {
    const source = '<html><meta charset="windows-1251"><p>é</p>';
    expect(decode(iconv.encode(source, 'utf-8', { addBOM: true }), 'a.html')).toBe(source);
  });

  it('takes valid UTF-8 as UTF-8 whatever a page declares', () => {
    const source = `<html><meta charset="iso-8859-1"><p>${french}</p>`;
    expect(decode(iconv.encode(source, 'utf-8'), 'a.html')).toBe(source);
  });

  it('keeps UTF-8 that is cut or damaged in one place', () => {
    const bytes = iconv.encode(french.repeat(4), 'utf-8');
    const cut = Buffer.concat([bytes, Buffer.from([0xe2, 0x82])]);
    expect(decode(cut, 'a.txt').startsWith(french)).toBe(true);
  });
});
