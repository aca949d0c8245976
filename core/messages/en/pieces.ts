const number = new Intl.NumberFormat('en');
const marks = (count: number): string => (count === 1 ? '1 mark' : `${number.format(count)} marks`);

/** Marks cut, joined and made twice, and the ways from one to the next. */
export const piecesMessages = {
  split: (count: number): string => `Split into ${marks(count)}`,
  noPlaceToSplit: 'Put the caret inside a mark, or select a part of one, to split it there',
  joined: (count: number): string => `${marks(count)} joined into one`,
  notTogether: 'Only marks of this text that touch or overlap can be joined: choose two or more',
  notesTooLong: 'The notes of these marks are too long for one note: shorten one first',
  duplicated: (count: number): string => `${marks(count)} duplicated`,
  byTag: (count: number): string => `${marks(count)} coloured by tag`,
  noMark: 'No mark is chosen: click one, or go to one with J and K',
  noneWithTag: 'No further mark with this tag in this direction',
  noneWithColour: 'No further mark of this colour in this direction',
  untagged: 'This mark has no tag',
} as const;
