import type { Block } from '../../core/model/block.ts';
import type { Span } from '../../core/model/span.ts';
import { sectionAt } from '../../core/text/sections.ts';
import type { OpenDocument } from './open-document.ts';

/** So much is shown and said of a place. */
const most = 80;

/**
 * The words at an offset, as far as the eye needs them to find the place: to the end of the line, block or cell. An empty
 * span at a picture without words.
 */
export function placeSpan({ sections, loaded }: OpenDocument, offset: number): Span {
  const index = sectionAt(sections, offset);
  const section = loaded.get(index);
  const from = sections[index]?.start ?? 0;
  const leaves = section?.blocks.flatMap(leavesOf) ?? [];
  const leaf =
    leaves.find(({ start, end }) => start === offset && end === offset) ??
    leaves.find(({ end }) => end > offset);
  if (section === undefined || leaf === undefined) return { start: offset, end: offset + 1 };
  const start = Math.max(offset, leaf.start);
  const words = section.text.slice(start - from, leaf.end - from);
  const line = words.indexOf('\n', 1);
  const length = Math.min(line === -1 ? words.length : line, most);
  return { start, end: start + length };
}

function leavesOf(block: Block): readonly Span[] {
  if (block.kind === 'rule') return [];
  return block.kind === 'table' ? block.rows.flat() : [block];
}
