import { memo, type CSSProperties } from 'react';
import type { SectionContent, SectionInfo } from '../../core/contract.ts';
import { groupBlocks, type Group } from './block-groups.ts';
import { BlockView, type SectionText } from './block-view.tsx';

interface SectionProps {
  readonly index: number;
  readonly info: SectionInfo;
  /** Undefined until the text comes: an empty box of about the right height. */
  readonly content: SectionContent | undefined;
}

/**
 * A run of blocks that the browser lays out only near the viewport. Drawn once: nothing of a mark is in its props.
 * Its height is estimated in CSS from characters and blocks, so that it follows type size and measure by itself.
 */
export const SectionView = memo(function SectionView({ index, info, content }: SectionProps) {
  const size = { '--characters': info.end - info.start, '--blocks': info.blocks } as CSSProperties;
  if (content === undefined) {
    return <div className="section section-empty" data-section={index} style={size} />;
  }
  return (
    <div className="section" data-section={index} style={size}>
      <Groups
        groups={groupBlocks(content.blocks)}
        source={{ text: content.text, start: info.start }}
      />
    </div>
  );
});

function Groups({ groups, source }: { groups: readonly Group[]; source: SectionText }) {
  return groups.map((group, index) => {
    if (group.kind === 'block') {
      return (
        <BlockView key={`${group.block.start}-${index}`} block={group.block} source={source} />
      );
    }
    if (group.kind === 'quote') {
      return (
        <blockquote key={group.start}>
          <Groups groups={group.groups} source={source} />
        </blockquote>
      );
    }
    return (
      <div key={group.start} role="list" className="list">
        {group.items.map((item) => (
          <div
            key={item.blocks[0]?.start}
            role="listitem"
            className="list-item"
            aria-level={item.depth}
            data-marker={item.marker ?? undefined}
            style={{ '--depth': item.depth } as CSSProperties}
          >
            {item.blocks.map((block) => (
              <BlockView key={block.start} block={block} source={source} />
            ))}
          </div>
        ))}
      </div>
    );
  });
}
