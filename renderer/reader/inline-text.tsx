import type { ReactNode } from 'react';
import type { Inline, InlineStyle } from '../../core/model/block.ts';

interface InlineTextProps {
  readonly text: string;
  /** Offset of `text` in the document; inlines count from the document's start. */
  readonly start: number;
  readonly inlines: readonly Inline[];
}

/** Text with its styles and links. The DOM's text is exactly `text`: offsets depend on it. */
export function InlineText({ text, start, inlines }: InlineTextProps) {
  if (inlines.length === 0) return text;
  const borders = new Set([start, start + text.length]);
  for (const inline of inlines) borders.add(inline.start).add(inline.end);
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? from;
    const covering = inlines.filter((inline) => inline.start <= from && inline.end >= to);
    const piece: ReactNode = text.slice(from - start, to - start);
    return <Wrapped key={from} inlines={covering} piece={piece} />;
  });
}

function Wrapped({ inlines, piece }: { inlines: readonly Inline[]; piece: ReactNode }) {
  return inlines.reduceRight<ReactNode>((inner, inline) => {
    if (inline.kind === 'link') {
      // No href: nothing navigates. The reader's own click is answered where all clicks are.
      return (
        <a role="link" tabIndex={0} data-href={inline.href} title={inline.href}>
          {inner}
        </a>
      );
    }
    const Element = elements[inline.style];
    return <Element>{inner}</Element>;
  }, piece);
}

const elements = {
  strong: 'strong',
  emphasis: 'em',
  code: 'code',
  strike: 's',
  sub: 'sub',
  sup: 'sup',
} as const satisfies Record<InlineStyle, string>;
