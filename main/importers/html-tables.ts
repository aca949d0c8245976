import type { DraftAnchor, DraftCell } from '../../core/text/draft.ts';
import { childrenOf, hasInside, isElement, type ReadElement } from './dom-types.ts';
import { cellText } from './html-inlines.ts';
import type { HtmlPage } from './html-page.ts';

const groups = new Set(['thead', 'tbody', 'tfoot']);
const told = new Set(['caption', 'th']);
const tables = new Set(['table']);
const running = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre']);
/** In UTF-16 units: a longer cell is a text of its own. */
const longestCell = 1500;

/** The rows of a table itself, not of tables inside it, in the order of the source. */
export function rowsOf(table: ReadElement, page: HtmlPage): ReadElement[] {
  const rows: ReadElement[] = [];
  for (const child of childrenOf(table)) {
    if (!isElement(child) || page.isDropped(child)) continue;
    if (child.localName === 'tr') rows.push(child);
    else if (groups.has(child.localName)) for (const row of rowsOf(child, page)) rows.push(row);
  }
  return rows;
}

/**
 * Tables that only place things on the page: they say so, have one column, or hold running text. Their cells are read
 * as blocks, one after the other.
 */
export function isLayoutTable(table: ReadElement, page: HtmlPage): boolean {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none') return true;
  const cells = rowsOf(table, page).map((row) => cellsOf(row, page));
  if (cells.every((row) => row.length <= 1)) return true;
  if (hasInside(table, told)) return false;
  if (hasInside(table, tables) || hasInside(table, running) || hasParagraphs(table)) return true;
  return cells.some((row) => row.some((cell) => (cell.textContent ?? '').length > longestCell));
}

/** A paragraph right after another. */
function hasParagraphs(element: ReadElement): boolean {
  let before = '';
  for (const child of childrenOf(element)) {
    if (!isElement(child)) continue;
    if ((child.localName === 'p' && before === 'p') || hasParagraphs(child)) return true;
    before = child.localName;
  }
  return false;
}

interface TablePart {
  readonly rows: DraftCell[][];
  readonly anchors: DraftAnchor[];
}

/** Runs of rows with at most `most` cells each, so that no block grows without bound. */
export function tableParts(table: ReadElement, page: HtmlPage, most: number): TablePart[] {
  let part: TablePart = { rows: [], anchors: [] };
  const parts = [part];
  let count = 0;
  /** Where the next cell begins in the text of the part. */
  let at = 0;
  for (const row of rowsOf(table, page)) {
    const cells = cellsOf(row, page);
    if (count > 0 && count + cells.length > most) {
      part = { rows: [], anchors: [] };
      parts.push(part);
      count = 0;
      at = 0;
    }
    for (const name of page.anchors(row)) part.anchors.push({ name, at });
    const texts = cells.map((cell): DraftCell => {
      const { text, inlines, anchors } = cellText(cell, page);
      part.anchors.push(...anchors.map((anchor) => ({ name: anchor.name, at: at + anchor.at })));
      at += text.length + 1;
      return { text, inlines, header: cell.localName === 'th' };
    });
    part.rows.push(texts);
    count += cells.length;
  }
  return parts;
}

function cellsOf(row: ReadElement, page: HtmlPage): ReadElement[] {
  return [...childrenOf(row)].filter(
    (child): child is ReadElement =>
      isElement(child) &&
      (child.localName === 'td' || child.localName === 'th') &&
      !page.isDropped(child),
  );
}
