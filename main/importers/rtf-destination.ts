import type { RtfState } from './rtf-state.ts';
import { rtfDestinations, rtfKept } from './rtf-words.ts';

/** The state where a word says where the text of its group goes; null for words of other meaning. */
export function destination(state: RtfState, name: string, starred: boolean): RtfState | null {
  const { sink, what } = state;
  if (name === 'upr') return { ...state, twice: true };
  if (name === 'ud') return what === 'upr' ? { ...state, sink: 'text', what: '' } : state;
  if (sink === 'info' && what === '') return { ...state, what: name };
  const wanted = rtfDestinations.get(name);
  const skipped = starred && !rtfKept.has(name) && wanted === undefined;
  if (sink !== 'text') {
    // What collects text for something else has no places for text in it.
    if (skipped || wanted === 'skip') return { ...state, sink: 'skip', what: name };
    return starred || wanted !== undefined ? state : null;
  }
  if (wanted !== undefined) return { ...state, sink: wanted, what: wanted === 'info' ? '' : name };
  if (skipped || /^m[a-z]*Pr$/.test(name)) return { ...state, sink: 'skip', what: name };
  return name === 'moMath' ? state : null;
}
