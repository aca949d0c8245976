import type { MarkList } from '../highlight/mark-list.ts';
import type { Annotation } from '../model/annotation.ts';
import { fold } from '../text/fold.ts';

export interface MarkMatches {
  /** In reading order, those first in which each word stands at the start of one. */
  readonly marks: readonly Annotation[];
  readonly count: number;
}

/** How many marks are looked at between two looks at the clock. */
const stride = 256;

/**
 * Looks for words in the quotes and notes of many marks, in parts, so that the window goes on meanwhile. What it folded
 * it keeps: the first search takes a fifth of a second for 50,000 marks, the next ones some milliseconds.
 */
export class MarkMatcher {
  readonly #folded = new WeakMap<Annotation, string>();

  /** Folds what is not folded yet. Pauses wherever the work may be put off. */
  *prepare(marks: MarkList): Generator<void, void> {
    let seen = 0;
    for (const mark of marks) {
      this.#text(mark);
      if (++seen % stride === 0) yield;
    }
  }

  /** The marks in which every word stands. Without words the first ones. */
  *find(marks: MarkList, asked: string, limit: number): Generator<void, MarkMatches> {
    const words = fold(asked).split(/\s+/u).filter(Boolean);
    const atStart: Annotation[] = [];
    const inside: Annotation[] = [];
    let count = 0;
    let seen = 0;
    for (const mark of marks) {
      const found = standsIn(words, this.#text(mark));
      if (found !== 'nowhere') {
        count += 1;
        const list = found === 'start' ? atStart : inside;
        if (list.length < limit) list.push(mark);
      }
      if (++seen % stride === 0) yield;
    }
    return { marks: [...atStart, ...inside].slice(0, limit), count };
  }

  #text(mark: Annotation): string {
    let text = this.#folded.get(mark);
    if (text === undefined) {
      text = fold(`${mark.selector.quote}\n${mark.note}`);
      this.#folded.set(mark, text);
    }
    return text;
  }
}

function standsIn(words: readonly string[], text: string): 'start' | 'inside' | 'nowhere' {
  let allStart = true;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at === -1) return 'nowhere';
    if (allStart && !startsAnywhere(text, word, at)) allStart = false;
  }
  return allStart ? 'start' : 'inside';
}

function startsAnywhere(text: string, word: string, first: number): boolean {
  for (let at = first; at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}
