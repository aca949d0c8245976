import { exportMessages as messages } from '../messages/en/exports.ts';
import type { Annotation } from '../model/annotation.ts';
import type { Block } from '../model/block.ts';
import { headingPath, outline } from '../text/outline.ts';
import type { Exportable } from './exportable.ts';
import { oneLine } from './markdown-escape.ts';
import { placeLink } from './place-link.ts';

/** A passage, and the mark on it; null for none. */
interface Quoted {
  readonly id: Annotation['id'] | null;
  readonly span: Annotation['span'];
  readonly selector: Pick<Annotation['selector'], 'quote'>;
}

/**
 * A passage as it is pasted into a text of one's own: the words in quotation marks, who wrote them, where they stand,
 * when they were read, and a link that opens them here. `dateRead` is a day as the reader writes it.
 */
export function quoteWithSource(
  mark: Quoted,
  { entry, content }: Pick<Exportable, 'entry' | 'content'>,
  { dateRead }: { readonly dateRead: string },
): string {
  const { author, site, date } = content.details;
  const headings = headingPath(outline(content.blocks, content.text), mark.span.start)
    .map(({ text }) => oneLine(text))
    .filter((text) => text !== entry.title);
  const paragraph = paragraphAt(content.blocks, mark.span.start);
  const source = [author, messages.quotedTitle(oneLine(entry.title)), site, date].flatMap((part) =>
    part === null || part.trim() === '' ? [] : [oneLine(part)],
  );
  const place = [
    ...headings,
    ...(paragraph === null ? [] : [messages.paragraph(paragraph)]),
    messages.percent(share(mark.span.start, content.text.length)),
  ];
  return [
    messages.quoted(mark.selector.quote.trim()),
    `${source.join(', ')}. ${place.join(' › ')}. ${messages.readOn(dateRead)}`,
    placeLink({ document: entry.id, mark: mark.id }),
  ].join('\n');
}

/** Which block of the text, from 1, as "Go to" counts them; null before the first. */
function paragraphAt(blocks: readonly Block[], offset: number): number | null {
  const index = blocks.findLastIndex(({ start }) => start <= offset);
  return index === -1 ? null : index + 1;
}

function share(offset: number, length: number): number {
  return length === 0 ? 0 : Math.floor((100 * offset) / length);
}
