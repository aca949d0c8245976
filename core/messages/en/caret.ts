const most = 200;
const shorten = (text: string): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** What the reading caret says as it moves. */
export const caretMessages = {
  on: 'Reading caret on',
  off: 'Reading caret off',
  extending: 'Selecting from here',
  notExtending: 'Selecting ended',
  textStart: 'Start of text',
  textEnd: 'End of text',
  waiting: 'The text is still on its way',
  nothingHere: 'No mark and no link here',
  space: 'Space',
  lineBreak: 'New line',
  blockEnd: 'End of paragraph',
  /** A word, sentence or paragraph that was arrived at. */
  at: shorten,
  heading: (level: number, text: string): string => `Heading ${level}: ${shorten(text)}`,
  selected: (text: string): string =>
    `Selected: ${text.length > most ? `${text.slice(0, 90)} … ${text.slice(-90)}` : text}`,
} as const;
