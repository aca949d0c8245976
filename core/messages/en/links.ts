const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
const known: Readonly<Record<string, readonly [out: string, back: string]>> = {
  supports: ['supports', 'is supported by'],
  contradicts: ['contradicts', 'is contradicted by'],
  same: ['says the same as', 'says the same as'],
};

/** Links between marks. */
export const linkMessages = {
  title: 'Link this mark',
  close: 'Close',
  kind: 'How they belong together',
  kinds: { supports: 'Supports', contradicts: 'Contradicts', same: 'Same as', own: 'Own words' },
  ownWords: 'In your own words',
  ownPlaceholder: 'such as: leads to',
  field: 'Find the other mark by its words, note or tags',
  placeholder: 'Words of the other mark',
  list: 'Marks',
  nothing: 'No other mark has these words.',
  inText: 'Choose it in the text or in the list',
  choosing: (kind: string, quote: string): string =>
    `Choose the mark that “${shorten(quote)}” ${(known[kind] ?? [kind])[0]}`,
  stops: 'stops',
  stopped: 'No link was made',
  /** Stands before the quote of the other mark. */
  out: (kind: string): string => (known[kind] ?? [kind])[0],
  back: (kind: string): string => (known[kind] ?? [kind, `← ${kind}`])[1],
  follow: 'Go there',
  remove: (words: string, quote: string): string => `Remove the link: ${words} ${shorten(quote)}`,
  made: (kind: string, quote: string): string =>
    `Linked: ${(known[kind] ?? [kind])[0]} ${shorten(quote)}`,
  removed: 'Link removed',
  notMade: 'This link is there already, or leads to the same mark',
} as const;
