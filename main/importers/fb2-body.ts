import type { InlineStyle } from '../../core/model/block.ts';
import type { BlockWriter, Place } from './block-writer.ts';
import { attribute } from './docx-properties.ts';
import type { CellBlocks } from './draft-tables.ts';
import { pictureKey } from './fb2-details.ts';
import { plain, type LinkTo, type Look } from './line-writer.ts';
import { linkTarget } from './links.ts';
import type { OfficePictures } from './office-pictures.ts';
import { elementsOf, textOf, type XmlElement } from './xml.ts';

const styles: Readonly<Partial<Record<string, InlineStyle>>> = {
  strong: 'strong',
  emphasis: 'emphasis',
  strikethrough: 'strike',
  sub: 'sub',
  sup: 'sup',
  code: 'code',
};

/** Elements that stand in a line. */
const inText = new Set([...Object.keys(styles), 'a', 'style']);

/** Writes the bodies of a FictionBook. XML is never deeper than its limit, so the walk may recurse. */
export class Fb2Body {
  /** Ids of the sections in bodies of notes. */
  readonly #notes = new Set<string>();
  /** Notes that a reference has led to: the first is where the note leads back to. */
  readonly #referred = new Set<string>();

  constructor(
    private readonly writer: BlockWriter,
    private readonly pictures: OfficePictures,
    root: XmlElement,
  ) {
    for (const body of elementsOf(root, 'body')) if (isNotes(body)) this.#collect(body);
  }

  body(body: XmlElement): void {
    const titled = elementsOf(body, 'title').length > 0;
    this.#section(body, titled ? 1 : 0, 0);
  }

