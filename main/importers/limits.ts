/** What a source may cost. Whatever goes beyond ends in an error that says so; nothing of it reaches the library. */
export interface ImportLimits {
  readonly bytes: number;
  readonly milliseconds: number;
  /** What large sources get on top, per MB, up to `mostMilliseconds` in all. */
  readonly millisecondsPerMegabyte: number;
  readonly mostMilliseconds: number;
  /** What the importing process may hold of the machine's memory, all in all. */
  readonly memoryMegabytes: number;
  readonly blocks: number;
  /** Files in an archive, and what those that are read may come to, unpacked. */
  readonly entries: number;
  readonly unpackedBytes: number;
  /** Pictures of one document, all together, and the largest one. */
  readonly pictureBytes: number;
  readonly largestPicture: number;
}

export const importLimits: ImportLimits = {
  bytes: 64 * 1024 * 1024,
  milliseconds: 20_000,
  millisecondsPerMegabyte: 8_000,
  mostMilliseconds: 60_000,
  memoryMegabytes: 1024,
  blocks: 400_000,
  entries: 20_000,
  unpackedBytes: 256 * 1024 * 1024,
  pictureBytes: 128 * 1024 * 1024,
  largestPicture: 24 * 1024 * 1024,
};

const megabyte = 1024 * 1024;

/** The time that a source of that many bytes may take in all. */
export function millisecondsFor(bytes: number, limits: ImportLimits): number {
  const more = (bytes / megabyte) * limits.millisecondsPerMegabyte;
  return Math.min(limits.mostMilliseconds, limits.milliseconds + more);
}

/** Elements of an XML file deeper than this hang on the last one above. */
export const deepestXml = 256;

/** Bytes of one document of a book. */
export const largestPage = 48 * 1024 * 1024;

/** Elements and texts of one XML file; the rest is left out. */
export const mostXmlNodes = 4_000_000;

/** Pixels of a picture: what decoding it may cost the window. */
export const mostPixels = 60_000_000;

/** Elements deeper than this hang on the last one above, as in browsers, so that no walk can run out of stack. */
export const deepestElement = 256;

/** Quotes and lists deeper than this are drawn no deeper. */
export const deepestPlace = 16;

/** Above this many elements Readability takes longer than a reader waits; the page is taken whole. */
export const mostElementsForArticle = 60_000;

/**
 * The same for the squares of their depths, all together: an element is asked for its text by what is around it, and
 * again by what is around that. Real pages have 25 levels or less.
 */
export const mostDepthForArticle = 40_000_000;

/** Cells that one table may hold; the rows after them become paragraphs. */
export const mostTableCells = 20_000;

/** Parts of a mail or web archive, how deep they may lie in each other, and the bytes of one part's headers. */
export const mostMimeParts = 20_000;
export const deepestMultipart = 32;
export const mostHeaderBytes = 256 * 1024;

/** Mails that are forwarded inside each other deeper than this are attachments. */
export const deepestMail = 8;

/** Frames inside frames that are read. */
export const deepestFrame = 3;

/** Pages of one PDF. */
export const mostPdfPages = 20_000;

/** Stretches of text of one PDF page and of all of them. */
export const mostPdfPieces = 200_000;
export const mostPdfPiecesInAll = 6_000_000;

/** Of the time that there is, the share after which text is given up that is not read, so that what is read is kept. */
export const pdfReadingShare = 0.8;
/** Of what is left of that time, the share that one page may take. */
export const pdfPageShare = 0.75;

/** Entries of a PDF's outline and marks in it that are taken. */
export const mostPdfOutlineItems = 20_000;
export const mostPdfMarks = 20_000;
