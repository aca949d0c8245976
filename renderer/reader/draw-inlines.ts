import type { Inline, InlineStyle } from '../../core/model/block.ts';
import type { DocumentId } from '../../core/model/document.ts';
import { drawPicture } from './draw-picture.ts';
import { element } from './element.ts';

/**
 * Text with its styles, links and pictures as nodes. Their text is exactly `text`: offsets depend on it. `start` is the
 * offset of `text` in the document; inlines count from the document's start.
 */
export function drawInlines(
  document: DocumentId,
  text: string,
  start: number,
  inlines: readonly Inline[],
): (Node | string)[] {
  if (inlines.length === 0) return [text];
  const end = start + text.length;
  const borders = new Set([start, end]);
  for (const inline of inlines) borders.add(inline.start).add(inline.end);
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts.flatMap((from, index) => {
    const pictures = picturesAt(document, inlines, from);
    const to = cuts[index + 1];
    if (to === undefined) return pictures;
    const covering = inlines.filter((inline) => inline.start <= from && inline.end >= to);
    const words = text.slice(from - start, to - start);
    return [...pictures, covering.reduceRight<Node | string>(wrapped, words)];
  });
}

function picturesAt(document: DocumentId, inlines: readonly Inline[], at: number): HTMLElement[] {
  return inlines.flatMap((inline) =>
    inline.kind === 'picture' && inline.start === at
      ? [drawPicture(document, inline.picture, inline.alternative)]
      : [],
  );
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
