import { memo, useLayoutEffect, useRef, type CSSProperties } from 'react';
import type { SectionContent, SectionInfo } from '../../core/contract.ts';
import type { DocumentId } from '../../core/model/document.ts';
import { drawSection } from './draw-section.ts';

interface SectionProps {
  readonly document: DocumentId;
  readonly index: number;
  readonly info: SectionInfo;
  /** Undefined until the text comes: an empty box of about the right height. */
  readonly content: SectionContent | undefined;
}

/**
 * A run of blocks that the browser lays out only near the viewport. Drawn once: nothing of a mark is in its props.
 * Its height is estimated in CSS from characters, blocks and pictures, so that it follows type size and measure by itself.
 */
export const SectionView = memo(function SectionView({
  document,
  index,
  info,
  content,
}: SectionProps) {
  const box = useRef<HTMLDivElement>(null);
  const { start } = info;
  useLayoutEffect(() => {
    if (content === undefined) return;
    box.current?.replaceChildren(...drawSection(document, content, start));
  }, [document, content, start]);
  const size = {
    '--characters': info.end - info.start,
    '--blocks': info.blocks,
    '--pictures': info.pictures,
  } as CSSProperties;
  return (
    <div
      ref={box}
      className={content === undefined ? 'section section-empty' : 'section'}
      data-section={index}
      style={size}
    />
  );
});
