import { Tokenizer } from 'htmlparser2';
import { htmlText } from './html-text.ts';
import { XmlBuilder, type XmlElement, type XmlNode } from './xml-builder.ts';

export type { XmlElement, XmlNode } from './xml-builder.ts';

export interface ParsedXml {
  /** What holds the root, and whatever stands beside it. */
  readonly top: XmlElement;
  readonly root: XmlElement | null;
  /** False past the limit of nodes, where the rest is left out. */
  readonly whole: boolean;
  /** False where elements were not closed as they must be. */
  readonly wellFormed: boolean;
}

/**
 * Reads XML as forgiving as a browser reads HTML: what is not closed ends with what it stands in. Entities that a
 * document type declares are never resolved, those of HTML are; nothing is fetched. Elements deeper than the limit hang
 * on the last one above.
 */
export function parseXml(source: string): ParsedXml {
  return parse(source, false);
}

/** Reads HTML that calls itself XML: `<br>` has no end, `<p>` may have none, and `<a/>` is closed all the same. */
export function parseLooseXml(source: string): ParsedXml {
  return parse(source, true);
}

function parse(whole: string, html: boolean): ParsedXml {
  const source = withoutDeclarations(whole);
  const known = new Map<string, string>();
  const entities = (text: string): string =>
    text.replace(/&[a-z][a-z0-9]{1,30};/gi, (entity) => {
      const found = known.get(entity) ?? htmlText(entity);
      known.set(entity, found);
      return found;
    });
  const builder = new XmlBuilder(source, html, entities, () => tokenizer.pause());
  const tokenizer = new Tokenizer({ xmlMode: !html, decodeEntities: true }, builder);
  tokenizer.write(source);
  tokenizer.end();
  const root = builder.top.children.find((child) => typeof child !== 'string') ?? null;
  return { top: builder.top, root, whole: builder.whole, wellFormed: builder.wellFormed };
}

/** The tokenizer takes the first `>` for the end of a document type, though declarations stand in it. */
function withoutDeclarations(source: string): string {
  const begins = /<!DOCTYPE[^<>[]{0,2000}\[/i.exec(source.slice(0, 8192));
  if (begins === null) return source;
  const from = begins.index + begins[0].length;
  const end = /\]\s{0,100}>/.exec(source.slice(from));
  return end === null
    ? source
    : source.slice(0, begins.index) + source.slice(from + end.index + end[0].length);
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
