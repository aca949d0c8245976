/** What a reader says of a whole text, or of the library. */
export const memoMessages = {
  onText: (title: string): string => `Memo on “${title}”`,
  onLibrary: 'Memo on the library',
  close: 'Close and keep the memo',
  field: 'Memo',
  placeholder: {
    text: 'What is this text about, and what do you make of it?',
    library: 'What are you looking for in these texts?',
  },
  look: 'Write or read',
  looks: { write: 'Write', read: 'Read' },
  nothing: 'Nothing is written yet.',
  markdown: 'Markdown',
  kept: 'Memo saved',
  removed: 'Memo removed',
  done: 'Done',
} as const;
