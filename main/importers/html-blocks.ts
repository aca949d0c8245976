import type { ListPlace } from '../../core/model/block.ts';
import type { DraftBlock } from '../../core/text/draft.ts';
import { childrenOf, isElement, isText, type DomElement, type DomNode } from './dom-types.ts';
import { dropCaptionedImages } from './html-captions.ts';
import { codeLanguage, codeText } from './html-code.ts';
import { blockElements, headingLevel, isDropped } from './html-elements.ts';
import { writeInline } from './html-inlines.ts';
import { isLayoutTable, tableParts } from './html-tables.ts';
import { deepestPlace, mostTableCells } from './limits.ts';
import { TextRun } from './text-run.ts';

/** Where the walk stands: what the elements around make of a run of text. */
interface Place {
  readonly heading: 1 | 2 | 3 | 4 | 5 | 6 | null;
  readonly quote: number;
  readonly listDepth: number;
}

/** The blocks of an element in reading order. The tree is at most `deepestElement` deep, so the walk may recurse. */
export function htmlBlocks(root: DomElement, base: URL | null): readonly DraftBlock[] {
  const walk = new BlockWalk(base);
  walk.block(root, { heading: null, quote: 0, listDepth: 0 });
  return dropCaptionedImages(walk.blocks);
}

class BlockWalk {
  readonly blocks: DraftBlock[] = [];
  private readonly run = new TextRun();
  /** The mark of a list item, until its first block takes it. */
  private marker: string | null = null;

  constructor(private readonly base: URL | null) {}

  /** An element whose text stands apart from what is before and after it. */
  block(element: DomElement, place: Place): void {
    this.flush(place);
    this.children(element, place);
    this.flush(place);
  }

  private children(element: DomElement, place: Place): void {
    for (const child of childrenOf(element)) this.node(child, place);
  }

  private node(node: DomNode, place: Place): void {
    if (isText(node)) {
      this.run.write(node.textContent ?? '');
    } else if (isElement(node)) {
      if (isDropped(node)) this.takeCheckBox(node);
      else if (!writeInline(node, this.run, this.base, () => this.children(node, place))) {
        this.element(node, place);
      }
    }
  }

  private element(element: DomElement, place: Place): void {
    const name = element.localName;
    const heading = headingLevel(element);
    if (heading !== null) {
      this.outside(place, () => this.block(element, { ...place, heading }));
      return;
    }
    switch (name) {
      case 'hr':
        this.flush(place);
        this.blocks.push({ kind: 'rule', ...this.context(place) });
        return;
      case 'blockquote':
        this.outside(place, () => this.block(element, { ...place, quote: place.quote + 1 }));
        return;
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        this.outside(place, () => this.list(element, place));
        return;
      case 'li':
        this.item(element, { ...place, listDepth: Math.max(place.listDepth, 1) }, '•');
        return;
      case 'dt':
        this.flush(place);
        this.run.start({ style: 'strong' });
        this.children(element, place);
        this.run.end();
        this.flush(place);
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
        if (blockElements.has(name)) this.block(element, place);
        else this.children(element, place);
    }
  }

  /** Ends the run of text in its own place before the walk goes to another. */
  private outside(place: Place, inner: () => void): void {
    this.flush(place);
    inner();
  }

  private list(list: DomElement, place: Place): void {
    const inside = { ...place, listDepth: place.listDepth + 1 };
    const ordered = list.localName === 'ol';
    let number = wholeNumber(list.getAttribute('start')) ?? 1;
    for (const child of childrenOf(list)) {
      if (isElement(child) && child.localName === 'li' && !isDropped(child)) {
        number = wholeNumber(child.getAttribute('value')) ?? number;
        this.item(child, inside, ordered ? `${number}.` : '•');
        number += 1;
      } else {
        this.node(child, inside);
      }
    }
    this.flush(inside);
  }

  private item(item: DomElement, place: Place, marker: string): void {
    this.flush(place);
    this.marker = marker;
    this.children(item, place);
    this.flush(place);
    this.marker = null;
  }

  /** A check box that opens a list item is its mark. */
  private takeCheckBox(element: DomElement): void {
    if (this.marker === null || element.getAttribute('type')?.toLowerCase() !== 'checkbox') return;
    this.marker = element.hasAttribute('checked') ? '☑' : '☐';
  }

  private code(pre: DomElement, place: Place): void {
    this.flush(place);
    const text = codeText(pre);
    if (text === '') return;
    this.blocks.push({ kind: 'code', text, language: codeLanguage(pre), ...this.context(place) });
  }

  private table(table: DomElement, place: Place): void {
    this.flush(place);
    if (isLayoutTable(table)) {
      this.block(table, place);
      return;
    }
    for (const child of childrenOf(table)) {
      if (isElement(child) && child.localName === 'caption') this.block(child, place);
    }
    for (const rows of tableParts(table, this.base, mostTableCells)) {
      this.blocks.push({ kind: 'table', rows, ...this.context(place) });
    }
  }

  private flush(place: Place): void {
    const images = this.run.images();
    const { text, inlines } = this.run.take();
    if (images.length > 0) {
      for (const image of images) {
        this.blocks.push({ kind: 'image', text: image, ...this.context(place) });
      }
    } else if (text !== '') {
      this.blocks.push(
        place.heading === null
          ? { kind: 'paragraph', text, inlines, ...this.context(place) }
          : {
              kind: 'heading',
              level: place.heading,
              text: text.replace(/\n/g, ' '),
              inlines,
              ...this.context(place),
            },
      );
    }
  }

  private context(place: Place): { readonly quote: number; readonly list: ListPlace | null } {
    const quote = Math.min(place.quote, deepestPlace);
    if (place.listDepth === 0) return { quote, list: null };
    const marker = this.marker;
    this.marker = null;
    return { quote, list: { depth: Math.min(place.listDepth, deepestPlace), marker } };
  }
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\s*-?\d{1,9}\s*$/.test(text) ? Number(text) : null;
}
