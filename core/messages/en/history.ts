const number = new Intl.NumberFormat('en');
const plural = (count: number, one: string, many: string): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;

/** The panel of all edits. */
export const historyMessages = {
  title: 'History',
  close: 'Close the history',
  list: 'Edits, newest first',
  here: 'You are here',
  beginning: 'Before all of these',
  touched: ({ marks, tags, documents }: Touched): string =>
    [
      documents > 0 ? plural(documents, 'text', 'texts') : null,
      marks > 0 ? plural(marks, 'mark', 'marks') : null,
      tags > 0 ? plural(tags, 'tag', 'tags') : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
  undone: 'undone',
  goBack: 'Go back to here',
  goForward: 'Do again up to here',
  wouldUndo: (count: number): string => `Takes back ${plural(count, 'edit', 'edits')}.`,
  wouldRedo: (count: number): string => `Does ${plural(count, 'edit', 'edits')} again.`,
  youAreHere: 'The library is as it was after this edit.',
  wentBack: (count: number): string => `${plural(count, 'edit', 'edits')} taken back`,
  wentForward: (count: number): string => `${plural(count, 'edit', 'edits')} done again`,
  emptyTitle: 'No edits yet',
  emptyHint:
    'Highlight a passage, and it stands here. Every edit can be taken back, also after a restart.',
} as const;

interface Touched {
  readonly marks: number;
  readonly tags: number;
  readonly documents: number;
}
