import type { Span } from '../model/span.ts';
import { isGraphemeEdge, WordEdges } from '../text/edges.ts';
import { foldWithOffsets, type FoldedText, type FoldOptions } from '../text/fold-with-offsets.ts';
import { snapToGraphemes } from '../text/graphemes.ts';
import type { QueryTerm } from './query.ts';

/** Finds the terms of queries in one text, which is folded once. An expression may take without end: whoever runs it limits its time. */
export class TermFinder {
  readonly #text: string;
  readonly #options: FoldOptions;
  readonly #folded: FoldedText;
  readonly #edges: WordEdges;

  constructor(text: string, options: FoldOptions) {
    this.#text = text;
    this.#options = options;
    this.#folded = foldWithOffsets(text, options);
    this.#edges = new WordEdges(text);
  }

  /** In the order of their starts. */
  places(term: QueryTerm): readonly Span[] {
    return term.kind === 'regex' ? this.#matches(term.text) : this.#literal(term);
  }

  #literal({ kind, text: sought }: QueryTerm): readonly Span[] {
    const { text, offsets } = this.#folded;
    const wanted = foldWithOffsets(sought, this.#options).text;
    const found: Span[] = [];
    if (wanted === '') return found;
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
      const start = offsets[at] ?? 0;
      const end = offsets[at + wanted.length] ?? this.#text.length;
      if (this.#cuts(at) || this.#cuts(at + wanted.length)) continue;
      if (!this.#isEdge(start)) continue;
      if (kind === 'prefix') found.push({ start, end: this.#wordEnd(end) });
      else if (this.#isEdge(end)) found.push({ start, end });
    }
    return found;
  }

  #matches(source: string): readonly Span[] {
    const expression = new RegExp(source, `gmu${this.#options.matchCase ? '' : 'i'}`);
    return [...this.#text.matchAll(expression)].flatMap((match) => {
      const span = { start: match.index, end: match.index + match[0].length };
      return match[0] === '' ? [] : [snapToGraphemes(this.#text, span)];
    });
  }

  /** Half a ligature is no letter. */
  #cuts(at: number): boolean {
    const { offsets } = this.#folded;
    return at > 0 && offsets[at] === offsets[at - 1];
  }

  #isEdge(at: number): boolean {
    return isGraphemeEdge(this.#text, at) && this.#edges.isEdge(at);
  }

  #wordEnd(from: number): number {
    let at = from;
    while (at < this.#text.length && !this.#isEdge(at)) at += 1;
    return at;
  }
}
