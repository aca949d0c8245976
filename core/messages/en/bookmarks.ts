const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** Places in a text that the reader keeps without marking a passage. */
export const bookmarkMessages = {
  title: 'Bookmarks',
  end: 'End of the text',
  set: (words: string): string => `Bookmark set: ${shorten(words)}`,
  removed: (words: string): string => `Bookmark removed: ${shorten(words)}`,
  at: (words: string): string => `Bookmark: ${shorten(words)}`,
  notYet: 'This part of the text is still on its way. Try again when it is here.',
  none: 'This text has no bookmarks yet',
  noMore: 'No more bookmarks in this direction',
} as const;
