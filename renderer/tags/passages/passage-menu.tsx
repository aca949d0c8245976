import { BookOpen, Replace, Star, StickyNote, Tag, Trash2, X } from 'lucide-react';
import { passageMessages as messages } from '../../../core/messages/en/passages.ts';
import { colourNames } from '../../../core/messages/en/tags.ts';
import { markColours } from '../../../core/model/colours.ts';
import { Menu, MenuItem, MenuLabel, MenuSeparator, MenuSwatches } from '../../ui/menu.tsx';
import type { Box } from '../../ui/place-near.ts';
import type { Passage } from './passage-row.tsx';
import type { PassageWork } from './use-passage-work.ts';

interface PassageMenuProps {
  readonly passage: Passage;
  readonly at: Box;
  readonly work: PassageWork;
  readonly onClose: () => void;
}

/** What can be done with one passage. */
export function PassageMenu({ passage, at, work, onClose }: PassageMenuProps) {
  return (
    <Menu label={messages.actions} at={at} onClose={onClose}>
      <MenuItem icon={BookOpen} shortcut="Enter" onSelect={() => work.open(passage.mark)}>
        {messages.open}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={Tag} shortcut="T" onSelect={() => work.tag(passage)}>
        {messages.tag}
      </MenuItem>
      <MenuItem icon={Replace} shortcut="M" onSelect={() => work.replace(passage)}>
        {messages.moveTo}
      </MenuItem>
      <MenuItem icon={X} shortcut="U" onSelect={() => work.untag(passage)}>
        {messages.untag}
      </MenuItem>
      <MenuItem icon={StickyNote} shortcut="N" onSelect={() => work.note(passage)}>
        {messages.note}
      </MenuItem>
      <MenuItem icon={Star} shortcut="E" onSelect={() => work.example(passage)}>
        {messages.example}
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>{messages.colour}</MenuLabel>
      <MenuSwatches
        label={messages.colour}
        colours={markColours}
        names={colourNames}
        value={passage.mark.colour}
        onChoose={(colour) => work.recolour(passage, colour)}
      />
      <MenuSeparator />
      <MenuItem icon={Trash2} shortcut="Del" onSelect={() => work.remove(passage)}>
        {messages.remove}
      </MenuItem>
    </Menu>
  );
}
