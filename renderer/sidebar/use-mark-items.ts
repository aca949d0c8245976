import { useDeferredValue, useMemo, useState } from 'react';
import { MarkFilter, sift } from '../../core/search/filter-marks.ts';
import { useApp } from '../state/context.ts';
import { cardsOf, groupsOf, type MarkItems } from './mark-items.ts';

interface ShownMarks {
  readonly items: MarkItems;
  /** How many marks pass the filter, and how many there are without it. */
  readonly shown: number;
  readonly all: number;
}

/** What the pane shows. The text on screen is filtered here, so an edit shows at once; main finds the rest. */
export function useMarkItems(): ShownMarks {
  // Each edit counts at once; the cards of a text that opens wait until the text is on screen.
  useApp((state) => state.marks.ordered());
  const ordered = useDeferredValue(useApp((state) => state.marks)).ordered();
  const tags = useApp((state) => state.tags);
  const filter = useApp((state) => state.filter);
  const found = useApp((state) => state.found);
  const entry = useApp(({ document }) => document?.entry ?? null);
  const everywhere = useApp(({ counts }) => counts?.all ?? 0);
  const [matcher] = useState(() => new MarkFilter());

  const wide = filter.scope === 'library';
  // Until the answer to a new question comes, all rows are those of the one before.
  const asked = wide && found !== null ? found.filter : filter;
  const sieve = useMemo(() => matcher.sieve(asked, tags.values()), [matcher, asked, tags]);
  const marks = useMemo(() => sift(ordered, sieve), [ordered, sieve]);
  const items = useMemo(() => {
    if (!wide) return cardsOf(marks);
    const here = entry !== null && (found === null || found.except === entry.id);
    return groupsOf(here ? { entry, marks } : null, found);
  }, [wide, marks, entry, found]);
  if (!wide) return { items, shown: marks.length, all: ordered.length };
  const own = Math.max(0, items.own - 1);
  return { items, shown: own + (found?.marks ?? 0), all: everywhere };
}
