// What may stand before the root: space, declarations, comments, a document type.
const before = String.raw`^[\s\ufeff]*(?:<\?[^>]{0,2000}>\s*|<!--(?:(?!-->)[\s\S]){0,2000}-->\s*|<!(?!--)[^>]{0,2000}>\s*){0,20}`;
const fictionBook = new RegExp(`${before}<(?:[\\w-]{1,40}:)?FictionBook[\\s>]`);
const flatText = new RegExp(
  `${before}<office:document\\s[^>]{0,8000}office:mimetype\\s*=\\s*["']application/vnd\\.oasis\\.opendocument\\.text`,
);

/** Kinds of XML that are known by their root element; null for all others. */
export function xmlKind(head: string): 'fb2' | 'odt' | null {
  if (isFictionBook(head)) return 'fb2';
  return flatText.test(head) ? 'odt' : null;
}

export function isFictionBook(head: string): boolean {
  return fictionBook.test(head);
}
