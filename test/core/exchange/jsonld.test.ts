import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toJsonld } from '../../../core/exchange/jsonld.ts';
import { exportable, later, paragraph, tag, time, uuid, worldly } from './sample.ts';

const item = z.looseObject({
  id: z.string(),
  type: z.literal('Annotation'),
  motivation: z.string(),
  body: z.array(z.looseObject({ type: z.literal('TextualBody'), value: z.string() })).optional(),
  target: z.object({
    type: z.literal('SpecificResource'),
    source: z.string(),
    styleClass: z.string(),
    selector: z.tuple([
      z.object({
        type: z.literal('TextQuoteSelector'),
        exact: z.string(),
        prefix: z.string(),
        suffix: z.string(),
      }),
      z.object({ type: z.literal('TextPositionSelector'), start: z.int(), end: z.int() }),
    ]),
  }),
});
const collection = z.looseObject({
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  type: z.literal('AnnotationCollection'),
  total: z.int(),
  first: z.looseObject({ type: z.literal('AnnotationPage'), items: z.array(item) }),
});
const parse = (text: string) => collection.parse(JSON.parse(text));

describe('toJsonld', () => {
  it('counts code points, so that the quote stands at its place in any script', () => {
    const document = worldly();
    const points = Array.from(document.content.text);
    const { first, total } = parse(toJsonld(document).text);
    expect(total).toBe(5);
    for (const { target } of first.items) {
      const [quote, position] = target.selector;
      expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
      const around = quote.prefix + quote.exact + quote.suffix;
      expect(document.content.text).toContain(around);
      expect(around.isWellFormed()).toBe(true);
    }
    expect(first.items.map((mark) => mark.target.selector[0].exact)).toEqual([
      '𝒳 be',
      '👩‍👩‍👧',
      'قال الكاتب',
      '读书破万卷',
      'End',
    ]);
  });

  it('says in bodies and motivation what a mark is for', () => {
    const tags = [tag(1, 'source'), tag(2, 'anonymous', uuid(1))];
    const document = exportable(
      [paragraph('One two three.')],
      [
        { on: 'One', tags: [uuid(2)], note: '**why?**', author: 'Ana', colour: 'teal' },
        { on: 'two', tags: [uuid(1)] },
        { on: 'three' },
      ],
      tags,
    );
    const [one, two, three] = parse(toJsonld(document).text).first.items;
    expect(one).toMatchObject({
      id: `urn:uuid:${uuid(100)}`,
      motivation: 'commenting',
      created: time,
      modified: later,
      creator: { type: 'Person', name: 'Ana' },
      generator: { type: 'Software', name: 'Commonplace' },
      body: [
        { purpose: 'commenting', format: 'text/markdown', value: '**why?**' },
        { purpose: 'tagging', value: 'source/anonymous' },
      ],
      target: { source: `urn:sha256:${'ab'.repeat(32)}`, styleClass: 'teal' },
    });
    expect(two?.motivation).toBe('tagging');
    expect(three?.motivation).toBe('highlighting');
    expect(three).not.toHaveProperty('body');
    expect(three).not.toHaveProperty('creator');
  });

  it('lengthens the context until the quote matches one place alone', () => {
    const line = 'The same sentence stands here, word for word, again and again and again. ';
    const document = exportable(
      [paragraph(line.repeat(6).trim())],
      [{ on: 'word for word', nth: 3 }],
    );
    const quote = parse(toJsonld(document).text).first.items[0]?.target.selector[0];
    const around = `${quote?.prefix ?? ''}${quote?.exact ?? ''}${quote?.suffix ?? ''}`;
    expect(document.content.text.split(around)).toHaveLength(2);
  });

  it('has an empty page for a document without marks', () => {
    const { total, first } = parse(toJsonld(exportable([paragraph('Nothing here.')])).text);
    expect([total, first.items]).toEqual([0, []]);
  });

  it('refuses a mark whose place does not hold its quote, and one that cuts a character', () => {
    const document = exportable(
      [paragraph('Let 𝒳 be.')],
      [
        { on: 'Let', span: { start: 1, end: 4 } },
        { on: 'be', span: { start: 7, end: 99 } },
        { on: '\ud835' },
        { on: 'be' },
      ],
    );
    const { text, refused } = toJsonld(document);
    expect(parse(text).total).toBe(1);
    expect(refused.map(({ annotation }) => annotation.id)).toEqual([
      uuid(100),
      uuid(101),
      uuid(102),
    ]);
    expect(refused.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('not the passage'),
      expect.stringContaining('7 to 99'),
      expect.stringContaining('inside a character'),
    ]);
  });
});
