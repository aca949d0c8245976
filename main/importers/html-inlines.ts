import { childrenOf, isElement, isText, type DomNode, type ReadElement } from './dom-types.ts';
import { blockElements, imageElements, inlineStyleOf } from './html-elements.ts';
import type { HtmlPage } from './html-page.ts';
import { TextRun, type RunText } from './text-run.ts';

/** Writes an element that means something inside a line; `children` writes what it holds. False for all others. */
export function writeInline(
  element: ReadElement,
  run: TextRun,
  page: HtmlPage,
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
      if (text !== '') run.writeAlternative({ text });
      return true;
    }
    case 'a': {
      const target = page.link(element.getAttribute('href'));
      if (target === null) return false;
      run.start(target);
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
export function cellText(cell: ReadElement, page: HtmlPage): RunText {
  const run = new TextRun();
  const walk = (parent: ReadElement): void => {
    for (const child of childrenOf(parent)) visit(child);
  };
  const visit = (node: DomNode): void => {
    if (isText(node)) run.write(node.textContent ?? '');
    else if (isElement(node)) {
      for (const name of page.anchors(node)) run.anchor(name);
      if (!page.isDropped(node)) write(node);
    }
  };
  const write = (element: ReadElement): void => {
    const name = element.localName;
    const image = imageElements.has(name) ? page.image(element) : null;
    if (image !== null) {
      run.writePicture(image.picture, image);
      return;
    }
    const apart = blockElements.has(name) || name === 'br' || name === 'pre' || name === 'hr';
    if (apart) run.separate();
    const written =
      name !== 'br' &&
      (page.own(element, run, visit) || writeInline(element, run, page, () => walk(element)));
    if (!written) walk(element);
    if (apart) run.separate();
  };
  for (const name of page.anchors(cell)) run.anchor(name);
  walk(cell);
  return run.take();
}

/** The names of all anchors below an element. */
export function namesInside(element: ReadElement, page: HtmlPage): readonly string[] {
  const names: string[] = [];
  for (const child of childrenOf(element)) {
    if (isElement(child)) names.push(...page.anchors(child), ...namesInside(child, page));
  }
  return names;
}

/** Rules, spacers and counting pixels have no say, whatever their alternative text. */
const thinnest = 8;

export function isThin(image: ReadElement): boolean {
  return ['width', 'height'].some(
    (side) => Number.parseFloat(image.getAttribute(side) ?? '') < thinnest,
  );
}

export function alternativeText(image: ReadElement): string {
  return isThin(image) ? '' : (image.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim();
}
