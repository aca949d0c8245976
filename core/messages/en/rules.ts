import type { RuleScope } from '../../autotag/find-passages.ts';

const number = new Intl.NumberFormat('en');
const plural = (count: number, one: string, many: string): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;
const passages = (count: number): string => plural(count, 'passage', 'passages');

/** Auto-tag: tagging by a query, and the rules that are kept. */
export const ruleMessages = {
  title: 'Auto-tag',
  close: 'Close',
  query: 'Words to look for',
  placeholder: 'inform*  "on the record"  bees NEAR/5 sea  /\\d+ ships/  AND OR NOT',
  find: 'Find',
  scope: 'What gets the tags',
  scopes: {
    sentence: 'Sentence',
    paragraph: 'Paragraph',
    words: 'The words',
  } satisfies Record<RuleScope, string>,
  where: 'Texts to look in',
  wheres: { text: 'This text', all: 'All texts', new: 'New texts' },
  matchCase: 'Match case',
  matchAccents: 'Match accents',
  tags: 'Tags to give',
  list: 'Passages found',
  fault: (at: number, what: string): string => `At character ${number.format(at + 1)}: ${what}`,
  found: (hits: number, tagged: number): string =>
    `${hits === 0 ? 'No passage' : passages(hits)} found${tagged === 0 ? '' : `, ${number.format(tagged)} already tagged`}`,
  capped: (hits: number): string =>
    `These are the first ${number.format(hits)}: tag them and look again, or ask for less.`,
  failed: (titles: readonly string[]): string =>
    `Not looked through, because it took too long or could not be read: ${titles.join(', ')}.`,
  progress: (done: number, of: number, hits: number): string =>
    `${number.format(done)} of ${plural(of, 'text', 'texts')}, ${passages(hits)} so far`,
  finding: 'Looking…',
  applying: 'Tagging…',
  cancel: 'Cancel',
  cancelled: 'Looking was cancelled. Nothing was changed.',
  counts: (taken: number, left: number, open: number): string =>
    `${number.format(taken)} taken, ${number.format(left)} left, ${number.format(open)} undecided`,
  take: 'Take',
  leave: 'Leave',
  taken: 'taken',
  left: 'left',
  undecided: 'undecided',
  takeAll: 'Take all',
  tookAll: (count: number): string => `${passages(count)} taken`,
  apply: (count: number): string => (count === 0 ? 'Tag' : `Tag ${passages(count)}`),
  needsTags: 'Say which tags they get.',
  applied: (count: number): string => `${passages(count)} tagged`,
  keys: [
    ['Y', 'take'],
    ['X', 'leave'],
    ['A', 'take all'],
    ['J K', 'move'],
  ] as const,
  emptyTitle: 'Tag by what a text says',
  emptyHint:
    'Look for words, phrases or expressions; then take or leave each passage. All that you take is tagged in one step, and one undo takes it back.',
  nothingTitle: 'No passage to offer',
  nothingHint: 'Ask for fewer words, for another part of the text, or look in all texts.',
  rules: 'Rules',
  rulesOf: (count: number): string => `Rules (${number.format(count)})`,
  noRulesTitle: 'No rules yet',
  noRulesHint: 'A query that is saved with its tags can be run again when new texts come.',
  back: 'Back to the query',
  newRule: 'New query',
  save: 'Save as rule…',
  saveChanges: 'Save changes',
  ruleName: 'Name of the rule',
  saveName: 'Save',
  saved: (name: string): string => `Rule “${name}” saved`,
  newHits: (count: number): string => `${number.format(count)} new`,
  runNew: (name: string): string => `Look in new texts: ${name}`,
  edit: (name: string): string => `Open ${name}`,
  remove: (name: string): string => `Delete ${name}`,
  removed: (name: string): string => `Rule “${name}” deleted. The marks it made stay.`,
  byRule: (name: string): string => `by rule ${name}`,
  unknownRule: 'by a rule that is gone',
  ruleFilter: (name: string): string => `Made by rule ${name}: take this filter off`,
  tagsFirst: 'Tag some passages with a new tag first, then save the rule.',
} as const;
