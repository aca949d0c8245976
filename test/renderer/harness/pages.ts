import type { DocumentPages, Page } from '../../../core/model/pages.ts';

const paper = { width: 480, height: 640 };
const lineHeight = 14;
const leading = 20;
const left = 40;
const perLine = 60;
const linesOnPage = 24;

/** A text set in lines on pages as a printer would: words are kept whole, white space at a line's end is on no line. */
export function pagesOf(text: string): DocumentPages {
  const lines: { readonly start: number; readonly end: number }[] = [];
  for (const block of text.matchAll(/[^\n]+/gu)) {
    for (const line of block[0].matchAll(new RegExp(`\\S(?:.{0,${perLine}}(?=\\s|$)|.*$)`, 'gu'))) {
      const start = block.index + line.index;
      lines.push({ start, end: start + line[0].length });
    }
  }
  const count = Math.max(Math.ceil(lines.length / linesOnPage), 1);
  return Array.from({ length: count }, (_, index): Page => {
    const own = lines.slice(index * linesOnPage, (index + 1) * linesOnPage);
    const next = lines[(index + 1) * linesOnPage];
    return {
      ...paper,
      label: index < 2 ? (['i', 'ii'][index] ?? '') : String(index - 1),
      start: index === 0 ? 0 : (own[0]?.start ?? 0),
      end: next?.start ?? text.length,
      runs: own.flatMap(({ start, end }, line) => [
        start,
        end,
        left,
        left + line * leading,
        (end - start) * 6.4,
        lineHeight,
        0,
      ]),
      links: [],
    };
  });
}
