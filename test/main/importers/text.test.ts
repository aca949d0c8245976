import { describe, expect, it } from 'vitest';
import { imported, outlineOf } from './samples.ts';

const long =
  'This is a long paragraph in one line that any editor would have wrapped at its window, because it is longer.';

describe('plain text', () => {
  it('takes paragraphs between blank lines, the last without a line end', async () => {
    const content = await imported(
      `${long} One.\n\n${long} Two.\n\n${long} Three.`,
      'my_great_essay.txt',
    );
    expect(content.text).toBe(`${long} One.\n\n${long} Two.\n\n${long} Three.`);
    expect(content.blocks).toHaveLength(3);
    expect(content.title).toBe('My great essay');
  });

  it('takes each line as a paragraph where no blank lines part them', async () => {
    const content = await imported(
      `${long} One.\n${long} Two.\nShort three.\n${long} Four.`,
      'a.txt',
    );
    expect(content.blocks).toHaveLength(4);
  });

  it('joins hard-wrapped lines', async () => {
    const wrapped = [
      'It was the best of times, it was the worst of times, it was the age',
      'of wisdom, it was the age of foolishness, it was the epoch of belief,',
      'it was the epoch of incredulity, it was the season of Light, it was',
      'the season of Darkness, it was the spring of hope.',
    ];
    const content = await imported(`${wrapped.join('\n')}\n\n${wrapped.join('\n')}`, 'a.txt');
    expect(outlineOf(content)).toEqual([
      `paragraph ${wrapped.join(' ')}`,
      `paragraph ${wrapped.join(' ')}`,
    ]);
  });

  it('keeps verse line by line', async () => {
    const verse =
      'Shall I compare thee to a summer’s day?\nThou art more lovely and more temperate:\nRough winds do shake the darling buds of May,';
    expect((await imported(`${verse}\n\n${verse}`, 'a.txt')).text).toBe(`${verse}\n\n${verse}`);
  });

  it('keeps lists line by line', async () => {
    const list = '- one thing to do\n- another thing to do\n- a third thing';
    expect((await imported(`Before.\n\n${list}\n\nAfter.`, 'a.txt')).text).toBe(
      `Before.\n\n${list}\n\nAfter.`,
    );
  });

  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
    ['NEL', '\u0085'],
    ['LS', '\u2028'],
    ['PS', '\u2029'],
    ['FF', '\f'],
  ])('knows %s as a line end', async (_, end) => {
    const content = await imported(`${long} One.${end}${end}${long} Two.${end}`, 'a.txt');
    expect(content.text).toBe(`${long} One.\n\n${long} Two.`);
  });

  it('takes a short first line above running text as the title', async () => {
    const content = await imported(`The Long Road\n\n${long} ${long}`, 'a.txt');
    expect(content.title).toBe('The Long Road');
    expect(outlineOf(content)[0]).toBe('h1 The Long Road');
  });

  it.each(['He left.', 'and so on', '- a list', 'Dear Ann,'])(
    'takes “%s” as no title',
    async (line) => {
      const content = await imported(`${line}\n\n${long} ${long}`, 'letter.txt');
      expect(content.title).toBe('Letter');
      expect(content.blocks[0]?.kind).toBe('paragraph');
    },
  );

  it('names a text by its file', async () => {
    expect((await imported('x', '/a/b/2024-01-05.txt')).title).toBe('2024-01-05');
    expect((await imported('x', 'A well-known road.md')).title).toBe('A well-known road');
    expect((await imported('x', '.txt')).title).toBe('.txt');
  });
});
