import { Copy, Link, StickyNote, Tag, Trash2 } from 'lucide-react';
import { markColours } from '../../core/model/colours.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import { sidebarMessages } from '../../core/messages/en/sidebar.ts';
import { colourNames } from '../../core/messages/en/tags.ts';
import { useKeyLabel } from '../commands/use-key-label.ts';
import { useActions, useApp } from '../state/context.ts';
import { Menu, MenuItem, MenuLabel, MenuSeparator, MenuSwatches } from '../ui/menu.tsx';
import type { Box } from '../ui/place-near.ts';

interface MarkMenuProps {
  readonly mark: Annotation;
  readonly at: Box;
  readonly onClose: () => void;
  readonly onOverlay: (kind: 'tag' | 'note') => void;
}

export function MarkMenu({ mark, at, onClose, onOverlay }: MarkMenuProps) {
  const actions = useActions();
  const keyLabel = useKeyLabel();
  const here = useApp(({ marks }) => marks.get(mark.id) !== undefined);
  return (
    <Menu label={sidebarMessages.actions} at={at} onClose={onClose}>
      <MenuItem icon={Tag} shortcut={keyLabel('mark.tag')} onSelect={() => onOverlay('tag')}>
        {sidebarMessages.tag}
      </MenuItem>
      <MenuItem
        icon={StickyNote}
        shortcut={keyLabel('mark.note')}
        onSelect={() => onOverlay('note')}
      >
        {sidebarMessages.note}
      </MenuItem>
      <MenuItem
        icon={Copy}
        onSelect={() => void actions.copy(mark.selector.quote, sidebarMessages.copied)}
      >
        {sidebarMessages.copy}
      </MenuItem>
      {here && (
        <MenuItem
          icon={Link}
          onSelect={() => {
            actions.activate(mark.id);
            actions.showPanel('link');
          }}
        >
          {sidebarMessages.link}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuLabel>{sidebarMessages.colour}</MenuLabel>
      <MenuSwatches
        label={sidebarMessages.colour}
        colours={markColours}
        names={colourNames}
        value={mark.colourBy === 'tag' && mark.tags.length > 0 ? null : mark.colour}
        onChoose={(colour) => actions.highlight({ kind: 'mark', id: mark.id }, colour)}
      />
      <MenuSeparator />
      <MenuItem
        icon={Trash2}
        shortcut={keyLabel('mark.remove')}
        onSelect={() => actions.removeMark(mark.id)}
      >
        {sidebarMessages.remove}
      </MenuItem>
    </Menu>
  );
}
