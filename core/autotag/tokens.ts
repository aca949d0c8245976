import { longestRule, type QueryFault, type QueryTerm } from './query.ts';

export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'term'; readonly term: QueryTerm }
  | { readonly kind: 'and' | 'or' | 'not' | '(' | ')' }
  | { readonly kind: 'near'; readonly within: number }
);

const nearByDefault = 10;
const mostBetween = 1000;
const closing: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' };

/** Operators are in capitals, so that "and" and "or" can be sought. */
export function tokens(query: string): readonly Token[] | QueryFault {
  if (query.length > longestRule) {
    return { problem: 'too-long', start: longestRule, end: query.length };
  }
  const found: Token[] = [];
  let at = 0;
  while (at < query.length) {
    const sign = query.charAt(at);
    if (/\s/u.test(sign)) {
      at += 1;
      continue;
    }
    const token = tokenAt(query, at);
    if ('problem' in token) return token;
    found.push(token);
    at = token.end;
  }
  return found;
}

function tokenAt(query: string, start: number): Token | QueryFault {
  const sign = query.charAt(start);
  if (sign === '(' || sign === ')') return { kind: sign, start, end: start + 1 };
  if (sign === '/') return regexAt(query, start);
  const close = closing[sign];
  return close === undefined ? wordAt(query, start) : phraseAt(query, start, close);
}

function phraseAt(query: string, start: number, close: string): Token | QueryFault {
  const ends = [close, sloppy[close] ?? close].map((sign) => query.indexOf(sign, start + 1));
  const end = Math.min(...ends.filter((at) => at !== -1));
  if (end === Infinity) return { problem: 'open-quote', start, end: query.length };
  const text = query.slice(start + 1, end);
  if (text.trim() === '') return { problem: 'empty', start, end: end + 1 };
  return { kind: 'term', term: { kind: 'phrase', text: text.trim() }, start, end: end + 1 };
}
/** German „…“ is typed „…” as well. */
const sloppy: Readonly<Record<string, string>> = { '“': '”' };

function regexAt(query: string, start: number): Token | QueryFault {
  let end = start + 1;
  while (end < query.length && query.charAt(end) !== '/') end += query.charAt(end) === '\\' ? 2 : 1;
  if (end >= query.length) return { problem: 'open-regex', start, end: query.length };
  const text = query.slice(start + 1, end);
  if (text === '') return { problem: 'empty', start, end: end + 1 };
  try {
    new RegExp(text, 'mu');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problem: 'bad-regex', start, end: end + 1 };
  }
  return { kind: 'term', term: { kind: 'regex', text }, start, end: end + 1 };
}

function wordAt(query: string, start: number): Token | QueryFault {
  const text = /^[^\s()"“„«]+/u.exec(query.slice(start))?.[0] ?? query.charAt(start);
  const end = start + text.length;
  if (text === 'AND') return { kind: 'and', start, end };
  if (text === 'OR') return { kind: 'or', start, end };
  if (text === 'NOT') return { kind: 'not', start, end };
  const near = /^NEAR(?:\/(\d{1,6}))?$/u.exec(text);
  if (near !== null) {
    const within = near[1] === undefined ? nearByDefault : Math.min(Number(near[1]), mostBetween);
    return { kind: 'near', within, start, end };
  }
  const star = text.indexOf('*');
  if (star === -1) return { kind: 'term', term: { kind: 'word', text }, start, end };
  if (star === 0 || star < text.length - 1) {
    return { problem: 'star', start: start + star, end: start + star + 1 };
  }
  return { kind: 'term', term: { kind: 'prefix', text: text.slice(0, -1) }, start, end };
}
