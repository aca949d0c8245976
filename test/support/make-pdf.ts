import { annotationsOf } from './pdf-annotations.ts';
import { addFonts, shownText, type PdfFont } from './pdf-fonts.ts';
import {
  number,
  numbers,
  paper,
  pdfText,
  PdfObjects,
  reference,
  references,
} from './pdf-objects.ts';

// Small PDFs by code. Lengths are points; places count from the top left corner of the page before it is turned.

export interface PdfLine {
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size?: number;
  readonly font?: PdfFont;
  /** Degrees, clockwise around the line's start. */
  readonly angle?: number;
}

/** `words` must stand in one of the page's lines; the first place counts. */
export interface PdfLink {
  readonly words: string;
  /** An address, or a page from 0. */
  readonly to: string | number;
}

export interface PdfMark {
  readonly kind: 'Highlight' | 'Underline' | 'StrikeOut' | 'Squiggly' | 'Text' | 'FreeText';
  /** One stretch of a line each, for one mark over several lines. */
  readonly words: readonly string[];
  /** `#rrggbb`. */
  readonly colour?: string;
  readonly note?: string;
  readonly author?: string;
  /** As PDFs write it: `D:20240131120000Z`. */
  readonly date?: string;
  readonly replies?: readonly string[];
}

/** What an annotation draws of itself, in Helvetica of 10 points: a stamp, the caption of a button, a signature. */
export interface PdfDrawn {
  readonly kind: 'Stamp' | 'Btn' | 'Sig';
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
}

export interface PdfPage {
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: 0 | 90 | 180 | 270;
  /** Left, top, right and bottom of what is shown of the page. */
  readonly crop?: readonly [number, number, number, number];
  readonly lines?: readonly PdfLine[];
  /** A grey square over most of the page, as a scan has its picture. */
  readonly picture?: boolean;
  readonly links?: readonly PdfLink[];
  readonly marks?: readonly PdfMark[];
  readonly drawn?: readonly PdfDrawn[];
  /** Operators as they are, after the lines. */
  readonly content?: string;
}

export interface PdfOutlineItem {
  readonly text: string;
  /** From 0. */
  readonly page: number;
  readonly y?: number;
  readonly items?: readonly PdfOutlineItem[];
}

export interface PdfBook {
  readonly pages: readonly PdfPage[];
  /** Entries of the information dictionary: Title, Author, CreationDate, … */
  readonly info?: Readonly<Record<string, string>>;
  readonly language?: string;
  readonly outline?: readonly PdfOutlineItem[];
  /** A PDF number tree's pairs: `0 << /S /r >> 4 << /S /D >>`. */
  readonly labels?: string;
  readonly compress?: boolean;
  /** Asks for a password that nobody knows. */
  readonly locked?: boolean;
  /** What else the catalog holds. */
  readonly catalog?: string;
}

export function makePdf(book: PdfBook): Uint8Array<ArrayBuffer> {
  const objects = new PdfObjects(book.compress === true);
  const catalog = objects.reserve();
  const tree = objects.reserve();
  const fonts = addFonts(objects);
  const picture = objects.stream(
    '\x80',
    '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
  );
  const resources = `<< /Font ${reference(fonts)} /XObject << /Picture ${reference(picture)} >> >>`;
  const pages = book.pages.map(() => objects.reserve());
  book.pages.forEach((page, index) => {
    const { width, height } = { ...paper, ...page };
    const content = objects.stream(contentOf(page));
    const notes = annotationsOf(page, objects, pages);
    const crop = page.crop && [
      page.crop[0],
      height - page.crop[3],
      page.crop[2],
      height - page.crop[1],
    ];
    objects.set(
      pages[index] ?? 0,
      `<< /Type /Page /Parent ${reference(tree)} /MediaBox [0 0 ${numbers(width, height)}] ` +
        (crop === undefined ? '' : `/CropBox [${numbers(...crop)}] `) +
        `/Rotate ${number(page.rotate ?? 0)} /Resources ${resources} /Contents ${reference(content)} /Annots [${references(notes)}] >>`,
    );
  });
  objects.set(
    tree,
    `<< /Type /Pages /Count ${number(pages.length)} /Kids [${references(pages)}] >>`,
  );
  const outline = addOutline(book, objects, pages);
  objects.set(
    catalog,
    `<< /Type /Catalog /Pages ${reference(tree)} ${outline} ` +
      (book.labels === undefined ? '' : `/PageLabels << /Nums [${book.labels}] >> `) +
      (book.language === undefined ? '' : `/Lang ${pdfText(book.language)} `) +
      `${book.catalog ?? ''} >>`,
  );
  const facts = Object.entries(book.info ?? {}).map(
    ([name, value]) => `/${name} ${pdfText(value)}`,
  );
  const info = objects.add(`<< ${facts.join(' ')} >>`);
  return objects.file(
    `/Root ${reference(catalog)} /Info ${reference(info)} ${lockOf(book, objects)}`,
  );
}

function contentOf(page: PdfPage): string {
  const { width, height } = { ...paper, ...page };
  const picture =
    page.picture === true
      ? `q ${numbers(width - 40, 0, 0, height - 40, 20, 20)} cm /Picture Do Q\n`
      : '';
  const lines = (page.lines ?? []).map(({ text, x, y, size = 11, font = 'regular', angle = 0 }) => {
    const turn = (-angle * Math.PI) / 180;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const matrix = numbers(cos, sin, -sin, cos, x, height - y);
    return `BT /${font} ${number(size)} Tf ${matrix} Tm ${shownText(text, font)} Tj ET\n`;
  });
  return picture + lines.join('') + (page.content ?? '');
}

function addOutline(
  { outline = [], pages }: PdfBook,
  objects: PdfObjects,
  numbersOf: readonly number[],
): string {
  if (outline.length === 0) return '';
  const root = objects.reserve();
  const addLevel = (items: readonly PdfOutlineItem[], parent: number): string => {
    const own = items.map(() => objects.reserve());
    items.forEach((item, index) => {
      const page = pages[item.page];
      const top = item.y === undefined ? 'null' : number((page?.height ?? paper.height) - item.y);
      const near = [own[index - 1], own[index + 1]].map((object, side) =>
        object === undefined ? '' : `/${side === 0 ? 'Prev' : 'Next'} ${reference(object)} `,
      );
      const below = item.items?.length ? addLevel(item.items, own[index] ?? 0) : '';
      objects.set(
        own[index] ?? 0,
        `<< /Title ${pdfText(item.text)} /Parent ${reference(parent)} ${near.join('')}${below} ` +
          `/Dest [${reference(numbersOf[item.page] ?? 0)} /XYZ null ${top} null] >>`,
      );
    });
    return `/First ${reference(own[0] ?? 0)} /Last ${reference(own.at(-1) ?? 0)} /Count ${number(own.length)}`;
  };
  objects.set(root, `<< /Type /Outlines ${addLevel(outline, root)} >>`);
  return `/Outlines ${reference(root)}`;
}

function lockOf({ locked }: PdfBook, objects: PdfObjects): string {
  if (locked !== true) return '';
  const key = '00'.repeat(32);
  const encrypt = objects.add(`<< /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >>`);
  return `/Encrypt ${reference(encrypt)} /ID [<00> <00>]`;
}
