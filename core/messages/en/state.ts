const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** Said by toasts and the live region. */
export const stateMessages = {
  undo: (name: string): string => `Undone: ${name}`,
  redo: (name: string): string => `Done again: ${name}`,
  highlighted: (quote: string): string => `Highlighted: ${shorten(quote)}`,
  tagged: (names: readonly string[]): string =>
    names.length === 0 ? 'Tags taken off' : `Tagged ${names.join(', ')}`,
  noted: 'Note written',
  markGone: 'The mark that the link names is not in this text any more.',
  sourceCopied: 'Quote copied with its source',
  markRemoved: 'Mark deleted',
  firstSave: 'Changes still wait to be saved. Try this again when they are.',
  nothingSelected: 'Nothing is selected: select a passage first',
  startsNow: (quote: string): string => `The mark starts: ${shorten(quote)}`,
  endsNow: (quote: string): string =>
    `The mark ends: ${quote.length > 60 ? `…${quote.slice(-59)}` : quote}`,
  noActiveMark: 'No mark is chosen: click one, or go to one with J and K',
  noFurther: 'The mark goes no further in this direction',
  noMoreMarks: 'No more marks in this direction',
  tagRemoved: (name: string): string => `Tag “${name}” deleted`,
  tagNameTaken: (name: string): string => `There is already a tag “${name}” here.`,
  textRemoved: (title: string): string => `“${shorten(title)}” removed from the library`,
  exported: (path: string): string => `Exported to ${path}`,
  fileTooLarge:
    'it is larger than 64 MB, which is the most that can be opened. Nothing was added to the library.',
  fileUnreadable:
    'it could not be read from the disk. Nothing was added to the library. Check that it is still there, then add it again.',
  importFailed: (name: string, why: string): string => `${shorten(name)}: ${why}`,
};
