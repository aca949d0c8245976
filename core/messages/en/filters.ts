const number = new Intl.NumberFormat('en');

/** Filters that were given a name. */
export const filterMessages = {
  title: 'Saved filters',
  close: 'Close the saved filters',
  list: 'Saved filters',
  count: (count: number): string =>
    `${number.format(count)} ${count === 1 ? 'passage' : 'passages'}`,
  emptyTitle: 'No saved filters yet',
  emptyHint: 'Filter the marks or the passages, and give what you see a name here.',
  newName: 'Name for what is filtered now',
  newHint: 'Name what is filtered now, and press Enter',
  saved: (name: string): string => `Filter ${name} saved`,
  removed: (name: string): string => `Filter ${name} deleted`,
  says: 'Enter shows the passages, Delete takes a filter away.',
} as const;
