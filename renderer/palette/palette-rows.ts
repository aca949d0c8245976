import { paletteMessages as messages } from '../../core/messages/en/palette.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import { excerptOf, type Excerpt } from '../../core/palette/excerpt.ts';
import type { PaletteGroup, PaletteMatch } from '../../core/palette/palette.ts';
import type { FoundElsewhere, MarksFound } from './use-marks-found.ts';

/** A row of the palette: a group's title, or what can be chosen. */
export type PaletteRow =
  | { readonly kind: 'title'; readonly key: string; readonly text: string; readonly side: string }
  | { readonly kind: 'named'; readonly key: string; readonly match: PaletteMatch }
  | {
      readonly kind: 'mark';
      readonly key: string;
      readonly mark: Annotation;
      readonly excerpt: Excerpt;
      /** Of the text, where it is another than the open one. */
      readonly title: string | null;
    };
export type PaletteChoice = Exclude<PaletteRow, { kind: 'title' }>;

export function rowsOf(
  groups: readonly PaletteGroup[],
  here: MarksFound | null,
  elsewhere: FoundElsewhere | null,
): readonly PaletteRow[] {
  const rows: PaletteRow[] = [];
  const title = (key: string, text: string, side = ''): void => {
    rows.push({ kind: 'title', key, text, side });
  };
  for (const { kind, matches } of groups) {
    title(kind, kind === 'recent' ? messages.recent : messages.kinds[kind]);
    for (const match of matches) rows.push({ kind: 'named', key: match.entry.key, match });
  }
  if (here !== null && here.marks.length > 0) {
    const { marks, count, words } = here;
    const some = count > marks.length ? messages.more(marks.length, count) : '';
    title('mark', messages.kinds.mark, some);
    for (const mark of marks) rows.push(markRow(mark, words, null));
  }
  if (elsewhere !== null && elsewhere.found.marks > 0) {
    const { found, words } = elsewhere;
    const shown = found.part.filter(({ kind }) => kind === 'mark').length;
    title(
      'elsewhere',
      messages.elsewhere,
      found.marks > shown ? messages.more(shown, found.marks) : '',
    );
    let document = '';
    for (const row of found.part) {
      if (row.kind === 'title') document = row.title;
      else rows.push(markRow(row.mark, words, document));
    }
  }
  return rows;
}

/** The quote, or the note where the words stand only there. */
function markRow(mark: Annotation, words: string, title: string | null): PaletteRow {
  const quote = excerptOf(mark.selector.quote, words);
  const note = words !== '' && quote.indexes.length === 0 ? excerptOf(mark.note, words) : null;
  const excerpt = note === null || note.indexes.length === 0 ? quote : note;
  return { kind: 'mark', key: `mark ${mark.id}`, mark, excerpt, title };
}
