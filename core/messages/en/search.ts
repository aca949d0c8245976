const number = new Intl.NumberFormat('en');

/** Finding words in the open text, and going to a place of it. */
export const searchMessages = {
  bar: 'Find in this text',
  field: 'Find in this text',
  matchCase: 'Match case',
  matchAccents: 'Match accents',
  accentsInExpression: 'Match accents (expressions always do)',
  wholeWord: 'Whole words',
  regex: 'Regular expression',
  previous: 'Previous hit',
  next: 'Next hit',
  close: 'Close',
  searching: 'Searching…',
  noHits: 'No hits',
  place: (at: number, count: number, capped: boolean): string =>
    `${number.format(at)} of ${number.format(count)}${capped ? '+' : ''}`,
  announce: (count: number, capped: boolean): string =>
    count === 1 ? '1 hit' : `${capped ? 'More than ' : ''}${number.format(count)} hits`,

  cancelled: 'Another search came first.',
  failed:
    'The search in this text came to no end. Nothing was changed: try it again, or with other words.',
  tooSlow:
    'This expression takes too long on this text, so the search was stopped. Make it simpler: a repeat inside a repeat, as in (a+)+, is what takes long.',
  broken: (reason: string): string =>
    `This is no complete regular expression: ${reason}. To look for the characters themselves, turn .* off.`,

  goTo: 'Go to',
  goToField: 'Percentage, heading, paragraph or character',
  goToPlaceholder: '43%, words of a heading, ¶120 or @5000',
  places: 'Places',
  nowhere: 'No such place in this text.',
  nowhereHint:
    'Write a percentage such as 43%, words of a heading, ¶ and the number of a paragraph, or @ and that of a character.',
  page: (label: string, index: number): string =>
    label === String(index + 1)
      ? `Page ${label}`
      : `Page ${label}, the ${number.format(index + 1)}. from the front`,
  percent: (share: number): string =>
    `${share.toLocaleString('en', { maximumFractionDigits: 2 })} % of the text`,
  paragraph: (count: number): string => `Paragraph ${number.format(count)}`,
  character: (offset: number): string => `Character ${number.format(offset)}`,
  under: (heading: string): string => `under “${heading}”`,
} as const;
