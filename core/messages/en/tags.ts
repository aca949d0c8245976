import type { MarkColour } from '../../model/colours.ts';

/** Names of the seven hues, for those who do not see them. */
export const colourNames: Record<MarkColour, string> = {
  yellow: 'Yellow',
  green: 'Green',
  blue: 'Blue',
  purple: 'Purple',
  pink: 'Pink',
  orange: 'Orange',
  teal: 'Teal',
};

/** The same in two letters, for the margin. */
export const colourLabels: Record<MarkColour, string> = {
  yellow: 'Ye',
  green: 'Gr',
  blue: 'Bl',
  purple: 'Pu',
  pink: 'Pi',
  orange: 'Or',
  teal: 'Te',
};

/** The tag pane and the tag box. */
export const tagMessages = {
  heading: 'Tags',
  newTag: 'New tag',
  newTagInside: 'New tag inside',
  newTagName: 'Name of the new tag',
  newName: 'New name of the tag',
  emptyTitle: 'No tags yet',
  emptyHint: 'Select a passage and press',
  marksWord: (count: number): string => (count === 1 ? 'mark' : 'marks'),
  actions: (name: string): string => `Actions for ${name}`,
  rename: 'Rename',
  colour: 'Colour',
  remove: 'Delete tag',
  box: 'Tag this passage',
  boxFor: (count: number): string => `Tags of ${count} marks`,
  someOf: (bearing: number, count: number): string => `${bearing} of ${count}`,
  giveAll: (name: string, bearing: number, count: number): string =>
    `${name} ${bearing} of ${count}: give it to all`,
  otherName: (alias: string): string => `also ${alias}`,
  boxInput: 'Tags',
  placeholder: 'Name a tag',
  suggestions: 'Suggested tags',
  create: (name: string): string => `Create “${name}”`,
  takeOff: (name: string): string => `Take ${name} off`,
  closed: 'The codebook is a closed list: no tag has these letters, and none is made here.',
  boxHint: 'adds and stays open',
  armHint: 'marks at once',
  typeOn: 'Letters find more',
} as const;

/** The note editor. */
export const noteMessages = {
  label: 'Note',
  placeholder: 'What do you make of it?',
  markdown: 'Markdown',
  or: 'or',
  saves: 'saves',
  save: 'Save',
} as const;
