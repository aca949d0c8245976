import { searchMessages as messages } from '../../core/messages/en/search.ts';
import { useApp } from '../state/context.ts';

/** "3 of 1,204". The live region of the window says it aloud. */
export function FindCount() {
  const find = useApp((state) => state.find);
  if (find === null || find.problem !== null) return null;
  const { hits, current, searching } = find;
  const words =
    hits === null
      ? searching
        ? messages.searching
        : ''
      : hits.starts.length === 0
        ? messages.noHits
        : messages.place(current + 1, hits.starts.length, hits.capped);
  return (
    <span
      className="find-bar-count"
      data-testid="find-count"
      data-searching={searching || undefined}
    >
      {words}
    </span>
  );
}
