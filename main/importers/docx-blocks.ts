import { inText, type Place } from './block-writer.ts';
import { placeIn, type DocxContext, type DocxPlace } from './docx-context.ts';
import { alternativeOf } from './docx-parts.ts';
import { attribute, child, runProperties, valueOf, wholeValue } from './docx-properties.ts';
import { DocxRuns } from './docx-runs.ts';
import { numberPlace, type DocxStyle } from './docx-styles.ts';
import type { CellBlocks } from './draft-tables.ts';
import { plain } from './line-writer.ts';
import { elementsOf, textOf, type XmlElement } from './xml.ts';

/** As many columns as Word allows. */
const mostColumns = 63;

/** Writes what a body, a cell, a note or a text box holds. XML is never deeper than its limit, so the walk may recurse. */
export class DocxBlocks {
  readonly #runs: DocxRuns;

  constructor(
    private readonly context: DocxContext,
    private readonly place: DocxPlace,
  ) {
    this.#runs = new DocxRuns(context, place, (element) => this.block(element));
  }

  children(element: XmlElement): void {
    for (const node of elementsOf(element)) this.block(node);
  }

  private block(element: XmlElement): void {
    switch (element.local) {
      case 'p':
        this.paragraph(element);
        return;
      case 'tbl':
        this.context.writer.end(inText);
        this.context.writer.table(this.rows(element), inText);
        return;
      case 'sdtPr':
      case 'sectPr':
        return;
      case 'del':
      case 'moveFrom':
        this.context.seen.changes = true;
        return;
      case 'altChunk':
        this.context.seen.leftOut += 1;
        return;
      case 'AlternateContent': {
        const chosen = alternativeOf(element);
        if (chosen !== null) this.children(chosen);
        return;
      }
      case 'r':
      case 'hyperlink':
      case 'oMathPara':
      case 'bookmarkStart':
      case 'commentRangeStart':
      case 'commentRangeEnd':
        this.#runs.children(
          { ...element, children: [element] },
          { paragraph: runProperties(null), link: null },
        );
        return;
      default:
        this.children(element);
    }
  }

  private paragraph(paragraph: XmlElement): void {
    const { writer, styles, seen } = this.context;
    const properties = child(paragraph, 'pPr');
    const style = styles.style(valueOf(properties, 'pStyle'));
    const mark = child(properties, 'rPr');
    const place = this.placeOf(paragraph, properties, style);
    // The style's own look is the paragraph's, not a stress in it; but what it hides is hidden.
    this.#runs.children(paragraph, { paragraph: style.run, link: null });
    const goesOn = isJoined(properties) || child(mark, 'del') !== null;
    if (child(mark, 'del') !== null || child(mark, 'ins') !== null) seen.changes = true;
    if (!goesOn) {
      const text = writer.end(place);
      if (style.role === 'title') this.context.title ??= text.trim() || null;
    }
    for (const box of this.place.boxes.splice(0)) {
      writer.end(place);
      new DocxBlocks(this.context, placeIn(this.place.relationships)).children(box);
    }
  }

  private placeOf(paragraph: XmlElement, properties: XmlElement | null, style: DocxStyle): Place {
    const { writer, numbering } = this.context;
    const outline = wholeValue(properties, 'outlineLvl');
    const role = outline === null ? style.role : outline < 9 ? { heading: outline + 1 } : null;
    const number = numberPlace(properties) ?? style.number;
    const marker = number === null || number.id === '0' ? null : numbering.next(number);
    if (role !== null && typeof role === 'object') {
      // The number of a heading is read as part of it.
      if (marker !== null && /[\p{L}\p{N}]/u.test(marker) && /\S/.test(textOf(paragraph))) {
        writer.line.write(`${marker} `, plain);
      }
      return { kind: role, quote: 0, list: null };
    }
    if (role === 'title') return { kind: { heading: 1 }, quote: 0, list: null };
    const list =
      marker === null || number === null
        ? null
        : { depth: number.level + 1, marker: marker === '' ? null : marker };
    return {
      kind: role === 'code' && list === null ? 'code' : 'paragraph',
      quote: role === 'quote' ? 1 : 0,
      list,
    };
  }

  private rows(table: XmlElement): CellBlocks[][] {
    return rowsOf(table, 'tr').flatMap((row) => {
      const properties = child(row, 'trPr');
      if (child(properties, 'del') !== null) {
        this.context.seen.changes = true;
        return [];
      }
      const header = child(properties, 'tblHeader') !== null;
      return [rowsOf(row, 'tc').flatMap((cell) => this.cell(cell, header))];
    });
  }

  /** A cell over several columns has its text in the first; one that goes on from the row above has none. */
  private cell(cell: XmlElement, header: boolean): CellBlocks[] {
    const properties = child(cell, 'tcPr');
    if (child(properties, 'cellDel') !== null) return [];
    const merge = child(properties, 'vMerge');
    const continued = merge !== null && attribute(merge, 'val') !== 'restart';
    const blocks = continued ? [] : this.context.writer.apart(() => this.children(cell));
    const span = Math.min(Math.max(wholeValue(properties, 'gridSpan') ?? 1, 1), mostColumns);
    return Array.from({ length: span }, (_, index) => ({
      header,
      blocks: index === 0 ? blocks : [],
    }));
  }
}

/** Rows or cells, also those that stand in controls and changes. */
function rowsOf(parent: XmlElement, local: 'tr' | 'tc'): XmlElement[] {
  return elementsOf(parent).flatMap((node) => {
    if (node.local === local) return [node];
    const goesOn = /^(?:sdt|sdtContent|customXml|ins|moveTo|AlternateContent|Choice)$/;
    return goesOn.test(node.local) ? rowsOf(node, local) : [];
  });
}

/** A letter that drops into the lines of the next paragraph is the beginning of that. */
function isJoined(properties: XmlElement | null): boolean {
  const drop = attribute(child(properties, 'framePr'), 'dropCap');
  return drop === 'drop' || drop === 'margin';
}
