import { utf16, type PdfObjects } from './pdf-objects.ts';

/**
 * `unicode` has a letter for every UTF-16 unit, half an em wide; `japanese` is a font that the file does not hold, known
 * by its predefined character map alone; `dingbats` has signs for letters; `named` has old-style figures for `0` to `9` and
 * `f_f_i` for `:`, known by their names alone; the others are Helvetica and have Latin-1.
 */
export type PdfFont = 'regular' | 'bold' | 'italic' | 'unicode' | 'japanese' | 'dingbats' | 'named';

/** Of Helvetica, in thousandths of an em, from the space to the tilde. */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
  611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
  222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/** Points; exact for Helvetica's ASCII, near for the rest. */
export function pdfTextWidth(text: string, size: number, font: PdfFont = 'regular'): number {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) {
    const known = widths[text.charCodeAt(index) - 32] ?? 556;
    sum += font === 'unicode' ? 500 : font === 'japanese' ? 1000 : known;
  }
  return (sum * size) / 1000;
}

/** The text as a string of a page's content in that font. */
export function shownText(text: string, font: PdfFont): string {
  if (font === 'unicode' || font === 'japanese') return `<${utf16(text)}>`;
  if (font === 'named') {
    const codes = Array.from(text, (one) =>
      /[0-:]/.test(one) ? one.charCodeAt(0) + 80 : one.charCodeAt(0),
    );
    return `<${codes.map((code) => code.toString(16).padStart(2, '0')).join('')}>`;
  }
  if (/[^\x20-\x7e\xa0-\xff]/.test(text)) throw new Error(`Helvetica has not all of: ${text}`);
  return `(${text.replace(/[\\()]/g, '\\$&')})`;
}

const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Same def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
1 beginbfrange <0000> <ffff> <0000> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end`;

/** The dictionary of fonts that pages name in their resources. */
export function addFonts(objects: PdfObjects): number {
  const helvetica = (name: string): number =>
    objects.add(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`);
  const composite = (encoding: string, ordering: string, width: number, more: string): number => {
    const info = `<< /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >>`;
    const box = '/FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200';
    const facts = objects.add(
      `<< /Type /FontDescriptor /FontName /Sample /Flags 4 ${box} /CapHeight 700 /StemV 80 >>`,
    );
    const inner = objects.add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /CIDSystemInfo ${info} /DW ${String(width)} /FontDescriptor ${String(facts)} 0 R >>`,
    );
    return objects.add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /${encoding} /DescendantFonts [${String(inner)} 0 R] ${more} >>`,
    );
  };
  const map = objects.stream(toUnicode);
  const figures = 'zero one two three four five six seven eight nine'.replace(
    /\w+/g,
    '/$&.oldstyle',
  );
  const simple = (name: string, encoding: string): number =>
    objects.add(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} ${encoding} >>`);
  const numbers: Readonly<Record<PdfFont, number>> = {
    regular: helvetica('Helvetica'),
    bold: helvetica('Helvetica-Bold'),
    italic: helvetica('Helvetica-Oblique'),
    unicode: composite('Identity-H', 'Identity', 500, `/ToUnicode ${String(map)} 0 R`),
    japanese: composite('UniJIS-UCS2-H', 'Japan1', 1000, ''),
    dingbats: simple('ZapfDingbats', ''),
    named: simple(
      'Helvetica',
      `/FirstChar 32 /Widths [${[...widths, 0, ...widths.slice(16, 26), 834].join(' ')}] /Encoding << /Type /Encoding /Differences [128 ${figures} /f_f_i] >>`,
    ),
  };
  const entries = Object.entries(numbers).map(([name, number]) => `/${name} ${String(number)} 0 R`);
  return objects.add(`<< ${entries.join(' ')} >>`);
}
