import { pdfTextWidth } from './pdf-fonts.ts';
import { makePdf, type PdfLine, type PdfOutlineItem, type PdfPage } from './make-pdf.ts';

const words =
  'a about after again all an and any at be been before by came could day did down each even every face few for from great had hand have he her him his house how if in into is it its kept know last less letter light little long made man many may men might more morning most much must never new no not now of old on one only or other our out over own people place quiet river room said saw see she should silence since so some still such sun than that the their them then there these they this time to two under until up upon us very was water way we well were what when where which while who will window with without words work world would years yet you'.split(
    ' ',
  );

const column = { left: 72, right: 523, top: 100, leading: 15.4, lines: 42, size: 11 };
const perChapter = 20;

/**
 * A book of that many pages: chapters of twenty pages with an outline, paragraphs set in lines, a running head and page
 * numbers, the first four in Roman. The words are always the same for the same number.
 */
export function makeBook(pages: number): Uint8Array<ArrayBuffer> {
  const next = wordsFrom(7);
  const made: PdfPage[] = [];
  const outline: PdfOutlineItem[] = [];
  let left = 0;
  for (let index = 0; index < pages; index += 1) {
    const lines: PdfLine[] = [{ text: 'The Book of Pages', x: 72, y: 60, size: 9 }];
    let row = 0;
    if (index % perChapter === 0) {
      const text = `Chapter ${String(index / perChapter + 1)}`;
      outline.push({ text, page: index, y: 90 });
      lines.push({ text, x: 72, y: column.top, size: 20, font: 'bold' });
      row = 3;
    }
    while (row < column.lines) {
      const begins = left <= 0;
      if (begins) left = 30 + next().length * 12;
      const line = [...lineOf(next, begins ? 18 : 0)];
      left -= line.length;
      const text = left <= 0 ? `${line.join(' ')}.` : line.join(' ');
      const y = column.top + row * column.leading;
      lines.push({ text: begins ? capital(text) : text, x: column.left + (begins ? 18 : 0), y });
      row += 1;
    }
    lines.push({
      text: index < 4 ? (['i', 'ii', 'iii', 'iv'][index] ?? '') : String(index - 3),
      x: 295,
      y: 800,
      size: 9,
    });
    made.push({ lines });
  }
  const labels = '0 << /S /r >> 4 << /S /D >>';
  const info = {
    Title: 'The Book of Pages',
    Author: 'Ada Example',
    CreationDate: "D:20240131120000+01'00'",
  };
  return makePdf({ pages: made, outline, labels, info, language: 'en-GB', compress: true });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function* lineOf(next: () => string, indent: number): Generator<string> {
  let width = indent;
  while (width < column.right - column.left - 40) {
    const word = next();
    width += pdfTextWidth(`${word} `, column.size);
    yield word;
  }
}

function wordsFrom(seed: number): () => string {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return words[(state >>> 8) % words.length] ?? '';
  };
}
