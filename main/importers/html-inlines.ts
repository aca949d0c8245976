import type { DraftText } from '../../core/text/draft.ts';
import { childrenOf, isElement, isText, type DomElement, type DomNode } from './dom-types.ts';
import { blockElements, inlineStyleOf, isDropped } from './html-elements.ts';
import { linkTarget } from './links.ts';
import { TextRun } from './text-run.ts';

/** Writes an element that means something inside a line; `children` writes what it holds. False for all others. */
export function writeInline(
  element: DomElement,
  run: TextRun,
  base: URL | null,
  children: () => void,
): boolean {
  const style = inlineStyleOf[element.localName];
  if (style !== undefined) {
    run.start({ style });
    children();
    run.end();
    return true;
  }
  switch (element.localName) {
    case 'br':
      run.breakLine();
      return true;
    case 'img': {
      const text = alternativeText(element);
      if (text !== '') run.writeAlternative(text);
      return true;
    }
    case 'a': {
      const href = linkTarget(element.getAttribute('href'), base);
      if (href === null) return false;
      run.start({ href });
      children();
      run.end();
      return true;
    }
    case 'q':
      run.write('“');
      children();
      run.write('”');
      return true;
    default:
      return false;
  }
}

/** All text of a table cell as one line: blocks, lists and tables inside it stand apart by a space. */
export function cellText(cell: DomElement, base: URL | null): DraftText {
  const run = new TextRun();
  const walk = (node: DomNode): void => {
    for (const child of childrenOf(node)) {
      if (isText(child)) run.write(child.textContent ?? '');
      else if (isElement(child) && !isDropped(child)) visit(child);
    }
  };
  const visit = (element: DomElement): void => {
    const name = element.localName;
    const apart = blockElements.has(name) || name === 'br' || name === 'pre' || name === 'hr';
    if (apart) run.separate();
    if (name === 'br' || !writeInline(element, run, base, () => walk(element))) walk(element);
    if (apart) run.separate();
  };
  walk(cell);
  return run.take();
}

/** Rules, spacers and counting pixels have no say, whatever their alternative text. */
const thinnest = 8;

function alternativeText(image: DomElement): string {
  for (const side of ['width', 'height']) {
    const size = Number.parseFloat(image.getAttribute(side) ?? '');
    if (size < thinnest) return '';
  }
  return (image.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim();
}
