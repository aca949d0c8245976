import { useMemo, type KeyboardEvent } from 'react';
import { bookmarkMessages as messages } from '../../core/messages/en/bookmarks.ts';
import type { Bookmark } from '../../core/model/item.ts';
import { bookmarksOf, bookmarkWords } from '../state/bookmarks.ts';
import { useActions, useApp } from '../state/context.ts';

/** The bookmarks of the open text, above its headings; nothing where there are none. */
export function BookmarkList({ onGo }: { onGo: (bookmark: Bookmark) => void }) {
  const { removeBookmark } = useActions();
  const items = useApp((state) => state.items);
  const id = useApp(({ document }) => document?.entry.id);
  const bookmarks = useMemo(() => bookmarksOf(items, id), [items, id]);
  if (bookmarks.length === 0) return null;
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, bookmark: Bookmark): void => {
    if (event.key !== 'Delete') return;
    event.preventDefault();
    // Before the row goes, and the focus with it.
    focusNeighbour(event.currentTarget);
    removeBookmark(bookmark);
  };
  return (
    <section aria-label={messages.title} data-testid="bookmarks">
      <h2>{messages.title}</h2>
      <ul>
        {bookmarks.map((bookmark) => (
          <li key={bookmark.id}>
            <button
              type="button"
              className="bookmark"
              dir="auto"
              aria-keyshortcuts="Delete"
              onClick={() => onGo(bookmark)}
              onKeyDown={(event) => onKeyDown(event, bookmark)}
            >
              {bookmarkWords(bookmark)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function focusNeighbour(button: HTMLButtonElement): void {
  const panel = button.closest('nav');
  const all = [...(panel?.querySelectorAll('button') ?? [])];
  const at = all.indexOf(button);
  (all[at + 1] ?? all[at - 1] ?? panel)?.focus();
}
