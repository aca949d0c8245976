import { describe, expect, it } from 'vitest';
import type { DocumentContent } from '../../../core/model/document.ts';
import { imported, inlinesOf } from './samples.ts';

/** Each paragraph with its time, its speaker and its text. */
const turnsOf = ({ blocks, text }: DocumentContent): string[] =>
  blocks.map((block) => {
    const cue = block.kind === 'paragraph' ? block.cue : undefined;
    return `${cue?.seconds ?? '-'} ${cue?.speaker ?? '-'} | ${text.slice(block.start, block.end)}`;
  });

describe('subtitles', () => {
  it('joins the cues of a speaker to paragraphs that know their time', async () => {
    const content = await imported(
      `\ufeff1\r\n00:00:01,000 --> 00:00:02,500\r\nThis is the <i>first</i>\r\nsentence, and\r\n\r\n2\r\n00:00:02,600 --> 00:00:04,000 X1:10\r\n{\\an8}it goes on.\r\n\r\n3\r\n00:00:09,000 --> 00:00:10,000\r\nAfter a pause &amp; <font color="#fff">more</font>.\r\n\r\n4\r\n100:00:00,000 --> 100:00:01,000\r\n12\r\n`,
      'a film.srt',
    );
    expect(content.format).toBe('subtitles');
    expect(content.title).toBe('A film');
    expect(turnsOf(content)).toEqual([
      '1 - | This is the first sentence, and it goes on.',
      '9 - | After a pause & more.',
      '360000 - | 12',
    ]);
    expect(content.blocks.map(({ origin }) => origin)).toEqual([
      't=1,4',
      't=9,10',
      't=360000,360001',
    ]);
    expect(inlinesOf(content)).toEqual(['emphasis: first']);
  });

  it('reads WebVTT: voices, notes, styles and header', async () => {
    const content = await imported(
      'WEBVTT - An interview\nLanguage: de\n\nNOTE nobody\nsees this\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v.loud Anna Berg>Hello <b>you</b></v>\n\n00:02.100 --> 00:03.000\n<v Anna Berg>again.\n<v Bo>Hi.</v>\n\n00:03.000 --> 00:04.000\n<v Bo><c.yellow>Well</c> <00:03.500>then.\n',
      'a.vtt',
    );
    expect(content.title).toBe('An interview');
    expect(content.details.language).toBe('de');
    expect(turnsOf(content)).toEqual([
      '1 Anna Berg | Anna Berg: Hello you again.',
      '2.1 Bo | Bo: Hi. Well then.',
    ]);
    expect(inlinesOf(content)).toEqual(['strong: Anna Berg', 'strong: you', 'strong: Bo']);
  });

  it('takes speakers from names in the text and from dashes', async () => {
    const cue = (second: number, text: string): string =>
      `00:00:0${second},000 --> 00:00:0${second},900\n${text}\n\n`;
    const named = await imported(
      cue(1, 'Anna: One.') +
        cue(2, 'and two.') +
        cue(3, 'Anna: Three.') +
        cue(4, 'Bo: Four.') +
        cue(5, 'Bo: Five: six.'),
      'a.srt',
    );
    expect(turnsOf(named)).toEqual([
      '1 Anna | Anna: One. and two. Three.',
      '4 Bo | Bo: Four. Five: six.',
    ]);
    const dashed = await imported(cue(1, '- Who?\n- Me.') + cue(2, 'Then: - no.'), 'a.srt');
    expect(turnsOf(dashed)).toEqual(['1 - | - Who?', '1 - | - Me. Then: - no.']);
  });

  it('says once what captions repeat as they roll, and keeps what people repeat', async () => {
    const rolling = await imported(
      `WEBVTT
Kind: captions

00:00:00.000 --> 00:00:02.000 align:start position:0%
 
hello<00:00:00.400><c> everyone</c>

00:00:02.000 --> 00:00:02.010 align:start position:0%
hello everyone
 

00:00:02.010 --> 00:00:04.000 align:start position:0%
hello everyone
today<00:00:02.400><c> we</c>

00:00:04.000 --> 00:00:04.010
today we
 

00:00:04.010 --> 00:00:06.000
today we
begin
`,
      'a.vtt',
    );
    expect(rolling.text).toBe('hello everyone today we begin');
    const said = await imported(
      '1\n00:00:01,000 --> 00:00:02,000\nNo.\n\n2\n00:00:02,000 --> 00:00:03,000\nNo.\n',
      'a.srt',
    );
    expect(said.text).toBe('No. No.');
  });

  it('is forgiving: no numbers, no empty lines, points, overlaps, negative times', async () => {
    const content = await imported(
      '00:00:01.0 --> 00:00:05.000\nOne\n2\n-00:00:01,000 --> 00:00:02,000\nTwo\n\nstill two\n\n7\n00:00:02,000 --> 00:00:03,000\n\n8\n00:00:03,000 --> 00:00:01,000\n<3 a < b {x} <sigh>\n',
      'a.txt',
    );
    expect(content.format).toBe('subtitles');
    expect(turnsOf(content)).toEqual(['1 - | One', '0 - | Two still two <3 a < b {x} <sigh>']);
  });

  it('reads SBV, ASS and bracketed times', async () => {
    const sbv = await imported(
      '0:00:01.000,0:00:02.000\nOne\n\n0:00:02.000,0:00:03.000\nTwo\n',
      'a.sbv',
    );
    expect(turnsOf(sbv)).toEqual(['1 - | One Two']);
    const ass = await imported(
      '[Script Info]\nTitle: A show\n\n[V4+ Styles]\nFormat: Name\nStyle: x\n\n[Events]\nFormat: Layer, Start, End, Style, Name, Effect, Text\nDialogue: 0,0:00:05.00,0:00:06.00,x,Bo,,Second, with comma\nDialogue: 0,0:00:01.50,0:00:02.00,x,Anna,,{\\i1}First{\\i0}\\Nline\nDialogue: 0,0:00:01.50,0:00:02.00,x,,,{\\p1}m 0 0 l 1 1{\\p0}\nComment: 0,0:00:01.50,0:00:02.00,x,,,no\n',
      'a.ass',
    );
    expect(ass.title).toBe('A show');
    expect(turnsOf(ass)).toEqual(['1.5 Anna | Anna: First line', '5 Bo | Bo: Second, with comma']);
    expect(inlinesOf(ass)).toEqual(['strong: Anna', 'emphasis: First', 'strong: Bo']);
    const whisper = await imported(
      '[00:00.000 --> 00:04.000]  One.\n[00:04.000 --> 00:06.500]  Two.\n',
      'a.txt',
    );
    expect(turnsOf(whisper)).toEqual(['0 - | One. Two.']);
  });

  it('parts long speech at the ends of sentences', async () => {
    const cues = Array.from({ length: 60 }, (_, n) => {
      const time = `00:00:${String(n).padStart(2, '0')}`;
      return `${time},000 --> ${time},999\nTwenty letters at ${n} ${n % 4 === 3 ? '.' : ''}\n`;
    });
    const { blocks, text } = await imported(cues.join('\n'), 'a.srt');
    expect(blocks.length).toBeGreaterThan(2);
    for (const block of blocks.slice(0, -1)) {
      expect(block.end - block.start).toBeGreaterThan(400);
      expect(text[block.end - 1]).toBe('.');
    }
  });

  it.each([
    ['lines without times', '1\n00:00:01,000 --> 00:00:02,000\nx\n' + 'a\n'.repeat(50_000)],
    ['cues', '00:00:01,000 --> 00:00:02,000\nx\n'.repeat(50_000)],
    ['tags', '00:00:01,000 --> 00:00:02,000\n' + '<i><v a'.repeat(50_000)],
    ['braces', '00:00:01,000 --> 00:00:02,000\n' + '{\\'.repeat(500_000)],
    ['digits', '00:00:01,000 --> 00:00:02,000\n' + '<1'.repeat(500_000) + '1:'.repeat(500_000)],
  ])('reads any number of %s in time', { timeout: 20_000 }, async (_, source) => {
    const started = performance.now();
    await imported(source, 'a.srt');
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('a file of that name without a time is a text', async () => {
    const content = await imported('Just words.', 'a.srt');
    expect(content.text).toBe('Just words.');
  });
});
