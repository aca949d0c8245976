import type { Span } from '../../core/model/span.ts';

/** All places of a quote; where it stands nowhere exactly, white space of any kind and length counts as the same. */
export function findPassages(text: string, quote: string): Span[] {
  const exact = places(text, quote);
  return exact.length > 0 ? exact : looselyFound(text, quote);
}

function places(text: string, quote: string): Span[] {
  const found: Span[] = [];
  if (quote === '') return found;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    found.push({ start: at, end: at + quote.length });
  }
  return found;
}

function looselyFound(text: string, quote: string): Span[] {
  const words = quote.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const pattern = new RegExp(words.map(escapePattern).join('\\s+'), 'gu');
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function escapePattern(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
