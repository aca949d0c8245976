import type { InlineStyle } from '../../core/model/block.ts';
import { hasInside, type ReadElement } from './dom-types.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Begin and end a block of their own. */
export const blockElements = words(
  'address article aside body center dd details dialog dir div dl dt fieldset figcaption figure footer form header hgroup ' +
    'html legend li main menu nav ol optgroup p section summary table tbody td tfoot th thead tr ul caption',
);

const dropped = words(
  'script style template noscript iframe object embed svg canvas audio video head input select textarea datalist meter ' +
    'progress option rt rp rtc annotation annotation-xml map area link meta title',
);

export const inlineStyleOf: Readonly<Partial<Record<string, InlineStyle>>> = {
  strong: 'strong',
  b: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  var: 'emphasis',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  sub: 'sub',
  sup: 'sup',
};

export function headingLevel(element: ReadElement): 1 | 2 | 3 | 4 | 5 | 6 | null {
  switch (element.localName) {
    case 'h1':
      return 1;
    case 'h2':
      return 2;
    case 'h3':
      return 3;
    case 'h4':
      return 4;
    case 'h5':
      return 5;
    case 'h6':
      return 6;
    default:
      return null;
  }
}

const alone = words('blockquote hr listing plaintext pre table xmp');

/** Begins and ends a stretch of text of its own. */
export function standsApart(element: ReadElement): boolean {
  const name = element.localName;
  return blockElements.has(name) || alone.has(name) || headingLevel(element) !== null;
}

/** What may show a picture. */
export const imageElements = words('img image svg object embed');

const inputs = words('input');

/** What no reader of the page sees, or what is a control and not text. */
export function isDropped(element: ReadElement): boolean {
  const name = element.localName;
  if (dropped.has(name)) return true;
  if (name === 'button') return !isInsideHeading(element);
  if (name === 'label') return element.hasAttribute('for') || hasInside(element, inputs);
  return element.getAttribute('aria-hidden') === 'true' || isUnshown(element);
}

/** Where the page itself says that it is not shown. */
export function isUnshown(element: ReadElement): boolean {
  const hidden = element.getAttribute('hidden');
  // "until-found" is text that the browser's search opens.
  if (hidden !== null && hidden.toLowerCase() !== 'until-found') return true;
  const style = element.getAttribute('style');
  return style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** Questions that unfold are often buttons in headings: that text is read. */
function isInsideHeading(element: ReadElement): boolean {
  for (let above = element.parentElement; above !== null; above = above.parentElement) {
    if (headingLevel(above) !== null) return true;
    if (blockElements.has(above.localName)) return false;
  }
  return false;
}
