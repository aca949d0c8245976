import type { Span } from '../model/span.ts';
import {
  blockIndex,
  holdsEnd,
  holdsStart,
  leavesBefore,
  leavesFrom,
  passagesBefore,
  passagesFrom,
  type CaretPage,
  type CaretStep,
  type CaretUnit,
} from './caret-page.ts';
import { groupEdge, sectionEdge } from './caret-groups.ts';
import { edgeIn, type InnerUnit } from './caret-units.ts';

/**
 * Where the caret stands after a step: the next place, or the one before, at which a unit starts. The ends of the text
 * are places of every unit. Null at the end of the page: of the text, or of the window of it that is there.
 */
export function moveCaret(
  page: CaretPage,
  offset: number,
  unit: CaretUnit,
  by: CaretStep,
): number | null {
  const found = seekEdge(page, offset, unit, 'start', by);
  if (found !== null) return found;
  const end = textEnd(page, by);
  return end !== null && (end - offset) * by > 0 ? end : null;
}

/** The nearest start (or end) of a unit after an offset, or before it; null where the page has none. */
export function seekEdge(
  page: CaretPage,
  offset: number,
  unit: CaretUnit,
  side: keyof Span,
  by: CaretStep,
): number | null {
  switch (unit) {
    case 'character':
    case 'word':
    case 'sentence':
      return innerEdge(page, offset, unit, side, by);
    case 'paragraph':
      return leafEdge(page, offset, side, by);
    case 'block':
      return groupEdge(page, offset, side, by);
    case 'heading':
      return sectionEdge(page, offset, side, by);
  }
}

function innerEdge(
  page: CaretPage,
  offset: number,
  unit: InnerUnit,
  side: keyof Span,
  by: CaretStep,
): number | null {
  const passages = by === 1 ? passagesFrom(page, offset) : passagesBefore(page, offset);
  for (const passage of passages) {
    const at = edgeIn(passage, offset, unit, side, by, page.language);
    if (at !== null) return at;
  }
  return null;
}

function leafEdge(page: CaretPage, offset: number, side: keyof Span, by: CaretStep): number | null {
  const index = blockIndex(page.blocks, offset);
  const leaves = by === 1 ? leavesFrom(page, index) : leavesBefore(page, index);
  for (const leaf of leaves) if ((leaf[side] - offset) * by > 0) return leaf[side];
  return null;
}

/** The first place of the text, or the last one; null where the page does not hold it. */
function textEnd(page: CaretPage, by: CaretStep): number | null {
  if (by === 1) {
    if (!holdsEnd(page)) return null;
    for (const leaf of leavesBefore(page, page.blocks.length - 1)) return leaf.end;
    return null;
  }
  if (!holdsStart(page)) return null;
  for (const leaf of leavesFrom(page, 0)) return leaf.start;
  return null;
}
