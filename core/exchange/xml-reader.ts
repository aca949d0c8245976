export interface XmlElement {
  /** Without a namespace's prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly in it. */
  readonly text: string;
}

export interface XmlFault {
  /** `forbidden`: a document type or entity, which can grow without end or read files. */
  readonly problem: 'xml' | 'forbidden' | 'too-large';
  readonly line: number;
}

export interface XmlLimits {
  readonly characters: number;
  readonly elements: number;
  readonly depth: number;
}

export const xmlLimits: XmlLimits = { characters: 32_000_000, elements: 200_000, depth: 64 };

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(!)|<\/([^\s<>/]+)\s*>|<([^\s<>/!?"'=]+)((?:\s+[^\s<>/"'=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const attribute = /([^\s<>/"'=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

interface Open {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/**
 * The root of a small XML file from anywhere. Knows elements, attributes, text and the five entities of XML; everything
 * that could grow, reach out or nest without end is refused.
 */
export function readXml(source: string, limits = xmlLimits): XmlElement | XmlFault {
  if (source.length > limits.characters) return { problem: 'too-large', line: 1 };
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const fault = (problem: XmlFault['problem'], at: number): XmlFault => ({
    problem,
    line: text.slice(0, at).split('\n').length,
  });
  const next = new RegExp(token);
  const open: Open[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  while (next.lastIndex < text.length) {
    const at = next.lastIndex;
    const found = next.exec(text);
    if (found === null) return fault('xml', at);
    const [, cdata, declaration, closing, opening, list = '', alone, words] = found;
    if (declaration !== undefined) return fault('forbidden', at);
    const current = open.at(-1);
    if (opening !== undefined) {
      elements += 1;
      if (elements > limits.elements || open.length >= limits.depth) return fault('too-large', at);
      const attributes = attributesOf(list);
      if (attributes === null || (root !== null && current === undefined)) return fault('xml', at);
      open.push({ tag: opening, attributes, children: [], text: '' });
    } else if (cdata !== undefined || words !== undefined) {
      const plain = cdata ?? decoded(words ?? '');
      if (plain === null) return fault('forbidden', at);
      if (current !== undefined) current.text += plain;
      else if (plain.trim() !== '') return fault('xml', at);
    }
    if (closing === undefined && alone !== '/') continue;
    const ended = open.pop();
    if (ended === undefined || (closing !== undefined && ended.tag !== closing)) {
      return fault('xml', at);
    }
    const { attributes, children, text: inside } = ended;
    const element = { name: localName(ended.tag), attributes, children, text: inside };
    const above = open.at(-1);
    if (above === undefined) root = element;
    else above.children.push(element);
  }
  return root === null || open.length > 0 ? fault('xml', text.length) : root;
}

function attributesOf(list: string): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of list.matchAll(attribute)) {
    const value = decoded((double ?? single ?? '').replace(/[\n\t]/g, ' '));
    if (value === null || found.has(name)) return null;
    found.set(name, value);
  }
  return found;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Null where an entity is none of XML's own. */
function decoded(text: string): string | null {
  const parts = text.split('&');
  let plain = parts[0] ?? '';
  for (const part of parts.slice(1)) {
    const [, decimal, hex, name, rest = ''] =
      /^(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));([^]*)$/i.exec(part) ?? [];
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const value = name === undefined ? characterOf(point) : entities.get(name);
    if (value === undefined) return null;
    plain += value + rest;
  }
  return plain;
}

function characterOf(point: number): string | undefined {
  const allowed = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return allowed ? String.fromCodePoint(point) : undefined;
}

/** Text as it stands in an element or in an attribute; what XML has no place for is left out. */
export function xmlText(text: string): string {
  return (
    text
      .toWellFormed()
      // eslint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"\n\t\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  );
}
