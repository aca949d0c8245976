import { GitMerge, ListPlus, Pencil, Rows3, Split, Trash2 } from 'lucide-react';
import { codebookMessages as messages } from '../../../core/messages/en/codebook.ts';
import { colourNames } from '../../../core/messages/en/tags.ts';
import { markColours } from '../../../core/model/colours.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { useActions } from '../../state/context.ts';
import { Menu, MenuItem, MenuLabel, MenuSeparator, MenuSwatches } from '../../ui/menu.tsx';
import type { Box } from '../../ui/place-near.ts';
import type { TagWork } from './codebook-work.ts';

interface CodebookMenuProps {
  readonly tag: Tag;
  readonly at: Box;
  readonly work: TagWork;
  readonly onClose: () => void;
}

/** What can be done with a tag of the tree. */
export function CodebookMenu({ tag, at, work, onClose }: CodebookMenuProps) {
  const actions = useActions();
  return (
    <Menu label={messages.actions(tag.name)} at={at} onClose={onClose}>
      <MenuItem
        icon={Rows3}
        shortcut="Enter"
        onSelect={() => actions.openPassages({ tag: tag.id })}
      >
        {messages.showPassages}
      </MenuItem>
      <MenuItem
        icon={Pencil}
        shortcut="F2"
        onSelect={() => work.write({ kind: 'rename', id: tag.id })}
      >
        {messages.rename}
      </MenuItem>
      <MenuItem
        icon={ListPlus}
        shortcut="I"
        onSelect={() => work.write({ kind: 'new', parent: tag.id })}
      >
        {messages.newInside}
      </MenuItem>
      <MenuItem icon={GitMerge} shortcut="M" onSelect={() => work.ask('merge', tag)}>
        {messages.merge}
      </MenuItem>
      <MenuItem icon={Split} shortcut="S" onSelect={() => work.ask('split', tag)}>
        {messages.split}
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>{messages.colour}</MenuLabel>
      <MenuSwatches
        label={messages.colour}
        colours={markColours}
        names={colourNames}
        value={tag.colour}
        onChoose={(colour) => actions.recolourTag(tag, colour)}
      />
      <MenuSeparator />
      <MenuItem icon={Trash2} shortcut="Del" onSelect={() => work.remove(tag)}>
        {messages.remove}
      </MenuItem>
    </Menu>
  );
}
