import type { SavedFilter } from '../model/item.ts';
import { sinceOf, spanOf } from './date-spans.ts';
import type { MarkQuery } from './filter-marks.ts';
import { allPassages, type PassageQuery } from './passage-query.ts';

type Saved = SavedFilter['content']['query'];

/** What a saved filter asks for today: a stretch of days is counted from now. */
export function queryOf({ span, ...saved }: Saved, now: Date): PassageQuery {
  const known = Object.fromEntries(
    Object.entries(saved).filter(([, value]) => value !== undefined),
  ) as Partial<PassageQuery>;
  return { ...allPassages, ...known, since: sinceOf(span ?? 'any', now) };
}

/** A query as it is kept; the marks list asks for less than the list of passages. */
export function savedQuery(query: MarkQuery & Partial<PassageQuery>, now: Date): Saved {
  const { tag, colour, hasNote, text } = query;
  const { inside, together, document, since, order } = { ...allPassages, ...query };
  const span = spanOf(since, now);
  return {
    tag,
    colour,
    hasNote,
    text,
    ...(inside ? {} : { inside }),
    ...(together.length === 0 ? {} : { together }),
    ...(document === null ? {} : { document }),
    ...(span === 'any' ? {} : { span }),
    ...(order === 'reading' ? {} : { order }),
  };
}
