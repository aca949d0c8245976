import { decode } from './decode.ts';
import { childrenOf, isElement, type ReadElement } from './dom-types.ts';
import { hiding, showRules, type ShowRule } from './epub-styles.ts';
import { elementsOf, findElement, textOf, type XmlElement } from './xml.ts';
import type { Archive } from './zip.ts';

/** The rules of the style sheet that a reference of a page leads to. */
export type Sheets = (from: string, reference: string) => readonly ShowRule[];

/** Bytes of a style sheet. */
const largestSheet = 4 * 1024 * 1024;
const mostSheets = 40;

/** The style sheets of a book, each read once. */
export function bookSheets(
  archive: Archive,
  file: (from: string, reference: string) => string | null,
): Sheets {
  const known = new Map<string, readonly ShowRule[]>();
  return (from, reference) => {
    const path = file(from, reference);
    if (path === null || !/\.css$/i.test(path)) return [];
    const found = known.get(path);
    if (found !== undefined) return found;
    const bytes = archive.read(path);
    const rules =
      bytes === null || bytes.length > largestSheet ? [] : showRules(decode(bytes, 'style.css'));
    known.set(path, rules);
    return rules;
  };
}

/** What the style sheets of a page hide. Notes stay: a book hides them where its reader would show them by the link. */
export function hidingOf(
  root: XmlElement | null,
  path: string,
  sheets: Sheets,
): (element: ReadElement) => boolean {
  const head = root === null ? null : findElement(root, 'head');
  const elements = head === null ? [] : elementsOf(head);
  const rules = elements
    .filter(({ local, attributes }) => isSheet(local, attributes))
    .slice(0, mostSheets)
    .flatMap((element) =>
      element.local === 'style'
        ? showRules(textOf(element))
        : sheets(path, (element.attributes['href'] ?? '').trim()),
    );
  const hides = hiding(rules);
  return (element) =>
    hides(element) &&
    element.localName !== 'html' &&
    element.localName !== 'body' &&
    !isNote(element) &&
    (!hasNames(element) || isNumber(element));
}

function isSheet(local: string, attributes: XmlElement['attributes']): boolean {
  const { rel = '', media = '' } = attributes;
  const meant = /^\s*(?:all|screen)?\s*$/i.test(media);
  return meant && (local === 'style' || (local === 'link' && /^\s*stylesheet\s*$/i.test(rel)));
}

function isNote(element: ReadElement): boolean {
  const told = `${element.getAttribute('epub:type') ?? ''} ${element.getAttribute('role') ?? ''}`;
  return element.localName === 'aside' || /note|annotation|definition|gloss/.test(told);
}

/** Whether links may lead to the element or into it. */
function hasNames(element: ReadElement): boolean {
  if (element.hasAttribute('id') || element.hasAttribute('name')) return true;
  for (const child of childrenOf(element)) if (isElement(child) && hasNames(child)) return true;
  return false;
}

/** Numbers of printed pages have names, and nobody reads them. */
function isNumber(element: ReadElement): boolean {
  return /^[\s\d[\](){}.ivxlcdm-]{0,16}$/i.test(element.textContent ?? '');
}
