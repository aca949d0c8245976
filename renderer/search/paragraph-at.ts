import type { Span } from '../../core/model/span.ts';
import type { OpenDocument } from '../state/open-document.ts';

/** The nth block of the text, headings counted too; null where there is none, or its section is not here yet. */
export function paragraphAt({ sections, loaded }: OpenDocument, number: number): Span | null {
  let left = number - 1;
  if (left < 0) return null;
  for (const [index, { blocks }] of sections.entries()) {
    if (left < blocks) {
      const block = loaded.get(index)?.blocks[left];
      return block === undefined ? null : { start: block.start, end: block.end };
    }
    left -= blocks;
  }
  return null;
}
