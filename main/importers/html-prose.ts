import { childrenOf, isElement, isText, type DomNode, type ReadElement } from './dom-types.ts';
import { isDropped } from './html-elements.ts';

const beside = new Set('nav aside footer header form a button label'.split(' '));
/** As programs name what stands around an article. */
const besideNames =
  /comment|disqus|sidebar|side-?bar|footer|header|masthead|menu|nav|breadcrumb|related|recommend|promo|share|social|sponsor|advert|\bads?\b|banner|popup|modal|dialog|cookie|consent|newsletter|subscri|login|register|signup|pagination|pager|toc|reply|replies|respond|widget|teaser|more-|-more|trending|popular|tags?\b/i;

/**
 * Characters of running text: not of links, and not of what says of itself that it stands around an article. The tree
 * is at most `deepestElement` deep, so the walk may recurse.
 */
export function proseLength(root: ReadElement): number {
  let sum = 0;
  const walk = (node: DomNode): void => {
    for (const child of childrenOf(node)) {
      if (isText(child)) sum += (child.textContent ?? '').replace(/\s+/g, ' ').trim().length;
      else if (isElement(child) && !isBeside(child)) walk(child);
    }
  };
  walk(root);
  return sum;
}

function isBeside(element: ReadElement): boolean {
  if (beside.has(element.localName) || isDropped(element)) return true;
  if (element.localName === 'article' || element.localName === 'main') return false;
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.getAttribute('role') ?? ''}`;
  return besideNames.test(names);
}
