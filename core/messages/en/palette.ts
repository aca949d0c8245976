import type { Need } from '../../commands/needs.ts';
import type { PaletteKind } from '../../palette/palette-query.ts';

const number = new Intl.NumberFormat('en');
const kinds: Readonly<Record<PaletteKind, string>> = {
  command: 'Commands',
  document: 'Texts',
  tag: 'Tags',
  heading: 'Headings',
  mark: 'Marks',
};
const lacking: Readonly<Record<Need, string>> = {
  text: 'no text is open',
  page: 'the open text is no web page',
  passage: 'nothing is selected',
  mark: 'no mark is active',
  undo: 'nothing to undo',
  redo: 'nothing to redo',
};

/** The palette: everything by a few letters. */
export const paletteMessages = {
  title: 'Find anything',
  close: 'Close',
  field: 'Find commands, texts, tags, headings and marks',
  placeholder: 'Commands, texts, tags, headings, marks',
  list: 'Found',
  kinds,
  recent: 'Lately used',
  elsewhere: 'Marks in other texts',
  /** Read after the name of an entry. */
  kind: {
    command: 'command',
    document: 'text',
    tag: 'tag',
    heading: 'heading',
    mark: 'mark',
  } satisfies Record<PaletteKind, string>,
  lacking,
  open: 'open now',
  more: (shown: number, count: number): string =>
    `${number.format(shown)} of ${number.format(count)}`,
  marksOf: (count: number): string => (count === 1 ? '1 mark' : `${number.format(count)} marks`),
  nothing: 'Nothing has this name.',
  nothingHint: 'Fewer letters find more. A sign at the front looks for one kind alone.',
  found: (count: number): string =>
    count === 0 ? 'Nothing found' : count === 1 ? '1 found' : `${number.format(count)} found`,
  filtered: (tag: string): string => `Marks with ${tag}`,
} as const;
