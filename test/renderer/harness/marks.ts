import type { Annotation } from '../../../core/model/annotation.ts';
import { markColours, type MarkColour } from '../../../core/model/colours.ts';
import type { Span } from '../../../core/model/span.ts';
import type { Tag } from '../../../core/model/tag.ts';

const time = '2026-11-22T10:00:00.000Z';
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Marks on spans of a text, in the colours' turn. */
export function bareMarks(document: string, text: string, spans: readonly Span[]): Annotation[] {
  return spans.map((span, index) => ({
    id: uuid(index + 1),
    document,
    span,
    selector: {
      quote: text.slice(span.start, span.end),
      prefix: '',
      suffix: '',
      headings: [],
      occurrence: 0,
    },
    colour: markColours[index % markColours.length] ?? 'yellow',
    tags: [],
    note: '',
    author: '',
    created: time,
    modified: time,
  }));
}

const tagNames = [
  ['source', 'blue'],
  ['on the record', 'blue'],
  ['claim', 'yellow'],
  ['contradiction', 'pink'],
  ['voice', 'purple'],
] as const;

export const buoyTags: readonly Tag[] = tagNames.map(([name, colour], index) => ({
  id: uuid(900 + index),
  name,
  parent: null,
  colour,
  description: '',
  created: time,
  modified: time,
}));

interface Sample {
  readonly quote: string;
  readonly colour: MarkColour;
  readonly tags?: readonly string[];
  readonly note?: string;
}

const samples: readonly Sample[] = [
  {
    quote: '“Nobody told us,” said the pilot on duty,',
    colour: 'blue',
    tags: ['source', 'on the record'],
  },
  { quote: '“that the buoys had moved.”', colour: 'yellow', tags: ['claim'] },
  { quote: 'fourteen ships waited', colour: 'green' },
  { quote: '“a routine correction of less than thirty metres”', colour: 'yellow' },
  { quote: 'correction of less than thirty metres”, announced in the spring', colour: 'pink' },
  {
    quote: 'a distance of three hundred',
    colour: 'pink',
    tags: ['contradiction'],
    note: 'Thirty here, three hundred in the notice. Ask for the *survey* sheet.',
  },
  { quote: 'sixty-one hours', colour: 'green' },
  { quote: 'in a hand that presses hard on the paper', colour: 'purple', tags: ['voice'] },
  { quote: 'simpler. Between the second and the fifth of October the light', colour: 'orange' },
  { quote: 'Between the second', colour: 'teal' },
  { quote: 'the second and the fifth', colour: 'purple' },
];

/** The marks of the concept pictures. */
export function buoyMarks(document: string, text: string): Annotation[] {
  return samples.map(({ quote, colour, tags = [], note = '' }, index) => {
    const start = text.indexOf(quote);
    if (start === -1) throw new Error(`“${quote}” is not in the text`);
    const [mark] = bareMarks(document, text, [{ start, end: start + quote.length }]);
    if (mark === undefined) throw new Error('no mark');
    const ids = tags.map((name) => buoyTags.find((tag) => tag.name === name)?.id ?? '');
    return { ...mark, id: uuid(index + 1), colour, note, tags: ids };
  });
}
