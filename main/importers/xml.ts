import { Parser } from 'htmlparser2';
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
}

/**
 * Reads XML as forgiving as a browser reads HTML: what is not closed ends with what it stands in. Entities that a
 * document type declares are never resolved and nothing is fetched. Elements deeper than the limit hang on the last one
 * above; past the limit of nodes the rest is left out and `whole` is false.
 */
export function parseXml(source: string): {
  readonly root: XmlElement | null;
  readonly whole: boolean;
} {
  const top: Open = { name: '', local: '', attributes: {}, children: [] };
  const path: Open[] = [top];
  let nodes = 0;
  /** Open elements that are not on the path, because they are too deep or too many. */
  let beside = 0;
  const full = (): boolean => nodes > mostXmlNodes;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const colon = name.indexOf(':');
        const local = colon < 0 ? name : name.slice(colon + 1);
        const element: Open = { name, local, attributes, children: [] };
        if (!full()) (path.at(-1) ?? top).children.push(element);
        nodes += 1;
        if (full() || beside > 0 || path.length > deepestXml) beside += 1;
        else path.push(element);
      },
      onclosetag: () => {
        if (beside > 0) beside -= 1;
        else path.pop();
      },
      ontext: (text) => {
        if (full()) return;
        const { children } = path.at(-1) ?? top;
        const last = children.length - 1;
        const before = children[last];
        // Text comes in pieces, split at every entity.
        if (typeof before === 'string') children[last] = before + text;
        else {
          nodes += 1;
          children.push(text);
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(source);
  parser.end();
  const root = top.children.find((child): child is Open => typeof child !== 'string') ?? null;
  return { root, whole: !full() };
}

/** The child elements with a local name; all of them without one. */
export function elementsOf(parent: XmlElement, local?: string): readonly XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && (local === undefined || child.local === local),
  );
}

/** The first element with a local name below an element, in document order. */
export function findElement(root: XmlElement, local: string): XmlElement | null {
  const waiting: XmlElement[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next !== root && next.local === local) return next;
    for (let index = next.children.length - 1; index >= 0; index -= 1) {
      const child = next.children[index];
      if (child !== undefined && typeof child !== 'string') waiting.push(child);
    }
  }
  return null;
}

/** All text below an element. */
export function textOf(root: XmlElement): string {
  const parts: string[] = [];
  const waiting: XmlNode[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') parts.push(next);
    else
      for (let at = next.children.length - 1; at >= 0; at -= 1)
        waiting.push(next.children[at] ?? '');
  }
  return parts.join('');
}
