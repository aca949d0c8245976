import type { DraftBlock } from '../../core/text/draft.ts';
import { inText, type Place } from './block-writer.ts';
import { attribute, child } from './docx-properties.ts';
import type { CellBlocks } from './draft-tables.ts';
import { bookmarkAnchor } from './field-links.ts';
import { plain } from './line-writer.ts';
import type { OdtContext } from './odt-context.ts';
import { isHidden, OdtInlines } from './odt-inlines.ts';
import { startOf } from './odt-lists.ts';
import { elementsOf, textOf, type XmlElement } from './xml.ts';

interface List {
  readonly style: string | null;
  /** One number for each depth, this one last. */
  readonly counters: readonly number[];
  /** What the next block is marked with; only the first of an item is. */
  marker: string | null;
}

/** Cells and rows that one element may stand for. */
const mostRepeated = 64;
/** What all that one element stands for may come to. */
const mostWeight = 20_000;
const left = /^(?:tracked-changes|forms|.*-decls|soft-page-break|table-column.*|number)$/;

/** Writes the blocks of a text, a cell, a note or a text box. XML is never deeper than its limit, so it may recurse. */
export class OdtBlocks {
  readonly #headings: number[] = [];
  /** Where each style of lists has got to, for lists that go on. */
  readonly #last = new Map<string, readonly number[]>();

  constructor(private readonly context: OdtContext) {}

  children(element: XmlElement, list: List | null = null): void {
    for (const node of elementsOf(element)) this.#block(node, list);
  }

  #block(element: XmlElement, list: List | null): void {
    const { writer, styles, seen } = this.context;
    switch (element.local) {
      case 'p':
        this.#paragraph(element, list, null);
        return;
      case 'h':
        this.#paragraph(element, list, Number(attribute(element, 'outline-level')) || 1);
        return;
      case 'list':
        this.#list(element, list);
        return;
      case 'table':
        writer.end(inText);
        writer.table(this.#rows(element), inText);
        return;
      case 'tracked-changes':
        if (elementsOf(element).length > 0) seen.changes = true;
        return;
      case 'section':
        if (styles.style('section', attribute(element, 'style-name')).hidden) return;
        if (attribute(element, 'display') === 'none' || isHidden(element)) return;
        this.children(element, list);
        return;
      case 'frame':
      case 'custom-shape':
      case 'bookmark':
      case 'bookmark-start':
      case 'change-start':
      case 'change-end':
        this.#loose(element);
        return;
      default:
        if (!left.test(element.local)) this.children(element, list);
    }
  }

