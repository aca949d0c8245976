import { storeMessages } from './store.ts';

const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** What `commonplace verify` finds and `commonplace repair` does. */
export const verifyMessages = {
  file: (name: string, problem: keyof typeof storeMessages.problems): string =>
    `${name} ${storeMessages.problems[problem]}.`,
  newer: (name: string): string =>
    `${name} was written by a newer version of Commonplace; this one cannot say whether it is whole.`,
  outdated: (name: string): string =>
    `${name} is of an older version; it is brought up to date when the library is next opened.`,
  journal: (name: string, bad: number): string =>
    `${name} has ${plural(bad, 'line', 'lines')} that are not as they were written.`,
  torn: (name: string): string =>
    `${name} ends in a line that was cut short; no change that was shown as saved is in it.`,
  noSource: (title: string): string => `The file of “${title}” is missing.`,
  otherSource: (title: string): string =>
    `The file of “${title}” is not the one that was imported.`,
  noText: (title: string, why: string): string => `“${title}” cannot be read: ${why}`,
  span: (title: string, id: string): string =>
    `A mark in “${title}” (${id}) does not lie within the text.`,
  quote: (title: string, id: string): string =>
    `A mark in “${title}” (${id}) does not stand at the words it was made on.`,
  tag: (title: string, id: string): string =>
    `A mark in “${title}” (${id}) bears a tag that is not in the codebook.`,
  parent: (name: string): string => `The tag “${name}” stands under a tag that is not there.`,
  orphan: (name: string): string => `${name} belongs to no text of the library.`,
  summary: (documents: number, marks: number, files: number): string =>
    `Checked ${plural(documents, 'text', 'texts')}, ${plural(marks, 'mark', 'marks')} and ${plural(files, 'file', 'files')}.`,
  whole: 'Nothing is wrong.',
  wrong: (count: number): string => `${plural(count, 'thing is', 'things are')} wrong.`,
  repaired: (count: number): string => `${plural(count, 'thing was', 'things were')} repaired.`,
  left: (count: number): string =>
    `${plural(count, 'thing', 'things')} could not be repaired and was left as it is:`,
  nothingToRepair: 'Nothing had to be repaired.',
  fromBackup: (file: string, marks: number): string =>
    `Brought back from ${file}: ${plural(marks, 'mark or tag', 'marks and tags')}.`,
  adopted: (title: string): string =>
    `“${title}” was found in its folder and is in the list again.`,
  madeAgain: (title: string): string => `The prepared text of “${title}” was made again.`,
  tagMade: (name: string): string => `A lost tag was made again as “${name}”.`,
  lostTag: (id: string): string => `Lost tag ${id.slice(0, 8)}`,
} as const;
