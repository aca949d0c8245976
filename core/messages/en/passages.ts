import type { PassageOrder } from '../../model/passage-orders.ts';

const number = new Intl.NumberFormat('en');
const plural = (count: number, one: string, many: string): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;

const orders: Record<Exclude<PassageOrder, 'straight'>, string> = {
  reading: 'In reading order',
  newest: 'Newest first',
  oldest: 'Oldest first',
  colour: 'By colour',
};

/** The passages of a tag across all texts. */
export const passageMessages = {
  title: 'Passages',
  filters: 'Which passages are shown',
  notBorne: 'This passage does not have the tag itself',
  noTagShown: 'Choose a tag first',
  close: 'Close the passages',
  list: 'Passages',
  count: (count: number): string => plural(count, 'passage', 'passages'),
  selected: (count: number): string => `${number.format(count)} selected`,
  orders,
  order: 'Order',
  anyTag: 'All tags',
  chooseTag: 'Tag…',
  inside: 'with tags inside',
  together: (name: string): string => `and ${name}`,
  togetherOff: (name: string): string => `Only with ${name} as well: take this filter off`,
  alsoTagged: 'Also tagged…',
  colour: 'Colour',
  byColour: 'Filter by colour',
  anyColour: 'Any colour',
  document: 'Text',
  anyDocument: 'All texts',
  date: 'Date',
  dates: { any: 'Any date', day: 'Today', week: 'Last 7 days', month: 'Last 30 days' },
  hasNote: 'has note',
  find: 'Find in these passages',
  waiting: 'Coming…',
  searching: 'Looking through all texts…',
  emptyTitle: 'No passage has this tag',
  emptyHint: 'Select a passage in a text and press',
  nothingTitle: 'Nothing matches',
  nothingHint: 'No passage here has all of this.',
  clear: 'Clear filters',
  goTo: (quote: string): string => `Go to: ${quote}`,
  actions: 'Actions for this passage',
  chosenName: (quote: string): string => `Selected. Go to: ${quote}`,
  choose: (quote: string): string => `Select: ${quote}`,
  open: 'Open the text here',
  tag: 'Tag…',
  note: 'Write note…',
  addTag: 'Add a tag…',
  moveTo: 'Give another tag instead…',
  untag: 'Take the tag off',
  example: 'Use as an example',
  noExample: 'No example any more',
  remove: 'Delete mark',
  removeMany: 'Delete marks',
  selectAll: 'Select all',
  selectNone: 'Select none',
  export: 'Export',
  exportAs: { markdown: 'as Markdown…', csv: 'as CSV…' },
  tagged: (count: number, name: string): string =>
    `${plural(count, 'passage', 'passages')} tagged ${name}`,
  untagged: (count: number, name: string): string =>
    `${name} taken off ${plural(count, 'passage', 'passages')}`,
  moved: (count: number, name: string): string =>
    `${plural(count, 'passage', 'passages')} tagged ${name} instead`,
  recoloured: (count: number): string =>
    `Colour of ${plural(count, 'passage', 'passages')} changed`,
  removed: (count: number): string => `${plural(count, 'mark', 'marks')} deleted`,
  exampleMade: 'An example of this tag now',
  exampleGone: 'No example of this tag any more',
} as const;
