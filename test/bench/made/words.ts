import { between, oneOf, type Random } from './random.ts';

// Words in the proportions of a natural language: a few are everywhere, most are rare.

const common = (
  'the of and to a in that it was he for on with as his they be at one have this from had by not but what all were ' +
  'when we there can an your which their said if do will each about how up out them then she many some so these would ' +
  'other into has more her two like him see time could no make than first been its who now people my made over did ' +
  'down only way find use may water long little very after words called just where most know'
).split(' ');

const onsets = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'f',
  'gr',
  'h',
  'l',
  'm',
  'n',
  'p',
  'qu',
  'r',
  's',
  'st',
  't',
  'th',
  'v',
  'w',
];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ea', 'ai', 'ou'];
const codas = ['', 'n', 'r', 'l', 's', 't', 'nd', 'ck', 'm', 'st'];
const endings = ['', '', '', 'ing', 'ed', 'er', 'ly', 'ness', 's', 'ion'];

/** The most common first. */
export function vocabulary(random: Random, size: number): readonly string[] {
  const known = new Set(common);
  while (known.size < size) {
    const syllables = between(random, 1, 3);
    let word = '';
    for (let n = 0; n < syllables; n++) {
      word += oneOf(random, onsets) + oneOf(random, vowels) + oneOf(random, codas);
    }
    known.add(word + oneOf(random, endings));
  }
  return [...known];
}

/** Zipf's law: the word of rank k about 1/k as often as the first. */
export function zipfWord(random: Random, words: readonly string[]): string {
  const rank = Math.floor(Math.exp(random() * Math.log(words.length)));
  return words[Math.min(rank, words.length) - 1] ?? '';
}
