import type { SectionContent } from '../../core/contract.ts';
import type { DocumentId } from '../../core/model/document.ts';
import { groupBlocks, type Group, type ListItem } from './block-groups.ts';
import { drawBlock, type SectionText } from './draw-block.ts';
import { element } from './element.ts';

/**
 * The blocks of a section as elements, made by hand and once: React would keep three objects of its own for every block,
 * a quarter of the memory of a long text, to compare what never changes.
 */
export function drawSection(
  document: DocumentId,
  { text, blocks }: SectionContent,
  start: number,
): HTMLElement[] {
  return drawGroups(groupBlocks(blocks), { document, text, start });
}

function drawGroups(groups: readonly Group[], source: SectionText): HTMLElement[] {
  return groups.map((group) => {
    switch (group.kind) {
      case 'block':
        return drawBlock(group.block, source);
      case 'quote':
        return element('blockquote', {}, ...drawGroups(group.groups, source));
      case 'list':
        return element(
          'div',
          { role: 'list', class: 'list' },
          ...group.items.map((item) => drawItem(item, source)),
        );
    }
  });
}

function drawItem({ depth, marker, blocks }: ListItem, source: SectionText): HTMLElement {
  const item = element(
    'div',
    {
      role: 'listitem',
      class: 'list-item',
      'aria-level': depth,
      'data-marker': marker ?? undefined,
    },
    ...blocks.map((block) => drawBlock(block, source)),
  );
  item.style.setProperty('--depth', String(depth));
  return item;
}
