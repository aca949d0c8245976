const htmlNames = /\.(?:html?|xhtml|xht|shtml)$/i;

// What may stand before the first tag: space, a byte order mark, an XML declaration, comments.
const before = String.raw`^[\s\ufeff]*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*`;
const htmlStart = new RegExp(`${before}<(?:!doctype\\s+html|html)[\\s>/]`, 'i');
const tagStart = new RegExp(
  `${before}<(?:head|body|title|meta|div|p|article|section|main|h[1-6]|table|ul|ol|span|center|font)(?:\\s[^<>]*)?/?>`,
  'i',
);

/** Whether something is an HTML document, even before anything is known of its encoding. */
export function looksLikeHtml(head: string, name: string): boolean {
  return htmlNames.test(name) || htmlStart.test(head);
}

/** Whether a text begins with a tag that pieces of pages begin with. */
export function startsWithTag(head: string): boolean {
  return tagStart.test(head);
}
