import type { Span } from '../model/span.ts';
import { isGraphemeEdge, WordEdges } from '../text/edges.ts';
import { foldWithOffsets, type FoldedText } from '../text/fold-with-offsets.ts';
import { snapToGraphemes } from '../text/graphemes.ts';
import { mostHits, type FindHits, type FindQuery, type Found } from './find-query.ts';

/**
 * Finds words in one text. What a literal search compares is folded once for each combination of case and accents, and
 * the last one is kept: the next letter of a query costs a scan alone.
 */
export class TextFinder {
  readonly #text: string;
  #folded: { readonly key: string; readonly value: FoldedText } | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** Does what takes long and has an end: the search itself may have none, where the query is an expression. */
  prepare(query: FindQuery): void {
    if (!query.regex) this.#fold(query);
  }

  find(query: FindQuery): Found {
    if (query.text.trim() === '') return { kind: 'hits', hits: none };
    if (!query.regex) return { kind: 'hits', hits: this.#keep(this.#literal(query), query) };
    try {
      const expression = new RegExp(query.text, `gmu${query.matchCase ? '' : 'i'}`);
      return { kind: 'hits', hits: this.#keep(this.#matches(expression), query) };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return { kind: 'broken', reason: reasonOf(error) };
    }
  }

  #fold(query: FindQuery): FoldedText {
    const key = `${query.matchCase} ${query.matchAccents}`;
    if (this.#folded?.key !== key)
      this.#folded = { key, value: foldWithOffsets(this.#text, query) };
    return this.#folded.value;
  }

  /** Whole pieces only: half a ligature is no hit. */
  *#literal(query: FindQuery): Generator<Span> {
    const { text, offsets } = this.#fold(query);
    const wanted = foldWithOffsets(query.text, query).text;
    if (wanted === '') return;
    const cuts = (at: number): boolean => at > 0 && offsets[at] === offsets[at - 1];
    let from = 0;
    for (;;) {
      const at = text.indexOf(wanted, from);
      if (at === -1) return;
      const end = at + wanted.length;
      from = at + 1;
      if (cuts(at) || cuts(end)) continue;
      yield { start: offsets[at] ?? 0, end: offsets[end] ?? this.#text.length };
    }
  }

  *#matches(expression: RegExp): Generator<Span> {
    for (const match of this.#text.matchAll(expression)) {
      if (match[0] === '') continue;
      const span = { start: match.index, end: match.index + match[0].length };
      const whole = isGraphemeEdge(this.#text, span.start) && isGraphemeEdge(this.#text, span.end);
      yield whole ? span : snapToGraphemes(this.#text, span);
    }
  }

  #keep(spans: Iterable<Span>, { wholeWord }: FindQuery): FindHits {
    const words = wholeWord ? new WordEdges(this.#text) : null;
    const starts: number[] = [];
    const ends: number[] = [];
    let last = 0;
    for (const { start, end } of spans) {
      if (start < last) continue;
      if (!isGraphemeEdge(this.#text, start) || !isGraphemeEdge(this.#text, end)) continue;
      if (words !== null && !(words.isEdge(start) && words.isEdge(end))) continue;
      if (starts.length === mostHits) return hits(starts, ends, true);
      starts.push(start);
      ends.push(end);
      last = end;
    }
    return hits(starts, ends, false);
  }
}

function hits(starts: readonly number[], ends: readonly number[], capped: boolean): FindHits {
  return { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), capped };
}

const none = hits([], [], false);

/** "Invalid regular expression: /(/gmu: Unterminated group" -> "unterminated group". */
function reasonOf({ message }: SyntaxError): string {
  const reason = message.slice(message.lastIndexOf(': ') + 2);
  return reason.charAt(0).toLowerCase() + reason.slice(1);
}
