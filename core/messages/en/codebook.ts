import type { CodebookFault } from '../../codebook/codebook-entry.ts';
import type { DuplicateReason } from '../../codebook/near-duplicates.ts';
import type { TagRefusal } from '../../edit/tag-tree.ts';

const number = new Intl.NumberFormat('en');
const plural = (count: number, one: string, many: string): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;

const refused: Record<TagRefusal, string> = {
  circle: 'A tag cannot stand inside itself. Nothing was changed.',
  'name-taken': 'There is already a tag of this name there. Nothing was changed.',
  'same-tag': 'A tag cannot be merged with itself. Nothing was changed.',
};

const problems: Record<CodebookFault['problem'], string> = {
  'no-names': 'it has no column “path”, “name” or “tag”',
  quote: 'a quotation mark is not closed',
  xml: 'it is not well-formed XML',
  forbidden: 'it declares what a codebook may not declare',
  'too-large': 'it is too large for a codebook',
  'no-codebook': 'there is no codebook in it',
};

const counted = (count: number, what: string): string | null =>
  count === 0 ? null : `${plural(count, 'tag', 'tags')} ${what}`;

/** Files of codebooks, out and in. */
export const codebookFileMessages = {
  fileName: 'Codebook',
  types: { csv: 'CSV', qdc: 'REFI-QDA codebook' },
  pickTitle: 'Import Codebook',
  pickButton: 'Look at It',
  files: 'Codebooks',
  unreadable: (name: string, { problem, line }: CodebookFault): string =>
    `${name} could not be taken in: ${problems[problem]} (line ${number.format(line)}). Nothing was changed.`,
  title: 'Import a codebook',
  close: 'Close without importing',
  from: (name: string): string => `From ${name}:`,
  counts: ({ added, changed, same }: Counts): readonly string[] =>
    [
      counted(added, 'added'),
      counted(changed, 'changed'),
      counted(same, 'there already, as they are'),
    ].filter((part) => part !== null),
  refused: (paths: readonly string[]): string =>
    `Left out, because no tag can have such a name: ${paths.slice(0, 5).join(', ')}${paths.length > 5 ? ' …' : ''}`,
  hint: 'No tag is taken away and nothing is emptied. Undo takes all of it back in one step.',
  cancel: 'Cancel',
  take: 'Import',
  nothing: 'The codebook has all of this already.',
  imported: ({ added, changed }: Counts): string =>
    [counted(added, 'added'), counted(changed, 'changed')].filter(Boolean).join(', '),
  importIt: 'Import…',
  exportAs: { csv: 'Export as CSV…', qdc: 'Export as REFI-QDA…' },
} as const;

interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

const reasons: Record<DuplicateReason, string> = {
  'same-name': 'the same name',
  alias: 'a name of the other',
  plural: 'one and many',
  spelling: 'spelt nearly alike',
};

/** Tags that are not used, and tags that may be one. */
export const tidyMessages = {
  shown: 'Which tags are shown',
  views: { all: 'All', unused: 'Not used', alike: 'Alike' },
  reasons,
  unusedList: 'Tags that no passage has',
  alikeList: 'Tags that may be one',
  pair: (one: string, two: string, reason: string): string => `${one} and ${two}: ${reason}`,
  noneUnused: 'Every tag is used, or was kept by you.',
  noneAlike: 'No two tags look alike.',
  keep: 'Keep',
  remove: 'Delete',
  mergeFirst: 'Merge into the first',
  mergeSecond: 'Merge into the second',
  kept: (name: string): string => `${name} is kept`,
} as const;

/** The codebook: the tags as a tree, and what is written about each. */
export const codebookMessages = {
  refused,
  title: 'Codebook',
  close: 'Close the codebook',
  tags: (count: number): string => plural(count, 'tag', 'tags'),
  passages: (count: number): string => plural(count, 'passage', 'passages'),
  tree: 'Tags as a tree',
  find: 'Find a tag',
  newTag: 'New tag',
  more: 'More',
  emptyTitle: 'No tags yet',
  emptyHint: 'Make one here, or select a passage in a text and press',
  noneFound: 'No tag has these letters.',
  chooseOne: 'Choose a tag to see what it means.',
  placed: (name: string, above: string | null): string =>
    above === null ? `${name} moved, at the top level` : `${name} moved, inside ${above}`,
  noFurther: (name: string): string => `${name} cannot go further in this direction`,
  keys: {
    move: 'moves',
    rename: 'renames',
    merge: 'merges',
    split: 'splits',
    passages: 'passages',
  },
  name: 'Name',
  colour: 'Colour',
  description: 'What it means',
  whenToUse: 'When to use it',
  whenNot: 'When not to use it',
  descriptionHint: 'In a sentence or two, for you in a year or for somebody else.',
  whenToUseHint: 'A passage gets this tag if …',
  whenNotHint: 'It does not if … ; use another tag then.',
  described: (name: string): string => `${name} described`,
  aliases: 'Other names',
  aliasHint: 'Add a name and press Enter',
  addAlias: 'Another name for this tag',
  removeAlias: (name: string): string => `Take away the name ${name}`,
  examples: 'Examples',
  noExamples: 'None yet. Choose them among the passages of this tag with',
  removeExample: 'No example any more',
  showPassages: 'Passages',
  merge: 'Merge into…',
  mergeInto: (name: string): string => `Merge “${name}” into`,
  merged: (from: string, into: string): string => `${from} merged into ${into}`,
  split: 'Split in two…',
  splitName: 'Name of the second tag',
  newInside: 'New tag inside',
  rename: 'Rename',
  remove: 'Delete',
  actions: (name: string): string => `Actions for ${name}`,
  filterTag: 'Find a tag',
  closed: 'Closed list',
  closedHint: 'No new tags while you read: only those of the codebook can be given.',
  closedOn: 'The codebook is a closed list now',
  closedOff: 'New tags can be made while reading again',
} as const;

/** The review that splits a tag in two. */
export const splitMessages = {
  title: (name: string): string => `Split “${name}”`,
  close: 'Close the review; it waits where it is',
  place: (at: number, all: number): string => `${number.format(at)} of ${number.format(all)}`,
  list: 'Passages of the tag',
  loading: 'Looking for the passages…',
  empty: 'No passage has this tag, so there is nothing to sort.',
  both: 'Both',
  neither: 'Neither',
  back: 'Back',
  sorted: (count: number, all: number): string =>
    `${number.format(count)} of ${number.format(all)} sorted. Passages that are not sorted keep the tag.`,
  saidSorted: (name: string): string => `Sorted: ${name}`,
  done: 'All passages are sorted',
  splitDone: (first: string, second: string): string =>
    `${first} split: ${second} is a tag of its own now`,
  apply: 'Split the tag',
  giveUp: 'Give up',
} as const;
