import type { Span } from '../model/span.ts';
import { pagesCalled, type PageName } from '../text/page-labels.ts';
import { fuzzyMatch, fuzzyText } from '../text/fuzzy.ts';
import type { OutlineItem } from '../text/outline.ts';

/** A place that a reader may mean by what stands in the field "Go to". */
export type Place =
  | { readonly kind: 'page'; readonly index: number; readonly label: string; readonly span: Span }
  | { readonly kind: 'percent'; readonly share: number; readonly span: Span }
  | { readonly kind: 'heading'; readonly item: OutlineItem; readonly span: Span }
  | { readonly kind: 'paragraph'; readonly number: number; readonly span: Span }
  | { readonly kind: 'character'; readonly offset: number; readonly span: Span };

export interface PlacesIn {
  readonly length: number;
  readonly outline: readonly OutlineItem[];
  /** Empty where the text has none. */
  readonly pages: readonly PageName[];
  /** The nth block of the text, from 1; null where there is none, or where it is not here yet. */
  readonly paragraph: (number: number) => Span | null;
}

const mostHeadings = 50;
/** How much of the text is shown as the place, where that is a point. */
const shown = 40;

/**
 * "iv", "43", "p 43": the page of that name or number, where there are pages. "43%" or "43": that share of the text. "¶12", "p 12", "paragraph 12": the twelfth block. "@5000", "character 5000": that
 * character. Words: headings with their letters; nothing: the headings in order. The likeliest comes first.
 */
export function placesFor(written: string, text: PlacesIn): readonly Place[] {
  const wanted = written.trim();
  return [
    ...paged(wanted, text),
    ...percent(wanted, text),
    ...numbered(wanted, text),
    ...headings(wanted, text),
  ];
}

function paged(wanted: string, { pages }: PlacesIn): Place[] {
  const [, name = ''] = /^(?:(?:p|pp|page)\b\.?)?\s*(.*)$/iu.exec(wanted) ?? [];
  return pagesCalled(pages, name).flatMap((index) => {
    const page = pages[index];
    if (page === undefined) return [];
    const { label, start, end } = page;
    return [{ kind: 'page' as const, index, label, span: { start, end } }];
  });
}

function percent(wanted: string, { length }: PlacesIn): Place[] {
  const [, digits] = /^(\d{1,3}(?:[.,]\d+)?)\s*%?$/u.exec(wanted) ?? [];
  if (digits === undefined) return [];
  const share = Number(digits.replace(',', '.'));
  if (share > 100) return [];
  return [{ kind: 'percent', share, span: pointAt(Math.floor((share / 100) * length), length) }];
}

function numbered(wanted: string, { length, paragraph }: PlacesIn): Place[] {
  const [, kind, digits] =
    /^(¶|p|para|paragraph|@|c|char|character)?\s*(\d{1,9})$/iu.exec(wanted) ?? [];
  if (digits === undefined) return [];
  const number = Number(digits);
  const places: Place[] = [];
  const ofCharacter = /^[@c]/iu.test(kind ?? '');
  const span = ofCharacter ? null : paragraph(number);
  if (span !== null) places.push({ kind: 'paragraph', number, span });
  if ((ofCharacter || kind === undefined) && number <= length) {
    places.push({ kind: 'character', offset: number, span: pointAt(number, length) });
  }
  return places;
}

function headings(wanted: string, { outline }: PlacesIn): Place[] {
  const items =
    wanted === ''
      ? outline.slice(0, mostHeadings)
      : fuzzyMatch(wanted, outline, {
          key: (item) => fuzzyText(item.text),
          age: () => undefined,
          limit: mostHeadings,
        }).map(({ item }) => item);
  return items.map((item) => ({
    kind: 'heading',
    item,
    span: { start: item.start, end: item.start + item.text.length },
  }));
}

function pointAt(offset: number, length: number): Span {
  const start = Math.min(offset, Math.max(length - 1, 0));
  return { start, end: Math.min(start + shown, length) };
}
