import { bookmarkMessages as messages } from '../../core/messages/en/bookmarks.ts';
import type { DocumentId } from '../../core/model/document.ts';
import type { Bookmark, Item } from '../../core/model/item.ts';
import type { Span } from '../../core/model/span.ts';

/** Those of one text, in the order of the text. */
export function bookmarksOf(
  items: ReadonlyMap<Item['id'], Item>,
  document: DocumentId | undefined,
): readonly Bookmark[] {
  return [...items.values()]
    .filter(isBookmark)
    .filter(({ content }) => content.document === document)
    .sort((a, b) => a.content.offset - b.content.offset);
}

/** The words that stand there. */
export function bookmarkWords({ content }: Bookmark): string {
  const words = content.selector.suffix.replace(/\s+/g, ' ').trim();
  return words === '' ? messages.end : words;
}

/** The first words there, for the eye to find. */
export function bookmarkSpan({ content }: Bookmark): Span {
  const { offset, selector } = content;
  const line = /^\s*[^\n]*/.exec(selector.suffix)?.[0] ?? '';
  return { start: offset, end: offset + Math.max(1, line.trimEnd().length) };
}

function isBookmark(item: Item): item is Bookmark {
  return item.content.kind === 'bookmark';
}
