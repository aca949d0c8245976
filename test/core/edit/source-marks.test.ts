import { describe, expect, it } from 'vitest';
import { isTaken, takeSourceMarks, usableMarks } from '../../../core/edit/source-marks.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import { noDetails, type DocumentContent, type SourceMark } from '../../../core/model/document.ts';
import { composeText } from '../../../core/text/compose.ts';

const paragraph = { kind: 'paragraph', inlines: [], quote: 0, list: null } as const;
const { text, blocks } = composeText([
  { ...paragraph, text: 'The buoys had moved, nobody told us.' },
  { ...paragraph, text: 'A family 👩‍👩‍👧 waited. Nobody told us.' },
]);
const own = (quote: string, more: Partial<SourceMark> = {}): SourceMark => {
  const start = text.indexOf(quote);
  const end = start + quote.length;
  return { start, end, colour: null, note: '', author: null, date: null, ...more };
};
const contentOf = (marks: readonly SourceMark[]): DocumentContent => ({
  title: 'Buoys',
  format: 'pdf',
  variant: 'article',
  details: noDetails,
  text,
  blocks,
  marks,
});
let ids = 0;
const stamp = {
  id: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
  now: () => '2026-11-22T10:00:00.000Z',
};
const take = (marks: readonly SourceMark[], there: readonly Annotation[] = []): Annotation[] => {
  const patch = takeSourceMarks({ id: 'text-01', content: contentOf(marks) }, there, stamp);
  return (patch?.changes ?? []).map((change) => change.after as Annotation);
};

describe('the marks of a source', () => {
  it('become marks with their colour, note, author and date', () => {
    const [made] = take([
      own('buoys had moved', {
        colour: '#2b9c40',
        note: 'by whom?',
        author: 'A. Reader',
        date: '2024-03-05T09:30:00+01:00',
      }),
    ]);
    expect(made).toMatchObject({
      document: 'text-01',
      span: { start: 4, end: 19 },
      colour: 'green',
      note: 'by whom?',
      author: 'A. Reader',
      created: '2024-03-05T08:30:00.000Z',
      modified: stamp.now(),
      tags: [],
    });
    expect(made?.selector).toMatchObject({ quote: 'buoys had moved', occurrence: 0 });
  });

  it('without colour or date take the first colour and the time of taking', () => {
    const [made] = take([own('moved', { colour: 'red-ish', date: 'last week' })]);
    expect(made).toMatchObject({ colour: 'yellow', created: stamp.now(), author: '' });
  });

  it('stand on words and whole signs, each once; what stands on nothing is none', () => {
    const family = text.indexOf('👩‍👩‍👧');
    const wide = own(' waited. ');
    const cut = { ...own('moved'), start: family + 2, end: family + 3 };
    const gap = { ...own('moved'), start: text.indexOf('\n'), end: text.indexOf('\n') + 2 };
    const usable = usableMarks(contentOf([wide, wide, cut, gap, { ...wide, end: wide.start }]));
    expect(usable.map(({ start, end }) => text.slice(start, end))).toEqual(['waited.', '👩‍👩‍👧']);
  });

  it('come in once: what was added before is not added again, also when its note was written anew', () => {
    const marks = [
      own('buoys', { note: 'a' }),
      own('buoys', { note: 'b' }),
      own('waited', { date: '2024-03-05T08:30:00Z', note: 'c' }),
    ];
    const first = take(marks);
    expect(first).toHaveLength(3);
    expect(take(marks, first)).toEqual([]);
    const renamed = first.map((mark) => (mark.note === 'c' ? { ...mark, note: 'd' } : mark));
    expect(take(marks, renamed)).toEqual([]);
    expect(take(marks, first.slice(1)).map(({ note }) => note)).toEqual(['a']);
    expect(isTaken(own('buoys', { note: 'z' }), first)).toBe(false);
  });
});
