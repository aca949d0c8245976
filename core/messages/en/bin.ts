const number = new Intl.NumberFormat('en');
const plural = (count: number, one: string, many: string): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;

const contents = (documents: number, marks: number): string =>
  [
    documents > 0 ? plural(documents, 'text', 'texts') : null,
    marks > 0 ? plural(marks, 'mark', 'marks') : null,
  ]
    .filter((part) => part !== null)
    .join(' and ');

/** The panel of what was deleted. */
export const binMessages = {
  title: 'Bin',
  close: 'Close the bin',
  list: 'Deleted texts and marks',
  texts: 'Texts',
  marks: 'Marks',
  withMarks: (count: number): string =>
    count === 0 ? 'no marks' : `with ${plural(count, 'mark', 'marks')}`,
  selected: (count: number): string => (count === 0 ? '' : `${number.format(count)} selected`),
  selectAll: 'Select all',
  selectNone: 'Select none',
  hint: 'Select what is to go back to its place.',
  restore: 'Restore',
  restored: (documents: number, marks: number): string => `${contents(documents, marks)} restored`,
  empty: 'Empty bin…',
  emptied: (documents: number, marks: number): string =>
    documents + marks === 0 ? 'The bin is empty' : `${contents(documents, marks)} deleted for good`,
  askTitle: 'Empty the bin?',
  ask: (documents: number, inside: number, marks: number): string => {
    const texts =
      documents === 0
        ? null
        : `${plural(documents, 'text', 'texts')}${inside > 0 ? ` with ${plural(inside, 'mark', 'marks')}` : ''}`;
    const loose = marks === 0 ? null : `${plural(marks, 'mark', 'marks')} of other texts`;
    return `${[texts, loose].filter((part) => part !== null).join(' and ')} will be gone for good.`;
  },
  askHint: 'This cannot be undone, not even from the history.',
  cancel: 'Cancel',
  emptyNow: 'Empty bin',
  emptyTitle: 'The bin is empty',
  emptyHint: 'Texts and marks that you delete wait here until you empty the bin.',
} as const;
