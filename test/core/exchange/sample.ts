import { describeSpan, findQuote } from '../../../core/anchor/describe.ts';
import type { Exportable } from '../../../core/exchange/exportable.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import { noDetails } from '../../../core/model/document.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { composeText } from '../../../core/text/compose.ts';
import type { DraftBlock } from '../../../core/text/draft.ts';
import { outline } from '../../../core/text/outline.ts';

export const time = '2026-11-22T10:00:00.000Z';
export const later = '2026-11-22T10:05:00.000Z';
export const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const place = { quote: 0, list: null };
export const heading = (level: 1 | 2, text: string): DraftBlock => ({
  ...place,
  kind: 'heading',
  level,
  text,
  inlines: [],
});
export const paragraph = (text: string): DraftBlock => ({
  ...place,
  kind: 'paragraph',
  text,
  inlines: [],
});

export const tag = (n: number, name: string, parent: string | null = null): Tag => ({
  id: uuid(n),
  name,
  parent,
  colour: 'blue',
  description: '',
  created: time,
  modified: time,
});

export interface SampleMark extends Partial<Annotation> {
  readonly on: string;
  readonly nth?: number;
}

/** A document of these blocks with these marks, each on the nth place of its quote. */
export function exportable(
  drafts: readonly DraftBlock[],
  marks: readonly SampleMark[] = [],
  tags: readonly Tag[] = [],
): Exportable {
  const { text, blocks } = composeText(drafts);
  const annotations = marks.map(({ on, nth = 0, ...fields }, index): Annotation => {
    const span = findQuote(text, on, nth);
    if (span === null) throw new Error(`the sample has no ${String(nth)}th “${on}”`);
    return {
      id: uuid(100 + index),
      document: 'sample-document',
      span,
      selector: describeSpan(text, outline(blocks, text), span),
      colour: 'yellow',
      tags: [],
      note: '',
      author: '',
      created: time,
      modified: later,
      ...fields,
    };
  });
  return {
    entry: {
      id: 'sample-document',
      title: 'On “Reading”',
      format: 'text',
      variant: 'article',
      characters: text.length,
      words: 1,
      source: 'source.txt',
      sourceName: 'on reading.txt',
      sha256: 'ab'.repeat(32),
      added: time,
      removed: null,
    },
    content: { text, blocks, details: { ...noDetails, author: 'Ana: “A”', date: '2026-01-02' } },
    annotations,
    tags,
  };
}

/** Marks over characters outside the Basic Multilingual Plane, a joined emoji, right-to-left and Chinese text. */
export const worldly = () =>
  exportable(
    [heading(1, 'World 𝒳'), paragraph('Let 𝒳 be 👩‍👩‍👧 and é. قال الكاتب هذا. 读书破万卷。 End.')],
    [{ on: '👩‍👩‍👧' }, { on: 'قال الكاتب' }, { on: '读书破万卷' }, { on: '𝒳 be' }, { on: 'End' }],
  );
