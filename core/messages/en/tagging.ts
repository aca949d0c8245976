const number = new Intl.NumberFormat('en');
const marks = (count: number): string => (count === 1 ? '1 mark' : `${number.format(count)} marks`);

/** Tags by digit, several chosen marks, and marking at once. */
export const taggingMessages = {
  strip: 'Tags by digit',
  noTags: 'Tags that you use get a digit here. Select a passage and press T to name the first.',
  isPinned: ', pinned',
  pinHint: (digit: number, pinned: boolean): string =>
    pinned ? `Shift+${digit} unpins it` : `Shift+${digit} pins it here`,
  keyActions: (name: string): string => `Key of ${name}`,
  give: 'Give or take off',
  pin: (digit: number): string => `Pin to ${digit}`,
  unpin: 'Unpin',
  pinTo: 'Pin to a digit',
  pinDigit: (digit: number, taken: string | null): string =>
    taken === null ? `${digit}` : `${digit}, now ${taken}`,
  hideStrip: 'Hide the tags by digit',
  armIt: 'Mark at once with it',

  noKey: (digit: number): string => `No tag has the digit ${digit} yet`,
  given: (name: string, count: number): string =>
    count === 1 ? `Tagged ${name}` : `Tagged ${marks(count)} ${name}`,
  taken: (name: string, count: number): string =>
    count === 1 ? `${name} taken off` : `${name} taken off ${marks(count)}`,
  pinned: (name: string, digit: number): string => `${name} is pinned to ${digit}`,
  unpinned: (name: string): string => `${name} is no longer pinned`,
  notedWith: (names: string): string => `Note written, tagged ${names}`,
  closedTo: (names: string): string =>
    `The note is saved. The codebook is closed, so it makes no new tag: ${names}`,
  retagged: (count: number): string => `Tags of ${marks(count)} changed`,
  recoloured: (count: number, colour: string): string =>
    `${marks(count)} coloured ${colour.toLowerCase()}`,
  removed: (count: number): string => `${marks(count)} deleted`,

  chosen: (count: number): string => `${marks(count)} chosen`,
  chosenBar: 'Chosen marks',
  chosenMark: (quote: string): string => `Chosen. Go to: ${quote}`,
  noneChosen: 'No marks are chosen',
  tagChosen: 'Tag…',
  colourChosen: 'Colour',
  joinChosen: 'Join',
  removeChosen: 'Delete',
  letGo: 'Choose none',
  oneNote: 'A note belongs to one mark: choose one',

  armed: (name: string): string => `Each passage you select is marked ${name}`,
  armedEnd: 'stops',
  disarmed: 'Selected passages are no longer marked at once',
  nothingToArm: 'No tag was used yet: give one first, then mark at once with it',
} as const;
