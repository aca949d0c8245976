import type { SourceNotice } from '../../model/document.ts';

type Words = (count: number | null) => string;

const several = (count: number | null, one: string, many: string): string =>
  count === null
    ? `Some ${many}`
    : count === 1
      ? `One ${one}`
      : `${count.toLocaleString('en')} ${many}`;

const words: Readonly<Record<SourceNotice['kind'], Words>> = {
  'fixed-layout': () =>
    'This book has a fixed layout. Its text and pictures are shown one after the other.',
  'no-text-layer': () =>
    'This is a scan without a text layer: the pages can be looked at, but nothing in them can be marked or found. Have its text recognised (OCR) and add the new file.',
  'pages-without-text': (count) =>
    `${several(count, 'page has', 'pages have')} no text: what they show can be looked at, but not be marked or found.`,
  'pages-cut-short': (count) =>
    `${several(count, 'page takes', 'pages take')} too long to read: their text is missing or cut short, though they can be looked at. Split the file, or print those pages to a new PDF, and add that.`,
  damaged: () => 'This file is damaged. What could be read of it is here; the rest is missing.',
  'pictures-left-out': (count) =>
    `${several(count, 'picture was', 'pictures were')} of a kind that cannot be shown.`,
  'pictures-not-fetched': (count) =>
    `${several(count, 'picture is', 'pictures are')} on the web and not in the file. Nothing was fetched.`,
  'attachments-left-out': (count) =>
    `${several(count, 'attachment was', 'attachments were')} left out. The source in the library still holds them.`,
  'formulas-as-text': (count) => `${several(count, 'formula is', 'formulas are')} shown as text.`,
  'forms-as-text': () => 'The fields of a form in this file are shown as text or left out.',
  'changes-taken': () =>
    'This file holds tracked changes. It is shown as if all of them were accepted.',
  'parts-left-out': (count) =>
    `${several(count, 'part of this file was', 'parts of this file were')} not readable and left out.`,
};

/** What the reader should know of how a source was taken, as a sentence or two. */
export function sourceNotice({ kind, count }: SourceNotice): string {
  return words[kind](count);
}
