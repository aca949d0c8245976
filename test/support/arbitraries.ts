import fc from 'fast-check';
import type { Annotation } from '../../core/model/annotation.ts';
import { markColours } from '../../core/model/colours.ts';
import type { Tag } from '../../core/model/tag.ts';
import type { Stamp } from '../../core/edit/patch.ts';

export const isoTime = fc
  .date({
    min: new Date('2020-01-01T00:00:00Z'),
    max: new Date('2030-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());

export const span = (length: number) =>
  fc
    .tuple(fc.nat(Math.max(0, length - 1)), fc.nat(400))
    .map(([start, size]) => ({ start, end: Math.min(length, start + size + 1) }));

export const annotation = (length: number): fc.Arbitrary<Annotation> =>
  fc
    .record({
      id: fc.uuid({ version: 4 }),
      span: span(length),
      colour: fc.constantFrom(...markColours),
      tags: fc.array(fc.uuid({ version: 4 }), { maxLength: 3 }),
      note: fc.string({ maxLength: 20 }),
      created: isoTime,
      modified: isoTime,
    })
    .map((fields) => ({
      ...fields,
      document: 'document-1',
      selector: { quote: 'q', prefix: '', suffix: '', headings: [], occurrence: 0 },
      author: '',
    }));

export const annotations = (length: number, most: number) =>
  fc.uniqueArray(annotation(length), { maxLength: most, selector: (mark) => mark.id });

export const tag: fc.Arbitrary<Tag> = fc.record({
  id: fc.uuid({ version: 4 }),
  name: fc.string({ minLength: 1, maxLength: 12 }).map((name) => `t${name.trim()}`),
  parent: fc.constant(null),
  colour: fc.constantFrom(...markColours),
  description: fc.string({ maxLength: 10 }),
  created: isoTime,
  modified: isoTime,
});

/** Ids and times in order: 00000000-0000-4000-8000-000000000001 and on, a second apart. */
export function countingStamp(): Stamp {
  let ids = 0;
  let seconds = 0;
  return {
    id: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    now: () => new Date(Date.UTC(2026, 10, 22, 10, 0, seconds++)).toISOString(),
  };
}
