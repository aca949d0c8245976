import { ListPlus, Pencil, Trash2 } from 'lucide-react';
import { markColours } from '../../core/model/colours.ts';
import type { Tag } from '../../core/model/tag.ts';
import { colourNames, tagMessages } from '../../core/messages/en/tags.ts';
import { useActions } from '../state/context.ts';
import { Menu, MenuItem, MenuLabel, MenuSeparator, MenuSwatches } from '../ui/menu.tsx';
import type { Box } from '../ui/place-near.ts';
import { PinDigits } from './pin-digits.tsx';

interface TagMenuProps {
  readonly tag: Tag;
  readonly at: Box;
  readonly onClose: () => void;
  readonly onRename: () => void;
  readonly onNewInside: () => void;
}

export function TagMenu({ tag, at, onClose, onRename, onNewInside }: TagMenuProps) {
  const actions = useActions();
  return (
    <Menu label={tagMessages.actions(tag.name)} at={at} onClose={onClose}>
      <MenuItem icon={Pencil} shortcut="F2" onSelect={onRename}>
        {tagMessages.rename}
      </MenuItem>
      <MenuItem icon={ListPlus} onSelect={onNewInside}>
        {tagMessages.newTagInside}
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>{tagMessages.colour}</MenuLabel>
      <MenuSwatches
        label={tagMessages.colour}
        colours={markColours}
        names={colourNames}
        value={tag.colour}
        onChoose={(colour) => actions.recolourTag(tag, colour)}
      />
      <MenuSeparator />
      <PinDigits tag={tag} />
      <MenuSeparator />
      <MenuItem icon={Trash2} shortcut="Del" onSelect={() => void actions.removeTag(tag)}>
        {tagMessages.remove}
      </MenuItem>
    </Menu>
  );
}
