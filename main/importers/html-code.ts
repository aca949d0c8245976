import { childrenOf, isElement, isText, type DomNode, type ReadElement } from './dom-types.ts';
import { blockElements } from './html-elements.ts';
import type { HtmlPage } from './html-page.ts';

/** The text of a `pre` as it stands: its line ends count, and so do those that elements make. */
export function codeText(pre: ReadElement, page: HtmlPage): string {
  const parts: string[] = [];
  let atLineStart = true;
  const write = (text: string): void => {
    if (text === '') return;
    parts.push(text);
    atLineStart = text.endsWith('\n');
  };
  const walk = (node: DomNode): void => {
    for (const child of childrenOf(node)) {
      if (isText(child)) write(child.textContent ?? '');
      else if (isElement(child) && !page.isDropped(child)) visit(child);
    }
  };
  const visit = (element: ReadElement): void => {
    if (element.localName === 'br') {
      write('\n');
      return;
    }
    // Some pages hold each line of code in a block.
    const block = blockElements.has(element.localName);
    if (block && !atLineStart) write('\n');
    walk(element);
    if (block && !atLineStart) write('\n');
  };
  walk(pre);
  return parts
    .join('')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

/** The language that the class of the `pre`, or of the `code` in it, names. */
export function codeLanguage(pre: ReadElement): string | null {
  const code = firstCode(pre);
  const names = [pre, ...(code === null ? [] : [code])].flatMap((element) => [
    element.getAttribute('data-lang') ?? '',
    ...(element.getAttribute('class') ?? '')
      .split(/\s+/)
      .map((name) => /^(?:lang|language|highlight-source)-(.+)$/.exec(name)?.[1] ?? ''),
  ]);
  return names.find((name) => /^[\w+#.-]{1,40}$/.test(name)) ?? null;
}

function firstCode(element: ReadElement): ReadElement | null {
  for (const child of childrenOf(element)) {
    if (!isElement(child)) continue;
    const found = child.localName === 'code' ? child : firstCode(child);
    if (found !== null) return found;
  }
  return null;
}
