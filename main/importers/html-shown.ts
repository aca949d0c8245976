import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterMap } from 'parse5';
import { deepestFrame } from './limits.ts';

export type HtmlNode = DefaultTreeAdapterMap['childNode'];
type HtmlElement = DefaultTreeAdapterMap['element'];

/** Inside a shadow tree: the children of its host, by the slot that they go to. */
export interface Slots {
  readonly byName: Map<string, readonly HtmlNode[]>;
  readonly outer: Slots | null;
}

/** What is seen inside an element: its shadow tree, if it has one, with the element's own children at their slots. */
export function shownChildren(
  element: HtmlElement,
  slots: Slots | null,
): { readonly nodes: readonly HtmlNode[]; readonly slots: Slots | null } {
  if (element.tagName === 'slot' && slots !== null) {
    const name = attribute(element, 'name') ?? '';
    const given = slots.byName.get(name);
    // The first slot of a name has them: nothing is seen twice.
    slots.byName.delete(name);
    if (given !== undefined) return { nodes: given, slots: slots.outer };
  }
  const shadow = element.childNodes.find(isShadow);
  if (shadow === undefined) return { nodes: element.childNodes, slots };
  const byName = new Map<string, HtmlNode[]>();
  for (const child of element.childNodes) {
    if (child === shadow) continue;
    const name = tree.isElementNode(child) ? (attribute(child, 'slot') ?? '') : '';
    // White space between elements is no child that a slot shows.
    if (tree.isTextNode(child) && !/\S/.test(child.value) && !byName.has(name)) continue;
    const given = byName.get(name);
    if (given === undefined) byName.set(name, [child]);
    else given.push(child);
  }
  return { nodes: shadow.content.childNodes, slots: { byName, outer: slots } };
}

function isShadow(node: HtmlNode): node is DefaultTreeAdapterMap['template'] {
  return (
    tree.isElementNode(node) &&
    node.tagName === 'template' &&
    (attribute(node, 'shadowrootmode') ?? attribute(node, 'shadowroot')) !== null
  );
}

/** What stands in a frame whose page the source holds; null for any other element and any other frame. */
export function frameBody(
  element: HtmlElement,
  frames: number,
  source: (address: string) => string | null,
): readonly HtmlNode[] | null {
  if (element.tagName !== 'iframe' && element.tagName !== 'frame') return null;
  if (frames >= deepestFrame) return null;
  const address = attribute(element, 'src');
  const html = attribute(element, 'srcdoc') ?? (address === null ? null : source(address.trim()));
  if (html === null) return null;
  return bodyOf(html);
}

/** What a page of frames says to who cannot see them; null for any other element. */
export function withoutFrames(element: HtmlElement): readonly HtmlNode[] | null {
  const { parentNode: parent } = element;
  const isAmongFrames =
    element.tagName === 'noframes' &&
    parent !== null &&
    tree.isElementNode(parent) &&
    parent.tagName === 'frameset';
  return isAmongFrames
    ? bodyOf(element.childNodes.map((node) => (tree.isTextNode(node) ? node.value : '')).join(''))
    : null;
}

function bodyOf(html: string): readonly HtmlNode[] | null {
  const page = parse(html, { scriptingEnabled: false });
  const root = page.childNodes.find((node) => tree.isElementNode(node));
  const body = root?.childNodes.find((node) => tree.isElementNode(node) && node.tagName === 'body');
  return body === undefined || !tree.isElementNode(body) ? null : body.childNodes;
}

function attribute(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}
