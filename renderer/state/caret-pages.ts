import { sectionAt } from '../../core/text/sections.ts';
import { holdsEnd, holdsStart, type CaretPage } from '../../core/text/caret-page.ts';
import type { Span } from '../../core/model/span.ts';
import type { OpenDocument } from './open-document.ts';

/**
 * What a search in the text around an offset finds: it looks at the sections beside it first, and at more of them while
 * the answer may lie outside or be cut there. `missing`: at text that is not here yet. Null: there is none.
 */
export function findAround(
  open: OpenDocument,
  offset: number,
  by: 1 | -1,
  find: (page: CaretPage) => Span | null,
): Span | 'missing' | null {
  for (const page of pagesAround(open, offset)) {
    const found = find(page);
    const uncut =
      found === null
        ? by === 1
          ? holdsEnd(page)
          : holdsStart(page)
        : (found.start > page.start || holdsStart(page)) &&
          (found.end < page.start + page.text.length || holdsEnd(page));
    if (uncut) return found;
  }
  return 'missing';
}

/** The loaded text around an offset, each page wider than the one before. */
function* pagesAround(open: OpenDocument, offset: number): Generator<CaretPage> {
  const { sections, loaded } = open;
  const at = sectionAt(sections, offset);
  if (!loaded.has(at)) return;
  for (let reach = 1; ; reach *= 4) {
    let [first, last] = [at, at];
    while (at - first < reach && loaded.has(first - 1)) first -= 1;
    while (last - at < reach && loaded.has(last + 1)) last += 1;
    yield pageOf(open, first, last);
    if (!loaded.has(first - 1) && !loaded.has(last + 1)) return;
  }
}

function pageOf({ sections, loaded, details, entry }: OpenDocument, first: number, last: number) {
  const contents = [];
  for (let index = first; index <= last; index++) contents.push(loaded.get(index));
  return {
    start: sections[first]?.start ?? 0,
    text: contents.map((content) => content?.text ?? '').join(''),
    length: entry.characters,
    blocks: contents.flatMap((content) => content?.blocks ?? []),
    language: details.language ?? undefined,
  };
}
