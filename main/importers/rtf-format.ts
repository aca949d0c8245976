import type { RtfContext } from './rtf-context.ts';
import { plainParagraph, withStyle, type RtfState } from './rtf-state.ts';

/** The state after a word that says how text looks, or how what follows is to be read. */
export function formatted(
  state: RtfState,
  name: string,
  value: number | null,
  context: RtfContext,
): RtfState {
  const on = value !== 0;
  const { fonts, styles, facts, seen } = context;
  const { sink } = state;
  switch (name) {
    case 'b':
      return withStyle(state, 'strong', on);
    case 'i':
      return withStyle(state, 'emphasis', on);
    case 'strike':
    case 'striked':
      return withStyle(state, 'strike', on);
    case 'sub':
    case 'super':
      return withStyle(state, name === 'sub' ? 'sub' : 'sup', on);
    case 'nosupersub':
      return withStyle(withStyle(state, 'sub', false), 'sup', false);
    case 'v':
      return { ...state, hidden: on };
    case 'deleted':
      seen.changes = true;
      return { ...state, hidden: on };
    case 'revised':
      seen.changes = true;
      return state;
    case 'plain':
      return { ...state, styles: [], hidden: false, font: context.font };
    case 'pard':
      return { ...state, ...plainParagraph };
    case 'f':
      return { ...state, font: value ?? 0 };
    case 'deff':
      context.font = value ?? 0;
      return { ...state, font: value ?? 0 };
    case 'fcharset':
      if (sink === 'fonts') fonts.say(state.font, { charset: value ?? 0 });
      return state;
    case 'cpg':
      if (sink === 'fonts') fonts.say(state.font, { page: value ?? 0 });
      return state;
    case 'ansicpg':
      fonts.page = value === null || value <= 0 ? 1252 : value;
      return state;
    case 'mac':
      fonts.page = 10000;
      return state;
    case 'pc':
    case 'pca':
      fonts.page = name === 'pc' ? 437 : 850;
      return state;
    case 'uc':
      return { ...state, fallback: Math.min(Math.max(value ?? 1, 0), 100) };
    case 's':
      return { ...state, style: value ?? 0 };
    case 'outlinelevel':
      if (sink !== 'styles') return { ...state, outline: value };
      styles.outline(state.style, value ?? 9);
      return state;
    case 'ls':
      return { ...state, listed: (value ?? 0) > 0 };
    case 'ilvl':
      return { ...state, level: Math.max(value ?? 0, 0) };
    case 'yr':
    case 'mo':
    case 'dy':
      if (sink === 'info') facts.set(`${state.what}:${name}`, `${value ?? 0}`);
      return state;
    default:
      return state;
  }
}
