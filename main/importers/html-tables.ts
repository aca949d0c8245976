import type { DraftCell } from '../../core/text/draft.ts';
import { childrenOf, isElement, type DomElement } from './dom-types.ts';
import { isDropped } from './html-elements.ts';
import { cellText } from './html-inlines.ts';

const groups = new Set(['thead', 'tbody', 'tfoot']);
const running = 'p + p, h1, h2, h3, h4, h5, h6, blockquote, pre';
/** In UTF-16 units: a longer cell is a text of its own. */
const longestCell = 1500;

/** The rows of a table itself, not of tables inside it, in the order of the source. */
export function rowsOf(table: DomElement): DomElement[] {
  const rows: DomElement[] = [];
  for (const child of childrenOf(table)) {
    if (!isElement(child) || isDropped(child)) continue;
    if (child.localName === 'tr') rows.push(child);
    else if (groups.has(child.localName)) rows.push(...rowsOf(child));
  }
  return rows;
}

/**
 * Tables that only place things on the page: they say so, have one column, or hold running text. Their cells are read
 * as blocks, one after the other.
 */
export function isLayoutTable(table: DomElement): boolean {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none') return true;
  const cells = rowsOf(table).map(cellsOf);
  if (cells.every((row) => row.length <= 1)) return true;
  if (table.querySelector('caption, th') !== null) return false;
  if (table.querySelector('table') !== null) return true;
  // Asked of the table once: a selector for each cell would take most of the time of a large table.
  if (table.querySelector(running) !== null) return true;
  return cells.some((row) => row.some((cell) => (cell.textContent ?? '').length > longestCell));
}

/** Runs of rows with at most `most` cells each, so that no block grows without bound. */
export function tableParts(table: DomElement, base: URL | null, most: number): DraftCell[][][] {
  const parts: DraftCell[][][] = [];
  let part: DraftCell[][] = [];
  let count = 0;
  for (const row of rowsOf(table)) {
    const cells = cellsOf(row).map((cell) => ({
      ...cellText(cell, base),
      header: cell.localName === 'th',
    }));
    if (count > 0 && count + cells.length > most) {
      parts.push(part);
      part = [];
      count = 0;
    }
    part.push(cells);
    count += cells.length;
  }
  return [...parts, part];
}

function cellsOf(row: DomElement): DomElement[] {
  return [...childrenOf(row)].filter(
    (child): child is DomElement =>
      isElement(child) &&
      (child.localName === 'td' || child.localName === 'th') &&
      !isDropped(child),
  );
}
