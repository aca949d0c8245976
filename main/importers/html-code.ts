import { childrenOf, isElement, isText, type DomElement, type DomNode } from './dom-types.ts';
import { blockElements, isDropped } from './html-elements.ts';

/** The text of a `pre` as it stands: its line ends count, and so do those that elements make. */
export function codeText(pre: DomElement): string {
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
      else if (isElement(child) && !isDropped(child)) visit(child);
    }
  };
  const visit = (element: DomElement): void => {
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
export function codeLanguage(pre: DomElement): string | null {
  const code = pre.querySelector('code');
  const names = [pre, ...(code === null ? [] : [code])].flatMap((element) => [
    element.getAttribute('data-lang') ?? '',
    ...(element.getAttribute('class') ?? '')
      .split(/\s+/)
      .map((name) => /^(?:lang|language|highlight-source)-(.+)$/.exec(name)?.[1] ?? ''),
  ]);
  return names.find((name) => /^[\w+#.-]{1,40}$/.test(name)) ?? null;
}
