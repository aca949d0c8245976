import { DOMParser } from 'linkedom';
import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterMap } from 'parse5';
import type { DomDocument, DomElement } from './dom-types.ts';
import { deepestElement } from './limits.ts';

type Source = DefaultTreeAdapterMap['childNode'];

// Never read: code, styles, frames, drawings. Readability reads the JSON-LD scripts, so those stay.
const dropped = new Set(
  'style template noscript iframe frame frameset object embed applet svg canvas audio video'.split(
    ' ',
  ),
);

/**
 * A document as browsers would build it: parse5 reads by the standard, and its tree is copied to the DOM that
 * Readability needs. Nothing in it can run or load: handlers, code and frames are left behind on the way.
 */
export function parseHtml(html: string): {
  readonly document: DomDocument;
  readonly elements: number;
} {
  const source = parse(html, { scriptingEnabled: false });
  // linkedom's types name the DOM library, which main does not have.
  const document = new DOMParser().parseFromString('', 'text/html') as unknown as DomDocument;
  let elements = 0;
  const waiting: { node: Source; parent: DomElement | DomDocument; depth: number }[] = [];
  const addChildren = (node: Source, parent: DomElement, depth: number): void => {
    const children = tree.isElementNode(node) ? node.childNodes : [];
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child !== undefined) waiting.push({ node: child, parent, depth });
    }
  };
  const root = source.childNodes.find((node) => tree.isElementNode(node));
  if (root !== undefined) waiting.push({ node: root, parent: document, depth: 0 });
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, parent, depth } = next;
    if (tree.isTextNode(node)) {
      parent.appendChild(document.createTextNode(node.value));
    } else if (tree.isElementNode(node) && isKept(node)) {
      elements += 1;
      const element = document.createElement(node.tagName);
      for (const { name, value } of node.attrs) {
        if (!name.startsWith('on')) element.setAttribute(name, value);
      }
      parent.appendChild(element);
      // Past the limit the children stay in order beside their parent.
      const full = depth >= deepestElement && 'localName' in parent;
      addChildren(node, full ? parent : element, full ? depth : depth + 1);
    }
  }
  return { document, elements };
}

function isKept(element: DefaultTreeAdapterMap['element']): boolean {
  if (element.tagName !== 'script') return !dropped.has(element.tagName);
  return element.attrs.some(({ name, value }) => name === 'type' && /ld\+json/i.test(value));
}
