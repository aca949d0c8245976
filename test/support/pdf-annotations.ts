import type { PdfDrawn, PdfPage } from './make-pdf.ts';
import { pdfTextWidth } from './pdf-fonts.ts';
import { numbers, paper, pdfText, reference, type PdfObjects } from './pdf-objects.ts';

/** Left, bottom, right and top of words on the page; those of a turned line are not known here. */
function boxOf(page: PdfPage, words: string): readonly [number, number, number, number] {
  const line = page.lines?.find(({ text }) => text.includes(words));
  if (line === undefined) throw new Error(`No line of the page holds: ${words}`);
  const { text, x, y, size = 11, font = 'regular' } = line;
  const { height } = { ...paper, ...page };
  const left = x + pdfTextWidth(text.slice(0, text.indexOf(words)), size, font);
  return [
    left,
    height - y - size * 0.22,
    left + pdfTextWidth(words, size, font),
    height - y + size * 0.76,
  ];
}

/** The objects of a page's links and marks. */
export function annotationsOf(
  page: PdfPage,
  objects: PdfObjects,
  pages: readonly number[],
): number[] {
  const links = (page.links ?? []).map(({ words, to }) => {
    const target =
      typeof to === 'number'
        ? `/Dest [${reference(pages[to] ?? 0)} /XYZ null null null]`
        : `/A << /S /URI /URI ${pdfText(to)} >>`;
    return objects.add(
      `<< /Type /Annot /Subtype /Link /Rect [${numbers(...boxOf(page, words))}] /Border [0 0 0] ${target} >>`,
    );
  });
  const marks = (page.marks ?? []).flatMap(
    ({ kind, words, colour, note, author, date, replies = [] }) => {
      const boxes = words.map((stretch) => boxOf(page, stretch));
      const quads = boxes.map(([l, b, r, t]) => numbers(l, t, r, t, l, b, r, b)).join(' ');
      const sides = (side: number): number[] => boxes.map((box) => box[side] ?? 0);
      const rect = numbers(
        Math.min(...sides(0)),
        Math.min(...sides(1)),
        Math.max(...sides(2)),
        Math.max(...sides(3)),
      );
      const who =
        (author === undefined ? '' : `/T ${pdfText(author)} `) +
        (date === undefined ? '' : `/M ${pdfText(date)} `);
      const parts = colour?.match(/[0-9a-f]{2}/gi)?.map((part) => parseInt(part, 16) / 255);
      const common = `/Type /Annot /Rect [${rect}] ${who}`;
      const mark = objects.add(
        `<< ${common} /Subtype /${kind} /Contents ${pdfText(note ?? '')} ` +
          (parts === undefined ? '' : `/C [${numbers(...parts)}] `) +
          (kind === 'Text' || kind === 'FreeText' ? '' : `/QuadPoints [${quads}] `) +
          (kind === 'FreeText' ? '/DA (/regular 9 Tf 0 g) ' : '') +
          '>>',
      );
      const answers = replies.map((reply) =>
        objects.add(
          `<< ${common} /Subtype /Text /Contents ${pdfText(reply)} /IRT ${reference(mark)} /RT /R >>`,
        ),
      );
      return [mark, ...answers];
    },
  );
  return [...links, ...marks, ...(page.drawn ?? []).map((one) => drawnOn(page, one, objects))];
}

function drawnOn(page: PdfPage, { kind, text, x, y }: PdfDrawn, objects: PdfObjects): number {
  const { height } = { ...paper, ...page };
  const width = pdfTextWidth(text, 10) + 4;
  const font = '/Font << /H << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
  // Two strings and a move between them, as programs draw captions.
  const middle = text.indexOf(' ') + 1;
  const shown = `(${text.slice(0, middle)}) Tj [(${text.slice(middle)})] TJ`;
  const look = objects.stream(
    `q BT /H 5 Tf 2 0 0 2 2 3 Tm ${shown} ET Q`,
    `/Type /XObject /Subtype /Form /BBox [0 0 ${numbers(width, 12)}] /Resources << ${font} >>`,
  );
  const rect = numbers(x - 2, height - y - 3, x - 2 + width, height - y + 9);
  const what =
    kind === 'Stamp' ? '/Subtype /Stamp' : `/Subtype /Widget /FT /${kind} /Ff 65536 /T (${kind})`;
  return objects.add(
    `<< /Type /Annot ${what} /F 4 /Rect [${rect}] /AP << /N ${reference(look)} >> >>`,
  );
}
