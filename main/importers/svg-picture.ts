import { elementsOf, parseXml, textOf, type XmlElement } from './xml.ts';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

// Shapes, text, paint and what places them. No script, no animation, no foreign content, no filter.
const drawn = names(
  'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath image marker ' +
    'linearGradient radialGradient stop pattern clipPath mask switch a style',
);
/** Elements that a drawing may come to when everything in it is used where it is named. */
const mostDrawn = 50_000;
const deepest = 200;

/**
 * A drawing written anew as a file that does nothing: only what draws, and no address but of parts of itself and of
 * pictures in it. Null where it would cost the window too much. `picture` gives a file of the source as a data address.
 */
export function inertSvg(
  svg: XmlElement,
  picture: (href: string) => string | null,
): Uint8Array | null {
  if (drawnCount(svg) > mostDrawn) return null;
  const parts: string[] = [];
  write(svg, parts, picture, 0);
  return new TextEncoder().encode(parts.join(''));
}

/** A drawing that is a file of its own. Null where it is none. */
export function inertSvgFile(bytes: Uint8Array): Uint8Array | null {
  const { root } = parseXml(new TextDecoder().decode(bytes));
  return root?.local === 'svg' ? inertSvg(root, () => null) : null;
}

function write(
  element: XmlElement,
  parts: string[],
  picture: (href: string) => string | null,
  depth: number,
): void {
  if (!drawn.has(element.local) || depth > deepest) return;
  if (element.local === 'style' && !isInert(textOf(element))) return;
  parts.push('<', element.local);
  if (depth === 0) {
    parts.push(' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"');
  }
  for (const [name, value = ''] of Object.entries(element.attributes)) {
    if (/^xmlns(?::|$)/i.test(name)) continue;
    if (/^(?:xlink:)?href$/i.test(name)) {
      const address = target(element, value, picture);
      if (address !== null) parts.push(' xlink:href="', escaped(address), '"');
    } else if (isPlain(name, value)) parts.push(' ', name, '="', escaped(value), '"');
  }
  parts.push('>');
  for (const child of element.children) {
    if (typeof child === 'string') parts.push(escaped(child));
    else write(child, parts, picture, depth + 1);
  }
  parts.push('</', element.local, '>');
}

function target(
  element: XmlElement,
  href: string,
  picture: (href: string) => string | null,
): string | null {
  if (element.local === 'image') return picture(href);
  return element.local !== 'a' && href.trim().startsWith('#') ? href.trim() : null;
}

/** An attribute that draws: no handler, nothing that is fetched. */
function isPlain(name: string, value: string): boolean {
  if (!/^(?:xml:(?:space|lang)|[a-z][a-z-]*[a-z0-9]?|[a-z]+[A-Z][A-Za-z]*)$/i.test(name))
    return false;
  if (/^on/i.test(name) || /^filter$/i.test(name)) return false;
  return isInert(value);
}

/** Styles that name nothing but parts of the drawing. */
function isInert(style: string): boolean {
  const urls = style.match(/url\s*\([^)]{0,200}/gi) ?? [];
  return (
    !/@import|@font-face|expression|javascript:|image-set|\\/i.test(style) &&
    urls.every((url) => /^url\s*\(\s*["']?#/i.test(url))
  );
}

function escaped(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- what XML may not hold
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .toWellFormed()
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

/** How many elements are drawn, parts that are used again counted again. */
function drawnCount(svg: XmlElement): number {
  const byId = new Map<string, XmlElement>();
  const collect = (element: XmlElement): void => {
    const { id } = element.attributes;
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    for (const child of elementsOf(element)) collect(child);
  };
  collect(svg);
  const counts = new Map<XmlElement, number>();
  const count = (element: XmlElement): number => {
    const known = counts.get(element);
    if (known !== undefined) return known;
    counts.set(element, 1); // A use of what it stands in is drawn by nobody.
    let sum = 1;
    for (const child of elementsOf(element)) sum += count(child);
    const href = element.attributes['href'] ?? element.attributes['xlink:href'];
    const used = href?.startsWith('#') === true ? byId.get(href.slice(1)) : undefined;
    if (element.local === 'use' && used !== undefined) sum += count(used);
    counts.set(element, sum);
    return sum;
  };
  return count(svg);
}
