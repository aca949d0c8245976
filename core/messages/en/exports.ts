/** What exports say: in the files they make, and of marks that they had to leave out. */
export const exportMessages = {
  generator: 'Commonplace',
  marksOf: (title: string) => `Marks in ${title}`,
  notItsQuote: 'The text at its place is not the passage it quotes.',
  outsideText: (start: number, end: number, length: number) =>
    `Its place, ${start} to ${end}, is outside the text of ${length} characters.`,
  cutsCharacter: 'Its place starts or ends inside a character.',
  leftOut: (count: number, first: string) =>
    count === 1
      ? `One mark was left out of the export: “${first}”. The text at its place is not the passage it quotes.`
      : `${count} marks were left out of the export, because the text at their places is not the passages they quote. The first is “${first}”.`,
  quoted: (passage: string) => `“${passage}”`,
  quotedTitle: (title: string) => `“${title}”`,
  paragraph: (number: number) => `¶ ${number}`,
  percent: (share: number) => `${share}%`,
  readOn: (day: string) => `Read on ${day}.`,
  codeParts: {
    whenToUse: '[When to use]',
    whenNot: '[When not to use]',
    aliases: '[Other names]',
  },
  formatNames: { markdown: 'Markdown', jsonld: 'Web Annotations', csv: 'CSV' },
  csvHeader: [
    'id',
    'document',
    'heading',
    'quote',
    'note',
    'tags',
    'colour',
    'start_code_point',
    'end_code_point',
    'author',
    'created',
    'modified',
    'links',
  ],
} as const;
