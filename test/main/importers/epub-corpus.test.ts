import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { imported } from './samples.ts';

// Real books, read once more in the plainest way. They are not part of this project: skipped where absent.
const corpus = resolve(import.meta.dirname, '../../../../shared/corpus/epub');
const names = existsSync(corpus) ? readdirSync(corpus).sort() : [];

type Node = ReturnType<typeof parseDocument>['children'][number];

const unread = new Set(['script', 'style', 'head', 'case', 'canvas', 'annotation']);
const apart =
  /^(?:p|div|li|h\d|t[dhr]|section|br|table|blockquote|pre|d[dt]|fig.*|aside|nav|[ou]l)$/;

function textOf(node: Node): string {
  // Comments and instructions are data as well.
  if ('data' in node) return node.nodeType === 3 ? node.data : '';
  if (!('children' in node)) return '';
  const name = 'name' in node ? node.name : '';
  if (unread.has(name) || ('attribs' in node && 'hidden' in node.attribs)) return '';
  const text = node.children.map(textOf).join('');
  return apart.test(name) ? ` ${text} ` : text;
}

function spineText(bytes: Uint8Array): { readonly text: string; readonly ruby: boolean } {
  const files = unzipSync(bytes);
  const xml = (path: string): Node[] =>
    parseDocument(new TextDecoder().decode(files[path]), { xmlMode: true }).children;
  const all = (nodes: readonly Node[], name: string): Record<string, string>[] =>
    nodes.flatMap((node) => {
      if (!('children' in node)) return [];
      const inside = all(node.children, name);
      return 'name' in node && node.name === name ? [node.attribs, ...inside] : inside;
    });
  const path = all(xml('META-INF/container.xml'), 'rootfile')[0]?.['full-path'] ?? '';
  const opf = xml(path);
  const href = new Map(all(opf, 'item').map(({ id, href = '' }) => [id, href]));
  const pages = all(opf, 'itemref').map(({ idref }) =>
    xml(posix.join(posix.dirname(path), decodeURIComponent(href.get(idref) ?? ''))),
  );
  const text = pages.map((page) => page.map(textOf).join('')).join('\n');
  return { text, ruby: pages.some((page) => all(page, 'ruby').length > 0) };
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const lettersOf = (text: string): string[] => text.match(/[\p{L}\p{N}]/gu) ?? [];

/** How many of the wanted are not found in their order; what is found between them may be words of pictures. */
function lost(wanted: readonly string[], found: readonly string[]): number {
  let at = 0;
  let count = 0;
  for (const word of wanted) {
    const next = found.indexOf(word, at);
    if (next < 0 || next > at + 300) count += 1;
    else at = next + 1;
  }
  return count;
}

function lostFromBag(wanted: readonly string[], found: readonly string[]): number {
  const left = new Map<string, number>();
  for (const letter of found) left.set(letter, (left.get(letter) ?? 0) + 1);
  return wanted.filter((letter) => {
    const count = left.get(letter) ?? 0;
    left.set(letter, count - 1);
    return count <= 0;
  }).length;
}

describe.runIf(names.length > 0)('real books', () => {
  it.each(names)('%s: all text of the spine is there', { timeout: 60_000 }, async (name) => {
    const bytes = Uint8Array.from(readFileSync(join(corpus, name)));
    const { text, ruby } = spineText(bytes);
    const content = await imported(bytes, name);
    const letters = lettersOf(text);
    expect(lostFromBag(letters, lettersOf(content.text))).toBeLessThan(letters.length * 0.001 + 1);
    // Readings of ruby stand after the words that they belong to.
    if (!ruby) {
      const words = wordsOf(text);
      expect(lost(words, wordsOf(content.text))).toBeLessThan(words.length * 0.001 + 1);
    }
    expect(content.parts?.length).toBeGreaterThan(0);
    expect(content.blocks.every(({ origin }) => origin?.startsWith('/6/'))).toBe(true);
  });
});