  /** What stands between paragraphs and belongs into one. */
  #loose(element: XmlElement): void {
    const inlines = new OdtInlines(this.context);
    inlines.children({ ...element, children: [element] }, plain);
    if (!this.context.writer.line.isEmpty) this.context.writer.end(inText);
    for (const box of inlines.boxes) this.children(box);
  }

  #paragraph(element: XmlElement, list: List | null, level: number | null): void {
    const { writer, styles } = this.context;
    const style = styles.style('paragraph', attribute(element, 'style-name'));
    if (style.hidden || elementsOf(element, 'hidden-paragraph').some(isHidden)) return;
    const role =
      level !== null
        ? { heading: level }
        : typeof style.role === 'object' && style.role !== null
          ? null
          : style.role;
    const isHeading = typeof role === 'object' && role !== null;
    if (isHeading) this.#heading(element, role.heading, list);
    const marker = list?.marker ?? null;
    const place: Place = isHeading
      ? { kind: role, quote: 0, list: null }
      : role === 'title'
        ? { kind: { heading: 1 }, quote: 0, list: null }
        : {
            kind: role === 'code' && list === null ? 'code' : 'paragraph',
            quote: role === 'quote' ? 1 : 0,
            list: list === null ? null : { depth: list.counters.length, marker },
          };
    const inlines = new OdtInlines(this.context);
    inlines.children(element, plain);
    const empty = writer.line.isEmpty;
    const text = writer.end(place);
    if (role === 'title') this.context.title ??= text.trim() || null;
    if (list !== null && !empty) list.marker = null;
    for (const box of inlines.boxes) this.children(box);
  }

  /** A heading's number is read as part of it, and jumps name it by its text. */
  #heading(element: XmlElement, level: number, list: List | null): void {
    const { writer, styles } = this.context;
    const words = textOf(element).trim();
    if (words === '') return;
    writer.line.anchor(bookmarkAnchor(words));
    const depth = Math.min(Math.max(level, 1), 10);
    const numbered = attribute(element, 'is-list-header') !== 'true';
    if (numbered) {
      this.#headings.length = depth;
      for (let at = 0; at < depth; at += 1) this.#headings[at] ??= 0;
      this.#headings[depth - 1] = (this.#headings[depth - 1] ?? 0) + 1;
    }
    const marker =
      list === null ? (numbered ? styles.lists.marker('', this.#headings) : null) : list.marker;
    if (list !== null) list.marker = null;
    if (marker !== null && /[\p{L}\p{N}]/u.test(marker)) writer.line.write(`${marker} `, plain);
  }

  #list(element: XmlElement, outer: List | null): void {
    const { lists } = this.context.styles;
    const style = attribute(element, 'style-name') ?? outer?.style ?? null;
    const above = outer?.counters ?? [];
    const depth = above.length + 1;
    const key = `${depth}:${style ?? ''}`;
    const goesOn =
      attribute(element, 'continue-numbering') === 'true' ||
      attribute(element, 'continue-list') !== null;
    let next = lists.start(style, depth);
    if (goesOn) next = (this.#last.get(key)?.at(-1) ?? next - 1) + 1;
    for (const item of elementsOf(element)) {
      if (item.local !== 'list-item') {
        this.children(item, { style, counters: [...above, next], marker: null });
        continue;
      }
      next = startOf(attribute(item, 'start-value')) ?? next;
      const counters = [...above, next];
      const onlyLists = elementsOf(item).every(({ local }) => local === 'list');
      const written = child(item, 'number');
      const marker =
        written === null ? lists.marker(style, counters) : textOf(written).trim().slice(0, 40);
      this.children(item, { style, counters, marker });
      this.#last.set(key, counters);
      if (!onlyLists) next += 1;
    }
  }

  #rows(table: XmlElement, header = false): CellBlocks[][] {
    return elementsOf(table).flatMap((node) => {
      if (node.local === 'table-header-rows') return this.#rows(node, true);
      if (node.local === 'table-rows' || node.local === 'table-row-group') {
        return this.#rows(node, header);
      }
      if (node.local !== 'table-row') return [];
      const cells = this.#cells(node, header);
      const weight = cells.reduce((sum, { blocks }) => sum + weightOf(blocks), 0);
      return Array.from({ length: repeats(node, 'rows', weight) }, () => cells);
    });
  }

  #cells(row: XmlElement, header: boolean): CellBlocks[] {
    return elementsOf(row).flatMap((cell) => {
      if (cell.local === 'covered-table-cell') {
        return Array.from({ length: repeats(cell, 'columns', 0) }, () => ({ header, blocks: [] }));
      }
      if (cell.local !== 'table-cell') return [];
      const blocks = this.context.writer.apart(() => this.children(cell));
      const length = repeats(cell, 'columns', weightOf(blocks));
      return Array.from({ length }, () => ({ header, blocks }));
    });
  }
}

/** What is said to be there many times is so only up to a size: a few bytes must not make a library. */
function repeats(element: XmlElement, what: 'rows' | 'columns', weight: number): number {
  const count = startOf(attribute(element, `number-${what}-repeated`)) ?? 1;
  if (weight === 0 && what === 'rows') return 1;
  return Math.max(Math.min(count, mostRepeated, Math.floor(mostWeight / Math.max(weight, 1))), 1);
}

/** In UTF-16 units, with something for each block. */
function weightOf(blocks: readonly DraftBlock[]): number {
  return blocks.reduce((sum, block) => {
    if (block.kind === 'rule') return sum + 1;
    if (block.kind !== 'table') return sum + block.text.length + 1;
    const cells = block.rows.map((row) => row.reduce((all, { text }) => all + text.length + 1, 0));
    return cells.reduce((all, row) => all + row, sum);
  }, 0);
}
