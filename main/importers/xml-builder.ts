import type { TokenizerCallbacks } from 'htmlparser2';
import { deepestXml, mostXmlNodes } from './limits.ts';

/** An element of an XML file: names with their prefix as written, text as strings. Made for walking, not for changing. */
export interface XmlElement {
  /** With its prefix, as it is written. */
  readonly name: string;
  /** Without its prefix. */
  readonly local: string;
  readonly attributes: Readonly<Partial<Record<string, string>>>;
  readonly children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

interface Open extends XmlElement {
  readonly children: XmlNode[];
  readonly attributes: Record<string, string>;
}

const voidElements = new Set(
  'area base basefont br col embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);
const blocks =
  'address article aside blockquote center details dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
  'header hr main menu nav ol p pre section table ul';
/** What an element ends that was left open before it. */
const ends: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    ...blocks.split(' ').map((name) => [name, 'p'] as const),
    ['li', 'p li'] as const,
    ['dt', 'p dt dd'] as const,
    ['dd', 'p dt dd'] as const,
    ['td', 'p td th'] as const,
    ['th', 'p td th'] as const,
    ['tr', 'p td th tr'] as const,
    ['tbody', 'p td th tr tbody thead'] as const,
    ['tfoot', 'p td th tr tbody thead'] as const,
    ['option', 'option'] as const,
    ['rt', 'rt rp'] as const,
    ['rp', 'rt rp'] as const,
  ].map(([name, ended]) => [name, new Set(ended.split(' '))]),
);

/** Makes a tree of what the tokenizer tells. Its own stack is what keeps 100,000 open elements from costing their square. */
export class XmlBuilder implements TokenizerCallbacks {
  readonly top: Open = { name: '', local: '', attributes: {}, children: [] };
  /** Whether every element was closed, by its own end and in turn. */
  wellFormed = true;
  private nodes = 0;
  /** Names of all open elements, and how many there are of each. */
  private readonly names: string[] = [];
  private readonly counts = new Map<string, number>();
  /** The first of them, as far as the tree is deep. */
  private readonly path: Open[] = [this.top];
  private element: Open = this.top;
  private attribute = '';
  private value = '';

  constructor(
    private readonly source: string,
    private readonly html: boolean,
    private readonly entities: (text: string) => string,
    private readonly stop: () => void,
  ) {}

  get whole(): boolean {
    return this.nodes <= mostXmlNodes;
  }

  onopentagname(start: number, end: number): void {
    const name = this.name(start, end);
    if (this.html) this.closeBefore(name);
    const colon = name.indexOf(':');
    const local = colon < 0 ? name : name.slice(colon + 1);
    this.element = { name, local, attributes: {}, children: [] };
    this.parent.children.push(this.element);
    this.count();
    this.names.push(name);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    // What is deeper hangs on the last one above.
    if (this.names.length <= deepestXml) this.path.push(this.element);
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.name(start, end);
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    this.value += this.text(start, end);
  }

  onattribentity(code: number): void {
    this.value += String.fromCodePoint(code);
  }

  onattribend(): void {
    const { attributes } = this.element;
    if (!Object.hasOwn(attributes, this.attribute)) attributes[this.attribute] = this.value;
  }

  onopentagend(): void {
    if (this.html && voidElements.has(this.names.at(-1) ?? '')) this.pop();
  }

  onselfclosingtag(): void {
    this.pop();
  }

  onclosetag(start: number, end: number): void {
    const name = this.name(start, end);
    if ((this.counts.get(name) ?? 0) === 0) {
      this.wellFormed = false;
      return;
    }
    if (this.names.at(-1) !== name) this.wellFormed = false;
    while (this.pop() !== name);
  }

  ontext(start: number, end: number): void {
    this.write(this.text(start, end));
  }

  ontextentity(code: number): void {
    this.write(String.fromCodePoint(code));
  }

  oncdata(start: number, end: number, offset: number): void {
    this.write(this.source.slice(start, end - offset));
  }

  oncomment(): void {
    return; // No reader sees it.
  }

  ondeclaration(): void {
    return; // What a document type declares is never resolved.
  }

  onprocessinginstruction(): void {
    return; // Meant for programs.
  }

  onend(): void {
    if (this.names.length > 0) this.wellFormed = false;
  }

  private get parent(): Open {
    return this.path.at(-1) ?? this.top;
  }

  private name(start: number, end: number): string {
    const name = this.source.slice(start, end);
    return this.html ? name.toLowerCase() : name;
  }

  private text(start: number, end: number): string {
    const text = this.source.slice(start, end);
    return text.includes('&') ? this.entities(text) : text;
  }

  private write(text: string): void {
    const { children } = this.parent;
    const last = children.length - 1;
    const before = children[last];
    // Text comes in pieces, split at every entity.
    if (typeof before === 'string') children[last] = before + text;
    else {
      this.count();
      children.push(text);
    }
  }

  private count(): void {
    this.nodes += 1;
    if (!this.whole) this.stop();
  }

  private closeBefore(name: string): void {
    const ended = ends.get(name);
    if (ended === undefined) return;
    for (let last = this.names.at(-1); last !== undefined && ended.has(last);) {
      this.pop();
      last = this.names.at(-1);
    }
  }

  private pop(): string | undefined {
    const name = this.names.pop();
    if (name === undefined) return undefined;
    this.counts.set(name, (this.counts.get(name) ?? 1) - 1);
    if (this.path.length > this.names.length + 1) this.path.pop();
    return name;
  }
}
