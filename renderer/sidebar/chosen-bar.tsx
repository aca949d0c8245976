import { useState } from 'react';
import { Combine, Palette, Tag, Trash2, X } from 'lucide-react';
import { markColours } from '../../core/model/colours.ts';
import { taggingMessages } from '../../core/messages/en/tagging.ts';
import { colourNames } from '../../core/messages/en/tags.ts';
import { useCommands } from '../commands/registry.ts';
import { chosenBar, chosenOverlay } from '../state/chosen-overlay.ts';
import { useActions, useAppStore } from '../state/context.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, MenuLabel, MenuSwatches } from '../ui/menu.tsx';
import type { Box } from '../ui/place-near.ts';
import { moveInToolbar } from '../ui/toolbar-keys.ts';

/** How many marks are chosen, and what can be done with all of them at once. */
export function ChosenBar({ count }: { count: number }) {
  const actions = useActions();
  const commands = useCommands();
  const store = useAppStore();
  const [menu, setMenu] = useState<Box | null>(null);
  const ids = () => [...store.getState().chosen];
  return (
    <div
      id={chosenBar}
      role="toolbar"
      aria-label={taggingMessages.chosenBar}
      className="chosen-bar"
      data-testid="chosen-bar"
      onKeyDown={moveInToolbar}
    >
      <span className="chosen-count">{taggingMessages.chosen(count)}</span>
      <IconButton
        label={taggingMessages.tagChosen}
        icon={Tag}
        size="small"
        onClick={() => actions.openOverlay(chosenOverlay(ids()))}
      />
      <IconButton
        label={taggingMessages.colourChosen}
        icon={Palette}
        size="small"
        aria-haspopup="menu"
        aria-expanded={menu !== null}
        onClick={(event) => setMenu(event.currentTarget.getBoundingClientRect())}
      />
      {count > 1 && (
        <IconButton
          label={taggingMessages.joinChosen}
          icon={Combine}
          size="small"
          onClick={() => commands.run('mark.join')}
        />
      )}
      <IconButton
        label={taggingMessages.removeChosen}
        icon={Trash2}
        size="small"
        onClick={() => actions.removeMarks(ids())}
      />
      <IconButton
        label={taggingMessages.letGo}
        icon={X}
        size="small"
        onClick={() => actions.chooseMarks([])}
      />
      {menu !== null && (
        <Menu label={taggingMessages.colourChosen} at={menu} onClose={() => setMenu(null)}>
          <MenuLabel>{taggingMessages.colourChosen}</MenuLabel>
          <MenuSwatches
            label={taggingMessages.colourChosen}
            colours={markColours}
            names={colourNames}
            value={null}
            onChoose={(colour) => actions.highlight({ kind: 'marks', ids: ids() }, colour)}
          />
        </Menu>
      )}
    </div>
  );
}
