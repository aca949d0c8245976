import type { DraftBlock } from '../../core/text/draft.ts';
import { childrenOf, isElement, isText, type DomNode, type ReadElement } from './dom-types.ts';
import { dropCaptionedImages } from './html-captions.ts';
import { codeLanguage, codeText } from './html-code.ts';
import { headingLevel, imageElements, standsApart } from './html-elements.ts';
import { namesInside, writeInline } from './html-inlines.ts';
import type { HtmlPage } from './html-page.ts';
import { isLayoutTable, tableParts } from './html-tables.ts';
import { BlockWriter, type Place } from './html-writer.ts';
import { mostTableCells } from './limits.ts';

/** The blocks of an element in reading order. The tree is at most `deepestElement` deep, so the walk may recurse. */
export function htmlBlocks(root: ReadElement, page: HtmlPage): readonly DraftBlock[] {
  const writer = new BlockWriter(page);
  const place = { heading: null, quote: 0, listDepth: 0, element: root };
  new BlockWalk(page, writer).block(root, place);
  return dropCaptionedImages(writer.end(place));
}

class BlockWalk {
  constructor(
    private readonly page: HtmlPage,
    private readonly writer: BlockWriter,
  ) {}

  /** An element whose text stands apart from what is before and after it. */
  block(element: ReadElement, around: Place): void {
    const place = { ...around, element };
    this.writer.flush(around);
    this.writer.anchor(this.page.anchors(element));
    this.children(element, place);
    this.writer.flush(place);
  }

  private children(element: ReadElement, place: Place): void {
    for (const child of childrenOf(element)) this.node(child, place);
  }

  private node(node: DomNode, place: Place): void {
    if (isText(node)) {
      this.writer.run.write(node.textContent ?? '');
    } else if (isElement(node)) {
      if (this.page.isDropped(node)) {
        this.writer.anchor(this.page.anchors(node));
        this.takeCheckBox(node);
      } else if (standsApart(node)) {
        this.element(node, place);
      } else {
        this.writer.anchor(this.page.anchors(node));
        this.inline(node, place);
      }
    }
  }

  private inline(element: ReadElement, place: Place): void {
    const image = imageElements.has(element.localName) ? this.page.image(element) : null;
    if (image !== null) {
      this.writer.image(image, place);
      return;
    }
    const { run } = this.writer;
    // An empty line is how pages without paragraphs make them; a heading is one line.
    if (element.localName === 'br' && run.endsLine) {
      if (place.heading === null) this.writer.flush(place);
      return;
    }
    const written =
      this.page.own(element, run, (node) => this.node(node, place)) ||
      writeInline(element, run, this.page, () => this.children(element, place));
    if (!written) this.children(element, place);
  }

  private element(element: ReadElement, place: Place): void {
    const heading = headingLevel(element);
    if (heading !== null) {
      this.outside(place, () => this.block(element, { ...place, heading }));
      return;
    }
    switch (element.localName) {
      case 'hr':
        this.begin(element, place);
        this.writer.flush(place);
        this.writer.push({ kind: 'rule' }, { ...place, element });
        return;
      case 'blockquote':
        this.outside(place, () => this.block(element, { ...place, quote: place.quote + 1 }));
        return;
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        this.list(element, place);
        return;
      case 'li':
        this.item(element, { ...place, listDepth: Math.max(place.listDepth, 1) }, '•');
        return;
      case 'dt':
        this.begin(element, place);
        this.writer.run.start({ style: 'strong' });
        this.children(element, { ...place, element });
        this.writer.run.end();
        this.writer.flush({ ...place, element });
        return;
      case 'dd':
        this.outside(place, () =>
          this.block(element, { ...place, listDepth: place.listDepth + 1 }),
        );
        return;
      case 'pre':
      case 'listing':
      case 'xmp':
      case 'plaintext':
        this.code(element, place);
        return;
      case 'table':
        this.table(element, place);
        return;
      default:
        this.block(element, place);
    }
  }

  /** Ends the run of text in its own place before the walk goes to another. */
  private outside(place: Place, inner: () => void): void {
    this.writer.flush(place);
    inner();
  }

  private begin(element: ReadElement, place: Place): void {
    this.writer.flush(place);
    this.writer.anchor(this.page.anchors(element));
  }

  private list(list: ReadElement, place: Place): void {
    this.begin(list, place);
    const inside = { ...place, listDepth: place.listDepth + 1, element: list };
    const ordered = list.localName === 'ol';
    let number = wholeNumber(list.getAttribute('start')) ?? 1;
    for (const child of childrenOf(list)) {
      if (isElement(child) && child.localName === 'li' && !this.page.isDropped(child)) {
        number = wholeNumber(child.getAttribute('value')) ?? number;
        this.item(child, inside, ordered ? `${number}.` : '•');
        number += 1;
      } else {
        this.node(child, inside);
      }
    }
    this.writer.flush(inside);
  }

  private item(item: ReadElement, around: Place, marker: string): void {
    const place = { ...around, element: item };
    this.begin(item, around);
    this.writer.marker = marker;
    this.children(item, place);
    this.writer.flush(place);
    this.writer.marker = null;
  }

  /** A check box that opens a list item is its mark. */
  private takeCheckBox(element: ReadElement): void {
    if (this.writer.marker === null) return;
    if (element.getAttribute('type')?.toLowerCase() !== 'checkbox') return;
    this.writer.marker = element.hasAttribute('checked') ? '☑' : '☐';
  }

  private code(pre: ReadElement, place: Place): void {
    this.begin(pre, place);
    this.writer.anchor(namesInside(pre, this.page));
    this.writer.flush(place);
    const text = codeText(pre, this.page);
    if (text === '') return;
    const language = codeLanguage(pre);
    this.writer.push({ kind: 'code', text, language }, { ...place, element: pre });
  }

  private table(table: ReadElement, place: Place): void {
    if (isLayoutTable(table, this.page)) {
      this.block(table, place);
      return;
    }
    this.begin(table, place);
    for (const child of childrenOf(table)) {
      if (isElement(child) && child.localName === 'caption') this.block(child, place);
    }
    this.writer.flush(place);
    for (const { rows, anchors } of tableParts(table, this.page, mostTableCells)) {
      this.writer.push({ kind: 'table', rows }, { ...place, element: table }, anchors);
    }
  }
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\s*-?\d{1,9}\s*$/.test(text) ? Number(text) : null;
}
