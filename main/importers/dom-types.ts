// The few properties of DOM nodes that the importer reads. Main has no DOM library: a node here is data, never a page.

export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
}

/** All that the walk over a page's blocks needs: other trees than the DOM's can have it as well. */
export interface ReadElement extends DomNode {
  readonly localName: string;
  readonly parentElement: ReadElement | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
}

export function isElement(node: DomNode): node is ReadElement {
  return node.nodeType === 1;
}

export function isText(node: DomNode): boolean {
  return node.nodeType === 3 || node.nodeType === 4;
}

/** Whether an element below has one of the names. */
export function hasInside(element: ReadElement, names: ReadonlySet<string>): boolean {
  for (const child of childrenOf(element)) {
    if (isElement(child) && (names.has(child.localName) || hasInside(child, names))) return true;
  }
  return false;
}

/** Children in order, without the array that `childNodes` would build. */
export function* childrenOf(node: DomNode): Generator<DomNode> {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) yield child;
}
