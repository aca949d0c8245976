import type { InlineStyle } from '../../core/model/block.ts';
import type { LinkTo } from './line-writer.ts';

/** Where the text of a group goes. */
export type RtfSink =
  'text' | 'skip' | 'fonts' | 'styles' | 'info' | 'instruction' | 'marker' | 'picture' | 'word';

/** What holds until the end of a group. It is never changed, but replaced, so that a group costs no copy. */
export interface RtfState {
  readonly sink: RtfSink;
  /** What a `word` or a fact of `info` is collected for. */
  readonly what: string;
  readonly font: number;
  /** Characters after `\u` that stand in for it. */
  readonly fallback: number;
  readonly styles: readonly InlineStyle[];
  readonly hidden: boolean;
  readonly link: LinkTo | null;
  /** The next group says in bytes what the one after it says in Unicode. */
  readonly twice: boolean;
  readonly style: number;
  readonly outline: number | null;
  readonly listed: boolean;
  readonly level: number;
  /** Depth of tables, 0 outside. */
  readonly table: number;
}

/** A stretch of the file that is read apart: a text box, a note, a comment. */
export interface RtfRange {
  readonly start: number;
  readonly end: number;
  readonly state: RtfState;
  /** How many texts it stands in. */
  readonly depth: number;
}

export const firstState: RtfState = {
  sink: 'text',
  what: '',
  font: 0,
  fallback: 1,
  styles: [],
  hidden: false,
  link: null,
  twice: false,
  style: 0,
  outline: null,
  listed: false,
  level: 0,
  table: 0,
};

/** What `\pard` sets back. */
export const plainParagraph = { style: 0, outline: null, listed: false, level: 0, table: 0 };

export function withStyle(state: RtfState, style: InlineStyle, on: boolean): RtfState {
  if (state.styles.includes(style) === on) return state;
  const others = state.styles.filter((one) => one !== style);
  return { ...state, styles: on ? [...others, style] : others };
}

/** Groups deeper than this share a state. */
const deepest = 5000;

/** The states of the groups that are open. */
export class RtfGroups {
  readonly #open: RtfState[] = [];
  #deeper = 0;

  open(state: RtfState): void {
    if (this.#open.length < deepest) this.#open.push(state);
    else this.#deeper += 1;
  }

  /** The state around the group that ends; null where none was open. */
  close(now: RtfState): RtfState | null {
    if (this.#deeper > 0) {
      this.#deeper -= 1;
      return now;
    }
    return this.#open.pop() ?? null;
  }
}
