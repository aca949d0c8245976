import type { DraftBlock } from '../../core/text/draft.ts';
import { decode } from './decode.ts';
import { childrenOf, isElement, type DomNode, type ReadElement } from './dom-types.ts';
import type { EpubPictures } from './epub-pictures.ts';
import { hidingOf, type Sheets } from './epub-hidden.ts';
import { htmlBlocks } from './html-blocks.ts';
import { isUnshown } from './html-elements.ts';
import { writeMath } from './html-math.ts';
import type { HtmlPage } from './html-page.ts';
import { writeRuby } from './html-ruby.ts';
import { linkTarget } from './links.ts';
import { largestPage } from './limits.ts';
import { PageElement } from './page-tree.ts';
import type { Open, TextRun } from './text-run.ts';
import { elementsOf, parseLooseXml, parseXml, type ParsedXml } from './xml.ts';

/** What pages of one book share. */
export interface EpubReading {
  readonly pictures: EpubPictures;
  readonly sheets: Sheets;
  /** The anchor that a reference of a page leads to; null where it leads out of the book. */
  readonly target: (from: string, reference: string) => string | null;
  /** Names of all anchors there are. */
  readonly anchors: Set<string>;
  readonly seen: { formulas: number; forms: boolean };
}

const unread = new Set(
  (
    'head script style template iframe canvas audio video input select textarea datalist meter progress rp map area link ' +
    'meta title trigger'
  ).split(' '),
);
const fields = new Set(['input', 'select', 'textarea', 'button']);

/** A content document as a tree, whether it is the XML that it should be or not; null for what is no document. */
export function parsePage(bytes: Uint8Array): ParsedXml | null {
  if (bytes.length > largestPage) return null;
  const text = decode(bytes, 'page.xhtml');
  if (!text.includes('<')) return null;
  const strict = parseXml(text);
  const isXhtml = strict.wellFormed && strict.root?.name === strict.root?.name.toLowerCase();
  return isXhtml ? strict : parseLooseXml(text);
}

/** The blocks of one document of the spine. `cfi` leads to it from the package. */
export function pageBlocks(
  { top, root }: ParsedXml,
  path: string,
  cfi: string,
  reading: EpubReading,
): readonly DraftBlock[] {
  const tree = new PageElement(top, null, '');
  const { pictures, anchors, seen, sheets } = reading;
  const hides = hidingOf(root, path, sheets);
  /** The root itself is no step: the way begins with its children. Where there is no one root, there is no way. */
  const rooted = root !== null && elementsOf(top).length === 1 && cfi !== '';
  const origin = (element: ReadElement): string | undefined => {
    if (!(element instanceof PageElement) || element.steps === null || !rooted) return undefined;
    const steps = element.steps.slice('/2'.length);
    return steps === '' ? cfi : `${cfi}!${steps}`;
  };
  const page: HtmlPage = {
    isDropped: (element) => {
      if (fields.has(element.localName)) seen.forms = true;
      return (
        unread.has(element.localName) ||
        isPageBreak(element) ||
        isUnshown(element) ||
        hides(element)
      );
    },
    link: (href) => linkOf(href, path, reading),
    anchors: (element) => {
      const names = idsOf(element).map((id) => `${path}#${id}`);
      for (const name of names) anchors.add(name);
      return names;
    },
    image: (element) => pictures.image(element, path, origin(element)),
    origin,
    own: (element, run, visit) => writeOwn(element, run, visit, seen),
  };
  return htmlBlocks(tree, page);
}

function writeOwn(
  element: ReadElement,
  run: TextRun,
  visit: (node: DomNode) => void,
  seen: EpubReading['seen'],
): boolean {
  switch (element.localName) {
    case 'ruby':
      writeRuby(element, run, visit);
      return true;
    case 'math':
      seen.formulas += 1;
      writeMath(element, run);
      return true;
    case 'switch': {
      const choices = [...childrenOf(element)].filter(isElement);
      const chosen = choices.find(({ localName }) => localName === 'default') ?? choices[0];
      if (chosen !== undefined) for (const child of childrenOf(chosen)) visit(child);
      return true;
    }
    default:
      return false;
  }
}

function linkOf(href: string | null, path: string, reading: EpubReading): Open | null {
  if (href === null || href.trim() === '') return null;
  const to = reading.target(path, href.trim());
  if (to !== null) return { to };
  const address = linkTarget(href, null);
  return address === null || address.startsWith('#') ? null : { href: address };
}

function idsOf(element: ReadElement): readonly string[] {
  const id = element.getAttribute('id') ?? element.getAttribute('xml:id');
  const name = element.localName === 'a' ? element.getAttribute('name') : null;
  return [id, name === id ? null : name].filter((one) => one !== null && one !== '') as string[];
}

function isPageBreak(element: ReadElement): boolean {
  const type = element.getAttribute('epub:type') ?? '';
  return /\bpagebreak\b/.test(type) || element.getAttribute('role') === 'doc-pagebreak';
}
