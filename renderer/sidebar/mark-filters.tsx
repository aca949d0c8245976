import { useState } from 'react';
import { ListFilter } from 'lucide-react';
import { markColours } from '../../core/model/colours.ts';
import { sidebarMessages } from '../../core/messages/en/sidebar.ts';
import { colourNames } from '../../core/messages/en/tags.ts';
import { useActions, useApp } from '../state/context.ts';
import { FilterChip } from '../ui/chip.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, MenuItem, MenuLabel, MenuSeparator, MenuSwatches } from '../ui/menu.tsx';
import type { Box } from '../ui/place-near.ts';
import { Segments } from '../ui/segments.tsx';

const scopes = ['document', 'library'] as const;
const scopeNames = { document: sidebarMessages.thisText, library: sidebarMessages.allTexts };

/** What the marks pane shows: where it looks, and by what. Each filter that is on is a chip that takes itself off. */
export function MarkFilters({ all, shown }: { all: number; shown: number }) {
  const actions = useActions();
  const filter = useApp((state) => state.filter);
  const tag = useApp(({ tags }) => (filter.tag === null ? undefined : tags.get(filter.tag)));
  const [menu, setMenu] = useState<Box | null>(null);
  const { colour, text } = filter;
  const none = filter.tag === null && colour === null && text.trim() === '' && !filter.hasNote;

  return (
    <header className="mark-filters" aria-label={sidebarMessages.filters} role="group">
      <div className="mark-filters-row">
        <Segments
          label={sidebarMessages.scope}
          options={scopes}
          names={scopeNames}
          value={filter.scope}
          onChoose={(scope) => actions.setFilter({ scope })}
        />
        <span className="mark-filters-shown" role="status">
          {!none && sidebarMessages.shown(shown, all)}
        </span>
        <IconButton
          label={sidebarMessages.byColour}
          icon={ListFilter}
          size="small"
          className="mark-filters-more"
          aria-haspopup="menu"
          aria-expanded={menu !== null}
          onClick={(event) => setMenu(event.currentTarget.getBoundingClientRect())}
        />
      </div>
      <div className="mark-filters-chips">
        <FilterChip pressed={none} onClick={actions.clearFilters}>
          {sidebarMessages.all(all)}
        </FilterChip>
        {tag !== undefined && (
          <FilterChip
            pressed
            removable
            colour={tag.colour}
            title={sidebarMessages.tagFilter(tag.name)}
            onClick={() => actions.setFilter({ tag: null })}
          >
            {tag.name}
          </FilterChip>
        )}
        {colour !== null && (
          <FilterChip
            pressed
            removable
            colour={colour}
            title={sidebarMessages.colourFilter(colourNames[colour])}
            onClick={() => actions.setFilter({ colour: null })}
          >
            {colourNames[colour].toLowerCase()}
          </FilterChip>
        )}
        {text.trim() !== '' && (
          <FilterChip
            pressed
            removable
            title={sidebarMessages.textFilterOff(text.trim())}
            onClick={() => actions.setFilter({ text: '' })}
          >
            {sidebarMessages.textFilter(text.trim())}
          </FilterChip>
        )}
        <FilterChip
          pressed={filter.hasNote}
          onClick={() => actions.setFilter({ hasNote: !filter.hasNote })}
        >
          {sidebarMessages.hasNote}
        </FilterChip>
      </div>
      {menu !== null && (
        <Menu label={sidebarMessages.colour} at={menu} onClose={() => setMenu(null)}>
          <MenuLabel>{sidebarMessages.colour}</MenuLabel>
          <MenuSwatches
            label={sidebarMessages.colour}
            colours={markColours}
            names={colourNames}
            value={colour}
            onChoose={(chosen) => actions.setFilter({ colour: chosen === colour ? null : chosen })}
          />
          <MenuSeparator />
          <MenuItem onSelect={() => actions.setFilter({ colour: null })}>
            {sidebarMessages.anyColour}
          </MenuItem>
        </Menu>
      )}
    </header>
  );
}
