import type { DomNode, ReadElement } from './dom-types.ts';

/** An element, as its neighbours know it. */
export interface LightTag extends LightBranch, ReadElement {
  readonly nodeType: 1;
  readonly textContent: string;
  readonly firstChild: LightChild | null;
  nextSibling: LightChild | null;
  readonly parentElement: LightTag | null;
}
export type LightChild = LightTag | LightText;

/** A node that knows its neighbours. */
abstract class LightNode implements DomNode {
  abstract readonly nodeType: number;
  abstract readonly nodeName: string;
  abstract readonly firstChild: LightChild | null;
  abstract readonly textContent: string;
  parentNode: LightBranch | null = null;
  previousSibling: LightChild | null = null;
  nextSibling: LightChild | null = null;

  get parentElement(): LightTag | null {
    const { parentNode } = this;
    return parentNode?.nodeType === 1 ? (parentNode as LightTag) : null;
  }

  get nextElementSibling(): LightTag | null {
    let next = this.nextSibling;
    while (next?.nodeType === 3) next = next.nextSibling;
    return next;
  }

  get previousElementSibling(): LightTag | null {
    let before = this.previousSibling;
    while (before?.nodeType === 3) before = before.previousSibling;
    return before;
  }

  remove(): void {
    this.parentNode?.removeChild(this as unknown as LightChild);
  }
}

export class LightText extends LightNode {
  readonly nodeType = 3;
  readonly nodeName = '#text';
  readonly firstChild = null;
  readonly childNodes: readonly LightChild[] = [];

  constructor(readonly textContent: string) {
    super();
  }
}

/** A node with children. */
export abstract class LightBranch extends LightNode {
  firstChild: LightChild | null = null;
  lastChild: LightChild | null = null;
  /** Asked for again and again between two changes. */
  private elements: readonly LightTag[] | null = null;

  get childNodes(): readonly LightChild[] {
    const nodes: LightChild[] = [];
    for (let node = this.firstChild; node !== null; node = node.nextSibling) nodes.push(node);
    return nodes;
  }

  get children(): readonly LightTag[] {
    return (this.elements ??= this.childNodes.filter(
      (node): node is LightTag => node.nodeType === 1,
    ));
  }

  get firstElementChild(): LightTag | null {
    const { firstChild } = this;
    return firstChild?.nodeType === 3 ? firstChild.nextElementSibling : firstChild;
  }

  get textContent(): string {
    const parts: string[] = [];
    for (let node = this.firstChild; node !== null; node = following(node, this)) {
      if (node.nodeType === 3) parts.push(node.textContent);
    }
    return parts.join('');
  }

  appendChild(node: LightChild): LightChild {
    node.remove();
    return this.insert(node, this.lastChild, null);
  }

  replaceChild(node: LightChild, old: LightChild): LightChild {
    node.remove();
    this.insert(node, old.previousSibling, old);
    this.removeChild(old);
    return old;
  }

  removeChild(node: LightChild): LightChild {
    const { previousSibling: before, nextSibling: after } = node;
    if (before === null) this.firstChild = after;
    else before.nextSibling = after;
    if (after === null) this.lastChild = before;
    else after.previousSibling = before;
    node.parentNode = null;
    node.previousSibling = null;
    node.nextSibling = null;
    this.elements = null;
    return node;
  }

  getElementsByTagName(name: string): readonly LightTag[] {
    const wanted = name.toLowerCase();
    return this.found(({ localName }) => wanted === '*' || localName === wanted);
  }

  /** Names of elements alone, with commas between them. */
  querySelectorAll(names: string): readonly LightTag[] {
    const wanted = new Set(names.toLowerCase().split(','));
    return this.found(({ localName }) => wanted.has(localName));
  }

  private found(isWanted: (element: LightTag) => boolean): readonly LightTag[] {
    const elements: LightTag[] = [];
    for (let node = this.firstChild; node !== null; node = following(node, this)) {
      if (node.nodeType === 1 && isWanted(node)) elements.push(node);
    }
    return elements;
  }

  private insert(
    node: LightChild,
    before: LightChild | null,
    after: LightChild | null,
  ): LightChild {
    node.parentNode = this;
    node.previousSibling = before;
    node.nextSibling = after;
    if (before === null) this.firstChild = node;
    else before.nextSibling = node;
    if (after === null) this.lastChild = node;
    else after.previousSibling = node;
    this.elements = null;
    return node;
  }
}

/** The next node below the root, in the order of the text. */
function following(node: LightChild, root: LightBranch): LightChild | null {
  if (node.firstChild !== null) return node.firstChild;
  for (let above: LightBranch | LightText = node; above !== root;) {
    if (above.nextSibling !== null) return above.nextSibling;
    if (above.parentNode === null) return null;
    above = above.parentNode;
  }
  return null;
}
