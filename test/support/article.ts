/** An article as a newspaper prints it, written for the tests. */
export function articleText(): string {
  return `${paragraphs.join('\n\n')}\n`;
}

const paragraphs = [
  'The harbour office opened at six, an hour late. “Nobody told us,” said the pilot on duty, “that the buoys had moved.” By noon fourteen ships waited outside the bar, and two had left for other ports.',
  'The authority answered in the afternoon. In a statement it called the shift “a routine correction of less than thirty metres”, announced in the spring. The notice it cites, however, gives a distance of three hundred.',
  'An inspector who asked not to be named said the survey had been rushed. “We measured once, at night, in a swell,” she said, and the figures were never compared with the old chart.',
  'What the log shows is simpler. Between the second and the fifth of October the light on the outer mark was dark for sixty-one hours. Nobody told us, the entry for the fourth repeats, in a hand that presses hard on the paper.',
  'The café on the quay, closed since May, sold coffee again that week. Pilots who could not sail came to talk, and the talk came back to the same question, which the council is to hear on Tuesday.',
  'The ministry keeps the charts in a building without windows. A clerk there counts 214 sheets for this coast alone; the newest is older than the breakwater.',
];

/** Passages of that article in reading order, one of them across an inline quote. */
export const tenPassages = [
  'opened at six, an hour late',
  'fourteen ships waited',
  'a routine correction of less than thirty metres',
  'a distance of three hundred',
  'asked not to be named',
  'We measured once, at night, in a swell',
  'sixty-one hours',
  'in a hand that presses hard on the paper',
  'The café on the quay, closed since May',
  'the newest is older than the breakwater',
] as const;
