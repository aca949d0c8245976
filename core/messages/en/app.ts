const number = new Intl.NumberFormat('en');
const plural = (count: number, one: string, many: string): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;

/** The frame around the text: top bar, foot, toasts, notices, dropping files. */
export const appMessages = {
  name: 'Commonplace',
  windowTitle: (title: string): string => `${title} – Commonplace`,
  library: 'Library',
  marks: 'Marks',
  text: 'Text',
  findMarks: 'Find marks',
  clearFind: 'Clear the search',
  contents: 'Table of contents',
  typography: 'Type and theme',
  resizeLibrary: 'Width of the library pane',
  resizeMarks: 'Width of the marks pane',
  closePane: 'Close the pane',
  saved: 'Saved',
  saving: 'Saving…',
  notSaved: 'Not saved',
  tryAgain: 'Try again',
  waiting: (count: number): string =>
    `${plural(count, 'change waits', 'changes wait')} to be written. Nothing is lost while the window is open.`,
  marksAndTags: (marks: number, tags: number): string =>
    `${plural(marks, 'mark', 'marks')}, ${plural(tags, 'tag', 'tags')}`,
  progress: (share: number): string => `${number.format(Math.round(share * 100))} %`,
  progressLabel: (share: number): string => `${number.format(Math.round(share * 100))} % read`,
  keyHints: {
    'select.sentence': 'sentence',
    'mark.highlight': 'highlight',
    'mark.tag': 'tag',
    'mark.note': 'note',
    'help.keys': 'all keys',
  },
  undo: 'Undo',
  dismiss: 'Dismiss',
  dropTitle: 'Drop to open',
  dropHint:
    'Books, documents, web pages and texts are copied into the library, folders with all that is in them. The files stay as they are.',
  cancel: 'Cancel',
} as const;
