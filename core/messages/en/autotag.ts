import type { QueryProblem } from '../../autotag/query.ts';

/** What is wrong with the query of a rule; the place is shown in the field. */
export const queryProblemMessages: Record<QueryProblem, string> = {
  empty: 'There is nothing to look for here. Type a word.',
  'too-long': 'The query is too long. Make two rules of it.',
  'too-deep': 'There are too many parentheses in each other here.',
  'open-quote': 'This quotation mark is never closed.',
  'open-regex': 'This expression has no closing slash.',
  'bad-regex': 'This is no regular expression.',
  'open-parenthesis': 'This parenthesis is never closed.',
  'stray-parenthesis': 'This parenthesis was never opened.',
  'nothing-before': 'Something must stand before this.',
  'nothing-after': 'Something must stand after this.',
  star: 'A star can only stand at the end of a word, as in “inform*”.',
  'near-what':
    'NEAR stands between words, phrases, or several of them with OR; not beside AND or NOT.',
};
