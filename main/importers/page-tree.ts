import type { DomNode, ReadElement } from './dom-types.ts';
import { textOf, type XmlElement } from './xml.ts';

/** Past this depth nobody counts steps. */
const deepestSteps = 100;

/** An XML tree as the walk over a page's blocks reads it, each element with its way from the root. */
export class PageElement implements ReadElement {
  readonly nodeType = 1;
  readonly localName: string;
  readonly firstChild: DomNode | null;
  nextSibling: DomNode | null = null;

  constructor(
    readonly source: XmlElement,
    readonly parentElement: PageElement | null,
    /** Steps of an EPUB CFI: elements have the even numbers. */
    readonly steps: string | null,
    depth = 0,
  ) {
    this.localName = source.local;
    let first: Linked | null = null;
    let last: Linked | null = null;
    let count = 0;
    for (const child of source.children) {
      let node: Linked;
      if (typeof child === 'string') node = new PageText(child);
      else {
        count += 1;
        const way = steps === null || depth > deepestSteps ? null : `${steps}/${count * 2}`;
        node = new PageElement(child, this, way, depth + 1);
      }
      if (last === null) first = node;
      else last.nextSibling = node;
      last = node;
    }
    this.firstChild = first;
  }

  get textContent(): string {
    return textOf(this.source);
  }

  getAttribute(name: string): string | null {
    return this.source.attributes[name] ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.source.attributes[name] !== undefined;
  }
}

class PageText implements DomNode {
  readonly nodeType = 3;
  readonly firstChild = null;
  nextSibling: DomNode | null = null;

  constructor(readonly textContent: string) {}
}

type Linked = PageElement | PageText;
