import type { Inline, InlineStyle } from '../../core/model/block.ts';
import { element } from './element.ts';

/**
 * Text with its styles and links as nodes. Their text is exactly `text`: offsets depend on it. `start` is the offset of
 * `text` in the document; inlines count from the document's start.
 */
export function drawInlines(
  text: string,
  start: number,
  inlines: readonly Inline[],
): (Node | string)[] {
  if (inlines.length === 0) return [text];
  const borders = new Set([start, start + text.length]);
  for (const inline of inlines) borders.add(inline.start).add(inline.end);
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? from;
    const covering = inlines.filter((inline) => inline.start <= from && inline.end >= to);
    return covering.reduceRight<Node | string>(wrapped, text.slice(from - start, to - start));
  });
}

function wrapped(inner: Node | string, inline: Inline): Node | string {
  if (inline.kind === 'picture') return inner;
  if (inline.kind === 'jump') {
    return element('a', { role: 'link', tabindex: 0, 'data-target': inline.target }, inner);
  }
  if (inline.kind === 'style') return element(elements[inline.style], {}, inner);
  // No href: nothing navigates. The reader's own click is answered where all clicks are.
  const { href } = inline;
  return element('a', { role: 'link', tabindex: 0, 'data-href': href, title: href }, inner);
}

const elements = {
  strong: 'strong',
  emphasis: 'em',
  code: 'code',
  strike: 's',
  sub: 'sub',
  sup: 'sup',
} as const satisfies Record<InlineStyle, string>;
