import { describe, expect, it } from 'vitest';
import type { DocumentContent } from '../../../core/model/document.ts';
import { imported, inlinesOf } from './samples.ts';

const turnsOf = ({ blocks, text }: DocumentContent): string[] =>
  blocks.map((block) => {
    const cue = block.kind === 'paragraph' ? block.cue : undefined;
    return `${cue?.seconds ?? '-'} ${cue?.speaker ?? '-'} | ${text.slice(block.start, block.end)}`;
  });

const four = [
  '5 Anna | Anna: How did you come to this work?',
  '72 Bo Lee | Bo Lee: By accident, as one does.',
  '80 Anna | Anna: And did you stay by accident?',
  '3605.5 Bo Lee | Bo Lee: No, that was on purpose.',
];

describe('transcripts', () => {
  it.each([
    [
      'time before the name',
      '[00:00:05] Anna: How did you come to this work?\n[00:01:12] Bo Lee: By accident, as one does.\n[00:01:20] Anna: And did you stay by accident?\n[01:00:05.5] Bo Lee: No, that was on purpose.',
    ],
    [
      'time after the name',
      'Anna (00:05): How did you come to this work?\n\nBo Lee (01:12): By accident, as one does.\n\nAnna (01:20): And did you stay by accident?\n\nBo Lee (1:00:05.5): No, that was on purpose.',
    ],
    [
      'name and time on a line of their own',
      'Anna  0:05\nHow did you come to this work?\n\nBo Lee  1:12\nBy accident, as one does.\n\nAnna  1:20\nAnd did you stay by accident?\n\nBo Lee  1:00:05.5\nNo, that was on purpose.',
    ],
    [
      'the same without empty lines',
      'Anna  0:05\nHow did you come to this work?\nBo Lee  1:12\nBy accident, as one does.\nAnna  1:20\nAnd did you stay by accident?\nBo Lee  1:00:05.5\nNo, that was on purpose.',
    ],
    [
      'time on a line of its own',
      '00:00:05\nAnna: How did you come to this work?\n\n00:01:12\nBo Lee: By accident, as one does.\n\n00:01:20\nAnna: And did you stay by accident?\n\n01:00:05.5\nBo Lee: No, that was on purpose.',
    ],
    [
      'tabs',
      '00:00:05\tAnna:\tHow did you come to this work?\n00:01:12\tBo Lee:\tBy accident, as one does.\n00:01:20\tAnna:\tAnd did you stay by accident?\n01:00:05.5\tBo Lee:\tNo, that was on purpose.',
    ],
  ])('knows speakers and times: %s', async (_, source) => {
    const content = await imported(source, 'interview.txt');
    expect(content.format).toBe('transcript');
    expect(turnsOf(content)).toEqual(four);
    expect(inlinesOf(content)[1]).toBe('strong: Bo Lee');
  });

  it('keeps the title, the preface and the paragraphs of a turn', async () => {
    const content = await imported(
      `Interview with a pilot

Recorded in the harbour office in March.

I: When did you first notice that the buoys had moved at all?
B1: In the morning.

They were all further out.

I: And what did you do?
B1: I called the office, and nobody answered, which is why I went there on my own, in the rain.
I: I see.`,
      'p.txt',
    );
    expect(content.title).toBe('Interview with a pilot');
    expect(turnsOf(content)).toEqual([
      '- - | Interview with a pilot',
      '- - | Recorded in the harbour office in March.',
      '- I | I: When did you first notice that the buoys had moved at all?',
      '- B1 | B1: In the morning.',
      '- B1 | They were all further out.',
      '- I | I: And what did you do?',
      '- B1 | B1: I called the office, and nobody answered, which is why I went there on my own, in the rain.',
      '- I | I: I see.',
    ]);
  });

  it('joins wrapped lines', async () => {
    const wrapped =
      'SPEAKER_00: It was the best of times, it was the worst of times, it was\nthe age of wisdom, it was the age of foolishness, it was the epoch of\nbelief, it was the epoch of incredulity.\nSPEAKER_01: It was the season of Light, it was the season of Darkness, it\nwas the spring of hope, it was the winter of despair.\n';
    const content = await imported(wrapped.repeat(3), 'a.txt');
    expect(content.format).toBe('transcript');
    expect(content.blocks).toHaveLength(6);
    expect(content.text.split('\n\n')[1]).toBe(
      'SPEAKER_01: It was the season of Light, it was the season of Darkness, it was the spring of hope, it was the winter of despair.',
    );
  });

  it.each([
    [
      'records',
      'Name: Anna\nAge: 31\nCity: Ulm\n\nName: Bo\nAge: 40\nCity: Bonn\n\nName: Cy\nAge: 2\nCity: Rom\n',
    ],
    [
      'logs',
      '[00:00:01] INFO: The server was started.\n[00:00:02] WARN: It is slow today.\n'.repeat(5),
    ],
    [
      'words and what they mean',
      'Buoy: a mark that swims.\n\nPilot: who knows the way.\n\nBar: sand before a harbour.\n\nQuay: where ships lie.\n',
    ],
    [
      'one who speaks',
      'Anna: One sentence is here.\n\nAnna: Another sentence is here.\n\n'.repeat(3),
    ],
    [
      'notes',
      'Note: this is a long remark.\n\nA paragraph of its own stands here.\n\nTip: try it.\n\nAnother one stands here.\n'.repeat(
        2,
      ),
    ],
    [
      'a text that quotes',
      'He said it plainly.\n\nAnna: No, I will not.\n\nThen he left the house.\n\nBo: So be it.\n\nAnd that was it for them.\n'.repeat(
        3,
      ),
    ],
  ])('leaves alone %s', async (_, source) => {
    expect((await imported(source, 'a.txt')).format).toBe('text');
  });

  it('counts only in files of plain text', async () => {
    const source = 'Anna: One sentence is here.\n\nBo: Another sentence is here.\n\n'.repeat(3);
    expect((await imported(source, 'a.md')).format).toBe('markdown');
    expect((await imported(source, 'a.log')).format).toBe('text');
    expect((await imported(source, 'a')).format).toBe('transcript');
  });

  it.each([
    ['spaces', `${'A '.repeat(500_000)}: x\n`],
    ['names', 'Anna Berg (x) '.repeat(100_000)],
    ['times', '00:00:00 '.repeat(200_000)],
    ['lines', 'Anna: a.\nBo: b b b b b b b b b b b b.\n'.repeat(50_000)],
  ])('reads any number of %s in time', { timeout: 20_000 }, async (_, source) => {
    const started = performance.now();
    await imported(source, 'a.txt');
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
