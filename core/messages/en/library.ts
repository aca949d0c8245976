import type { DocumentFormat } from '../../model/document.ts';

const formats: Record<DocumentFormat, string> = {
  text: 'Plain text',
  markdown: 'Markdown',
  html: 'Web page',
  epub: 'Book',
  pdf: 'PDF',
  docx: 'Word document',
  odt: 'OpenDocument text',
  rtf: 'Rich text',
  fb2: 'Book',
  mail: 'Mail',
  subtitles: 'Subtitles',
  transcript: 'Transcript',
};

/** The library pane: the texts and what can be done with them. */
export const libraryMessages = {
  heading: 'Reading',
  filter: 'Find a text',
  openFiles: 'Open files…',
  emptyTitle: 'No texts yet',
  emptyHint: 'Drop a file anywhere in this window, and it opens here.',
  noneFound: 'No title has these letters.',
  marksWord: (count: number): string => (count === 1 ? 'mark' : 'marks'),
  format: (format: DocumentFormat): string => formats[format],
  minutesLeft: (minutes: number): string =>
    minutes === 1 ? '1 minute left' : `${minutes} minutes left`,
  hoursLeft: (hours: number): string => (hours === 1 ? '1 hour left' : `${hours} hours left`),
  withMemo: (line: string): string => `${line}, memo`,
  finished: 'read',
  actions: (title: string): string => `Actions for ${title}`,
  open: 'Open',
  rename: 'Rename',
  newTitle: 'New title',
  remove: 'Remove from library',
  exportMarks: 'Export marks',
  exportAs: { markdown: 'as Markdown…', jsonld: 'as Web Annotations…', csv: 'as CSV…' },
} as const;
