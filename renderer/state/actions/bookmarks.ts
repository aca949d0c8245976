import { addItem, newItem, removeItem } from '../../../core/edit/items.ts';
import type { Stamp } from '../../../core/edit/patch.ts';
import { bookmarkMessages as messages } from '../../../core/messages/en/bookmarks.ts';
import type { Bookmark } from '../../../core/model/item.ts';
import { bookmarksOf, bookmarkWords } from '../bookmarks.ts';
import { describeWhole } from '../passages.ts';
import type { AppStore } from '../store.ts';
import type { Editing } from './editing.ts';
import type { ViewActions } from './view.ts';

export function createBookmarkActions(
  store: AppStore,
  view: ViewActions,
  editing: Editing,
  stamp: Stamp,
) {
  const removeBookmark = (bookmark: Bookmark): void => {
    editing.commit(removeItem(bookmark, stamp));
    view.announce(messages.removed(bookmarkWords(bookmark)));
  };
  return {
    removeBookmark,
    /** Sets one at a place of the open text, or takes away the one that is there. */
    toggleBookmark: (offset: number): void => {
      const { document, items } = store.getState();
      if (document === null) return;
      const { id } = document.entry;
      const there = bookmarksOf(items, id).find(({ content }) => content.offset === offset);
      if (there !== undefined) {
        removeBookmark(there);
        return;
      }
      const selector = describeWhole(document, { start: offset, end: offset });
      if (selector === null) {
        view.announce(messages.notYet);
        return;
      }
      const content = { kind: 'bookmark', document: id, offset, selector } as const;
      const made = newItem('', content, stamp);
      editing.commit(addItem(made, stamp));
      view.announce(messages.set(bookmarkWords({ ...made, content })));
    },
  };
}
