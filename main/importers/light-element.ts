import { LightBranch, LightText, type LightChild, type LightTag } from './light-node.ts';

// The part of a DOM that Readability asks for. A DOM that does all that browsers' do has an event target for every node,
// and takes most of an import's time to make them; here a node is a few fields, and nothing in it can run.

interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly cloneNode: () => Attribute;
}

interface Shown {
  readonly display: string;
  readonly visibility: string;
}
const plain: Shown = { display: '', visibility: '' };

/** What an element holds, set aside: not as HTML, which would only have to be read again. */
interface Held {
  readonly nodes: readonly LightChild[];
}

export class LightElement extends LightBranch implements LightTag {
  readonly nodeType = 1;
  readonly tagName: string;
  readonly nodeName: string;
  private readonly values = new Map<string, string>();

  constructor(
    readonly ownerDocument: LightDocument,
    readonly localName: string,
  ) {
    super();
    this.tagName = localName.toUpperCase();
    this.nodeName = this.tagName;
  }

  get attributes(): readonly Attribute[] {
    return [...this.values].map(([name, value]) => attribute(name, value));
  }

  getAttribute(name: string): string | null {
    return this.values.get(name) ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.values.has(name);
  }

  setAttribute(name: string, value: string): void {
    this.values.set(name, value);
  }

  setAttributeNode({ name, value }: Attribute): void {
    this.values.set(name, value);
  }

  removeAttribute(name: string): void {
    this.values.delete(name);
  }

  get id(): string {
    return this.values.get('id') ?? '';
  }

  set id(value: string) {
    this.values.set('id', value);
  }

  get className(): string {
    return this.values.get('class') ?? '';
  }

  set className(value: string) {
    this.values.set('class', value);
  }

  get src(): string {
    return this.values.get('src') ?? '';
  }

  get srcset(): string {
    return this.values.get('srcset') ?? '';
  }

  get style(): Shown {
    const text = this.values.get('style');
    if (text === undefined) return plain;
    const declared = (name: string): string =>
      new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([\\w-]+)`, 'i').exec(text)?.[1]?.toLowerCase() ?? '';
    return { display: declared('display'), visibility: declared('visibility') };
  }

  /** A copy of the children, to be put back by the setter. */
  get innerHTML(): unknown {
    const copy = new LightElement(this.ownerDocument, this.localName);
    copyChildren(this, copy);
    return { nodes: copy.childNodes, toString: () => '' } satisfies Held & { toString: unknown };
  }

  set innerHTML(held: unknown) {
    while (this.firstChild !== null) this.removeChild(this.firstChild);
    const from = new LightElement(this.ownerDocument, this.localName);
    for (const node of (held as Held).nodes) from.appendChild(node);
    copyChildren(from, this);
  }

  copy(): LightElement {
    const made = new LightElement(this.ownerDocument, this.localName);
    for (const [name, value] of this.values) made.values.set(name, value);
    return made;
  }
}

export class LightDocument extends LightBranch {
  readonly nodeType = 9;
  readonly nodeName = '#document';
  /** Relative addresses stay as they are. */
  readonly baseURI = null;
  readonly documentURI = null;

  get documentElement(): LightTag | null {
    return this.firstElementChild;
  }

  get body(): LightTag {
    const root = this.documentElement;
    const body = root?.children.find(({ localName }) => localName === 'body');
    return body ?? root ?? this.createElement('body');
  }

  get title(): string {
    return this.getElementsByTagName('title')[0]?.textContent ?? '';
  }

  createElement(name: string): LightElement {
    return new LightElement(this, name.toLowerCase());
  }

  createTextNode(text: string): LightText {
    return new LightText(text);
  }
}

function attribute(name: string, value: string): Attribute {
  const made: Attribute = { name, value, cloneNode: () => made };
  return made;
}

function copyChildren(from: LightElement, to: LightElement): void {
  const waiting: (readonly [LightElement, LightElement])[] = [[from, to]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [source, target] = next;
    for (let node = source.firstChild; node !== null; node = node.nextSibling) {
      if (node instanceof LightText) target.appendChild(new LightText(node.textContent));
      else if (node instanceof LightElement) {
        const made = node.copy();
        target.appendChild(made);
        waiting.push([node, made]);
      }
    }
  }
}
