import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { describe, expect, it } from 'vitest';
import { imported } from './samples.ts';

// Real pages with the text an article view should give. They are not part of this project: skipped where absent.
const corpus = resolve(import.meta.dirname, '../../../../shared/corpus/html');

const textOf = (node: DefaultTreeAdapterMap['node']): string => {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
};
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function f1(found: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of found) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared += 1;
    left.set(word, count - 1);
  }
  return (2 * shared) / (found.length + wanted.length);
}

describe.runIf(existsSync(corpus))('articles of real pages', () => {
  it('have the words that they should', { timeout: 120_000 }, async () => {
    const scores: { readonly name: string; readonly score: number }[] = [];
    for (const name of readdirSync(corpus)) {
      const file = (kind: string): Buffer => readFileSync(join(corpus, name, `${kind}.html`));
      const { text } = await imported(file('source'), `${name}.html`, 'article');
      const score = f1(wordsOf(text), wordsOf(textOf(parse(file('expected').toString()))));
      scores.push({ name, score });
    }
    expect(scores.filter(({ score }) => score < 0.9)).toEqual([]);
    const mean = scores.reduce((sum, { score }) => sum + score, 0) / scores.length;
    expect(mean).toBeGreaterThan(0.97);
  });
});
