import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { describe, expect, it } from 'vitest';
import { imported } from './samples.ts';
import { f1, wordsOf } from './word-score.ts';

// Real pages with the text an article view should give. They are not part of this project: skipped where absent.
const corpus = resolve(import.meta.dirname, '../../../../shared/corpus/html');

const textOf = (node: DefaultTreeAdapterMap['node']): string => {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
};
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
