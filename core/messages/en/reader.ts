const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** The text, its toolbars, margin notes, contents and empty states. */
export const readerMessages = {
  label: (title: string): string => `Text: ${title}`,
  noLabel: 'Text',
  code: (language: string | null): string => (language === null ? 'Code' : `Code, ${language}`),
  table: 'Table',
  image: 'Image',
  noPicture: 'This picture cannot be shown',
  cover: 'Cover',
  sourceNotices: 'About this file',
  back: 'Back',
  jumped: (words: string): string => `Gone to: ${shorten(words)}`,
  wentBack: (words: string): string => `Back at: ${shorten(words)}`,
  wentForward: (words: string): string => `Forward again to: ${shorten(words)}`,
  noBack: 'There is no place to go back to',
  noForward: 'There is no place to go forward to',
  details: 'Details',
  variants: { page: 'Show the whole page', article: 'Show the article only' },

  selectionToolbar: 'Selected passage',
  markToolbar: 'Mark',
  highlightWith: (colour: string): string => `Highlight: ${colour}`,
  recolour: (colour: string): string => `Colour: ${colour}`,
  tag: 'Tag',
  note: 'Note',
  copy: 'Copy quote',
  remove: 'Delete mark',
  copied: 'Quote copied',

  marginNotes: 'Notes in the margin',
  marginNote: (quote: string): string => `Tags and note on “${quote}”`,

  contents: 'Contents',
  noHeadings: 'This text has no headings.',
  noHeadingsHint: 'Where a text is divided by headings, they stand here and lead to their places.',

  emptyTitle: 'A quiet place for your texts',
  emptyHint:
    'Open a book, a PDF, a web page or any text. Then select a passage: you can highlight it, tag it and write a note.',
  open: 'Open files…',
  drop: 'or drop files anywhere in this window',
  failedTitle: 'This text could not be opened',
  failedHint: 'Your marks are kept. Choose another text in the library, or open the file again.',
  opening: 'Opening the text…',
} as const;
