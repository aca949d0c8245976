import { defaultTreeAdapter as tree, parseFragment, type DefaultTreeAdapterMap } from 'parse5';

const unread = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'svg']);
const apart = new Set([
  'p',
  'div',
  'li',
  'tr',
  'td',
  'th',
  'br',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'dt',
  'dd',
]);

/** The text of a piece of HTML, its tags and comments removed and its entities read; blocks in it stand on lines. */
export function htmlText(html: string): string {
  const parts: string[] = [];
  const waiting: DefaultTreeAdapterMap['childNode'][] = parseFragment(html).childNodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (tree.isTextNode(node)) {
      parts.push(node.value);
    } else if (tree.isElementNode(node) && !unread.has(node.tagName)) {
      if (apart.has(node.tagName)) parts.push('\n');
      waiting.push(...node.childNodes.toReversed());
    }
  }
  return parts.join('');
}
