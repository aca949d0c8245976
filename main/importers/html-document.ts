import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterMap } from 'parse5';
import {
  frameBody,
  shownChildren,
  withoutFrames,
  type HtmlNode,
  type Slots,
} from './html-shown.ts';
import { withEnds } from './html-ends.ts';
import { HtmlData } from './html-data.ts';
import { LightDocument } from './light-element.ts';
import type { LightBranch } from './light-node.ts';
import { deepestElement } from './limits.ts';

// Never read: code, styles, drawings. Readability reads the JSON-LD scripts, so those stay.
const dropped = new Set(
  'style template noscript iframe frame noframes object embed applet svg canvas audio video'.split(
    ' ',
  ),
);

export interface HtmlDocument {
  readonly document: LightDocument;
  readonly elements: number;
  /** The squares of their depths, all together: what it costs to look for an article among them. */
  readonly depth: number;
  /** What stands in the page as data, and is too long to be walked over as an attribute. */
  readonly data: HtmlData;
}

/** The page that a frame shows, if the source has it; null for all that would have to be fetched. */
export type FrameSource = (address: string) => string | null;

interface Waiting {
  readonly node: HtmlNode;
  readonly parent: LightBranch;
  readonly depth: number;
  readonly slots: Slots | null;
  /** How many frames are around. */
  readonly frames: number;
}

/**
 * A document as browsers would build it: parse5 reads by the standard, and its tree is copied to the light DOM that
 * Readability needs. Nothing in it can run or load: handlers and code are left behind on the way. Frames and shadow
 * trees that the source holds stand where they are seen.
 */
export function parseHtml(html: string, frame: FrameSource = () => null): HtmlDocument {
  const data = new HtmlData(html);
  const source = parse(withEnds(data.html), { scriptingEnabled: false });
  const document = new LightDocument();
  let elements = 0;
  let squares = 0;
  let framesRead = false;
  const waiting: Waiting[] = [];
  const add = (nodes: readonly HtmlNode[], around: Omit<Waiting, 'node'>): void => {
    for (let index = nodes.length - 1; index >= 0; index -= 1) {
      const node = nodes[index];
      if (node !== undefined) waiting.push({ ...around, node });
    }
  };
  const root = source.childNodes.find((node) => tree.isElementNode(node));
  if (root !== undefined) {
    waiting.push({ node: root, parent: document, depth: 0, slots: null, frames: 0 });
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, parent, depth, slots, frames } = next;
    if (tree.isTextNode(node)) {
      parent.appendChild(document.createTextNode(data.text(node.value)));
      continue;
    }
    if (!tree.isElementNode(node)) continue;
    if (node.tagName === 'style') data.takeStyle(node);
    const framed = frameBody(node, frames, frame) ?? (framesRead ? null : withoutFrames(node));
    if (framed === null && !isKept(node)) continue;
    if (framed !== null) framesRead = true;
    elements += 1;
    squares += depth * depth;
    const isFrame = framed !== null || node.tagName === 'frameset';
    const element = document.createElement(isFrame ? 'div' : node.tagName);
    for (const { name, value } of data.attributesOf(node)) element.setAttribute(name, value);
    parent.appendChild(element);
    const shown = framed === null ? shownChildren(node, slots) : { nodes: framed, slots: null };
    // Past the limit the children stay in order beside their parent.
    const full = depth >= deepestElement && parent.nodeType === 1;
    add(shown.nodes, {
      parent: full ? parent : element,
      depth: full ? depth : depth + 1,
      slots: shown.slots,
      frames: framed === null ? frames : frames + 1,
    });
  }
  return { document, elements, depth: squares, data };
}

function isKept(element: DefaultTreeAdapterMap['element']): boolean {
  if (element.tagName !== 'script') return !dropped.has(element.tagName);
  return element.attrs.some(({ name, value }) => name === 'type' && /ld\+json/i.test(value));
}
