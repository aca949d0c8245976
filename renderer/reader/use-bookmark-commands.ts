import { useEffect } from 'react';
import { bookmarkMessages as messages } from '../../core/messages/en/bookmarks.ts';
import { useCommands } from '../commands/registry.ts';
import { bookmarksOf, bookmarkSpan, bookmarkWords } from '../state/bookmarks.ts';
import { useActions, useAppStore } from '../state/context.ts';
import type { LiveText } from './live-text.ts';

/** Answers the commands of the bookmarks in the open text. */
export function useBookmarkCommands(live: LiveText | null): void {
  const registry = useCommands();
  const store = useAppStore();
  const actions = useActions();

  useEffect(() => {
    if (live === null) return;
    const all = () => {
      const { items, document } = store.getState();
      return bookmarksOf(items, document?.entry.id);
    };
    /** The caret, else the bookmark that was gone to while it is on screen, else the first line. */
    const here = (): number => {
      const { caret, jump, reading } = store.getState();
      if (caret !== null) return caret.offset;
      const gone = all().find(({ content }) => content.offset === jump?.span.start);
      return gone !== undefined && live.onScreen(bookmarkSpan(gone))
        ? gone.content.offset
        : reading.offset;
    };
    const step = (by: 1 | -1) => (): void => {
      const found = all();
      const from = here();
      const next =
        by === 1
          ? found.find(({ content }) => content.offset > from)
          : found.findLast(({ content }) => content.offset < from);
      if (next === undefined) {
        actions.announce(found.length === 0 ? messages.none : messages.noMore);
        return;
      }
      if (store.getState().caret !== null) {
        live.caret.goTo(next.content.offset, { extend: false, arrival: 'line' });
        return;
      }
      actions.jumpTo(bookmarkSpan(next));
      actions.announce(messages.at(bookmarkWords(next)));
    };
    const removers = [
      registry.register('bookmark.toggle', () => actions.toggleBookmark(here())),
      registry.register('bookmark.next', step(1)),
      registry.register('bookmark.previous', step(-1)),
    ];
    return () => {
      for (const remove of removers) remove();
    };
  }, [live, registry, store, actions]);
}