  #collect(element: XmlElement): void {
    for (const section of elementsOf(element, 'section')) {
      const id = attribute(section, 'id');
      if (id !== null) this.#notes.add(id);
      this.#collect(section);
    }
  }

  /** `depth`: how many titled levels stand above and here. */
  #section(element: XmlElement, depth: number, quote: number): void {
    const id = attribute(element, 'id');
    if (id !== null) this.writer.line.anchor(id);
    if (element.local === 'section' && id !== null && this.#notes.has(id))
      this.#noteName(element, id);
    this.#children(element, quote, (node) => {
      if (node.local === 'section') this.#section(node, depth + 1, quote);
      else this.#block(node, quote, depth);
    });
  }

  /** What holds blocks; text that stands among them against the rules is a paragraph. */
  #children(element: XmlElement, quote: number, block: (node: XmlElement) => void): void {
    const place: Place = { kind: 'paragraph', quote, list: null };
    let loose = false;
    for (const node of element.children) {
      const isLoose = typeof node === 'string' ? /\S/.test(node) : inText.has(node.local);
      if (isLoose) {
        this.#inline({ ...element, children: [node] }, plain);
        loose = true;
      } else if (typeof node !== 'string') {
        if (loose) this.writer.end(place);
        loose = false;
        block(node);
      }
    }
    if (loose) this.writer.end(place);
  }

  /** The name of a note stands before its text, and leads back. */
  #noteName(section: XmlElement, id: string): void {
    const [title] = elementsOf(section, 'title');
    const name = title === undefined ? '' : textOf(title).replace(/\s+/g, ' ').trim();
    if (name === '') return;
    this.writer.line.write(name, { styles: [], to: { jump: backName(id) } });
    this.writer.line.write(' ', plain);
  }

  #block(element: XmlElement, quote: number, depth: number): void {
    const place: Place = { kind: 'paragraph', quote, list: null };
    const id = attribute(element, 'id');
    if (id !== null && element.local !== 'image') this.writer.line.anchor(id);
    switch (element.local) {
      case 'title':
        if (this.writer.line.isEmpty) this.#title(element, depth, quote);
        return;
      case 'p':
      case 'v':
      case 'date':
        this.#line(element, place, plain);
        return;
      case 'subtitle':
        this.#line(element, place, { styles: ['strong'], to: null });
        return;
      case 'text-author':
        this.#line(element, place, { styles: ['emphasis'], to: null });
        return;
      case 'epigraph':
      case 'cite':
        this.#children(element, quote + 1, (node) => this.#block(node, quote + 1, depth));
        return;
      case 'stanza':
        this.#stanza(element, quote, depth);
        return;
      case 'image':
        this.writer.end(place);
        this.#image(element);
        this.writer.end(place);
        return;
      case 'table':
        this.writer.end(place);
        this.writer.table(this.#rows(element), place);
        return;
      case 'empty-line':
        return;
      default:
        if (elementsOf(element).length === 0) this.#line(element, place, plain);
        else this.#children(element, quote, (node) => this.#block(node, quote, depth));
    }
  }

  #line(element: XmlElement, place: Place, look: Look): void {
    this.#inline(element, look);
    this.writer.end(place);
  }

  /** The lines of a title are one heading; a title in a quotation or a poem is no part of the contents. */
  #title(element: XmlElement, depth: number, quote: number): void {
    const inQuote = quote > 0;
    for (const line of elementsOf(element)) {
      if (!this.writer.line.isEmpty) this.writer.line.write(' ', plain);
      if (line.local === 'image') this.#image(line);
      else this.#inline(line, inQuote ? { styles: ['strong'], to: null } : plain);
    }
    this.writer.end(
      inQuote
        ? { kind: 'paragraph', quote, list: null }
        : { kind: { heading: Math.max(depth, 1) }, quote, list: null },
    );
  }

  /** Verses are lines of one paragraph. */
  #stanza(stanza: XmlElement, quote: number, depth: number): void {
    const place: Place = { kind: 'paragraph', quote, list: null };
    for (const node of elementsOf(stanza)) {
      if (node.local !== 'v') this.#block(node, Math.max(quote, 1), depth);
      else {
        if (this.writer.line.length > 0) this.writer.line.write('\n', plain);
        this.#inline(node, plain);
      }
    }
    this.writer.end(place);
  }

  #rows(table: XmlElement): CellBlocks[][] {
    return elementsOf(table, 'tr').map((row) =>
      elementsOf(row)
        .filter(({ local }) => local === 'td' || local === 'th')
        .map((cell) => ({
          header: cell.local === 'th',
          blocks: this.writer.apart(() => this.#inline(cell, plain)),
        })),
    );
  }

  #inline(element: XmlElement, look: Look): void {
    for (const node of element.children) {
      if (typeof node === 'string') this.writer.line.flow(node, look);
      else if (node.local === 'image') this.#image(node);
      else if (node.local === 'a') this.#link(node, look);
      else {
        const style = styles[node.local];
        const inside =
          style === undefined || look.styles.includes(style)
            ? look
            : { ...look, styles: [...look.styles, style] };
        if (node.local === 'p') this.writer.line.flow(' ', look);
        this.#inline(node, inside);
      }
    }
  }

  #link(link: XmlElement, look: Look): void {
    const href = attribute(link, 'href')?.trim() ?? '';
    const id = href.startsWith('#') ? href.slice(1) : null;
    const address = id === null ? linkTarget(href, null) : null;
    const to: LinkTo | null =
      id !== null && id !== '' ? { jump: id } : address === null ? look.to : { href: address };
    const isNote = id !== null && (attribute(link, 'type') === 'note' || this.#notes.has(id));
    if (id !== null && isNote && !this.#referred.has(id)) {
      this.#referred.add(id);
      this.writer.line.anchor(backName(id));
    }
    const raised = isNote && !look.styles.includes('sup');
    this.#inline(link, { styles: raised ? [...look.styles, 'sup'] : look.styles, to });
  }

  #image(image: XmlElement): void {
    const key = pictureKey(image);
    const alternative = attribute(image, 'alt') ?? attribute(image, 'title') ?? '';
    if (key === null) this.pictures.elsewhere(alternative);
    else this.pictures.put(key, alternative);
  }
}

function isNotes(body: XmlElement): boolean {
  return /^(?:notes|comments|footnotes)$/i.test(attribute(body, 'name') ?? '');
}

function backName(id: string): string {
  return `back:${id}`;
}
