import type { DraftBlock, DraftInline } from '../../../core/text/draft.ts';

const place = { quote: 0, list: null } as const;
const style = (
  kind: 'strong' | 'emphasis' | 'code' | 'sup' | 'sub' | 'strike',
  start: number,
  end: number,
): DraftInline => ({ kind: 'style', style: kind, start, end });
const link = (href: string, start: number, end: number): DraftInline => ({
  kind: 'link',
  href,
  start,
  end,
});
const cell = (text: string, header = false, inlines: readonly DraftInline[] = []) => ({
  text,
  header,
  inlines,
});

export const heading = (level: 1 | 2 | 3, text: string): DraftBlock => ({
  ...place,
  kind: 'heading',
  level,
  text,
  inlines: [],
});
export const paragraph = (text: string, inlines: readonly DraftInline[] = []): DraftBlock => ({
  ...place,
  kind: 'paragraph',
  text,
  inlines,
});
const item = (depth: number, marker: string | null, text: string): DraftBlock => ({
  quote: 0,
  list: { depth, marker },
  kind: 'paragraph',
  text,
  inlines: [],
});

/** Everything that makes offsets hard: styles that touch and nest, tables with empty cells, emoji, right to left. */
export const nasty: readonly DraftBlock[] = [
  heading(1, 'Nasty, in all its forms'),
  paragraph('Bold and italic, nested code and x2, linked words end.', [
    style('strong', 0, 15),
    style('emphasis', 9, 22),
    style('code', 24, 28),
    style('sup', 34, 35),
    link('https://example.org/', 37, 49),
    style('strong', 44, 49),
  ]),
  paragraph('A family 👩‍👩‍👧, a flag 🇩🇪, a decomposed e\u0301 and a Z\u0351\u036f.', [
    style('emphasis', 9, 17),
  ]),
  paragraph('فتح المكتب في السادسة، said the pilot, ולא סיפר לאיש.', [style('strong', 4, 10)]),
  paragraph('漢字(かんじ)の振り仮名と、ルビの代わりの括弧。'),
  paragraph('One line\nand another\n  with its indent kept.'),
  item(1, '1.', 'First item'),
  item(2, '•', 'Nested item, long enough to be more than nothing'),
  item(2, null, 'and its second paragraph'),
  item(1, '2.', 'Second item'),
  { ...paragraph('Quoted once.'), quote: 1 },
  { ...paragraph('Quoted twice.'), quote: 2 },
  { ...place, kind: 'code', text: 'if (a < b) {\n\treturn "…";\n}', language: 'c' },
  { ...place, kind: 'rule' },
  {
    ...place,
    kind: 'table',
    rows: [
      [cell('Day', true), cell('', true), cell('Ships', true, [style('strong', 0, 5)])],
      [cell('2 October'), cell(''), cell('14')],
      [cell(''), cell('outer mark'), cell('')],
    ],
  },
  { ...place, kind: 'image', text: 'A buoy at low tide' },
  paragraph('The last paragraph, with no surprise.'),
];

const words =
  'the harbour office opened at six an hour late nobody told us said the pilot on duty that buoys had moved by noon fourteen ships waited outside bar and two left for other ports authority answered in afternoon'.split(
    ' ',
  );

/** Text that looks like text, the same for the same seed. */
export function sentencesFrom(seed: number, count: number): string {
  let state = seed * 2654435761 + 1;
  const next = (limit: number): number => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * limit);
  };
  return Array.from({ length: count }, () => {
    const length = 6 + next(14);
    const picked = Array.from({ length }, () => words[next(words.length)] ?? 'ship');
    const text = picked.join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }).join(' ');
}

/** Chapters of 40 paragraphs; 100 chapters are about 2 million characters. */
export function book(chapters: number): DraftBlock[] {
  return Array.from({ length: chapters }, (_, chapter) => [
    heading(2, `Chapter ${chapter + 1}`),
    ...Array.from({ length: 40 }, (_, index) => paragraph(sentencesFrom(chapter * 40 + index, 5))),
  ]).flat();
}

/** The page of the concept pictures. */
export const buoys: readonly DraftBlock[] = [
  paragraph(
    'The harbour office opened at six, an hour late. “Nobody told us,” said the pilot on duty, “that the buoys had moved.” By noon fourteen ships waited outside the bar, and two had left for other ports.',
  ),
  paragraph(
    'The authority answered in the afternoon. In a statement it called the shift “a routine correction of less than thirty metres”, announced in the spring. The notice it cites, however, gives a distance of three hundred.',
  ),
  paragraph(
    'An inspector who asked not to be named said the survey had been rushed. “We measured once, at night, in a swell,” she said, and the figures were never compared with the old chart.',
  ),
  paragraph(
    'What the log shows is simpler. Between the second and the fifth of October the light on the outer mark was dark for sixty-one hours. Nobody told us, the entry for the fourth repeats, in a hand that presses hard on the paper.',
  ),
  heading(2, 'On the quay'),
  paragraph(
    'The café on the quay, closed since May, sold coffee again that week. Pilots who could not sail came to talk, and the talk came back to the same question, which the council is to hear on Tuesday.',
  ),
  item(1, '•', 'who moved the buoys, and on whose word;'),
  item(1, '•', 'why the notice and the statement differ.'),
  { ...paragraph('Fourth: nobody told us. Light out since the second.'), quote: 1 },
];
