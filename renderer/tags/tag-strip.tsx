import { useState } from 'react';
import { taggingMessages } from '../../core/messages/en/tagging.ts';
import type { Tag } from '../../core/model/tag.ts';
import { activeMark } from '../state/app-state.ts';
import { useActions, useApp } from '../state/context.ts';
import { Swatch } from '../ui/chip.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import type { Box } from '../ui/place-near.ts';
import { moveInToolbar } from '../ui/toolbar-keys.ts';
import './tag-strip.css';

/** Names of so many letters are shown whole, as long as there is room for that. */
const keptLetters = 6;

interface Key {
  readonly digit: number;
  readonly tag: Tag;
}

/** The tags by digit, below the text: a press or the digit gives the tag, again takes it off. */
export function TagStrip() {
  const actions = useActions();
  const tags = useApp((state) => state.tags);
  const tagKeys = useApp((state) => state.tagKeys);
  const armed = useApp((state) => state.armed);
  const given = useApp((state) => activeMark(state)?.tags);
  const [menu, setMenu] = useState<(Key & { readonly at: Box }) | null>(null);
  const keys = tagKeys.flatMap((id, index): Key | [] => {
    const tag = id === null ? undefined : tags.get(id);
    return tag === undefined ? [] : { digit: index + 1, tag };
  });

  if (keys.length === 0)
    return <p className="tag-strip tag-strip-empty">{taggingMessages.noTags}</p>;
  return (
    <div
      role="toolbar"
      aria-label={taggingMessages.strip}
      className="tag-strip"
      data-testid="tag-strip"
      data-at-once
      // The passage stays selected.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={moveInToolbar}
    >
      {keys.map(({ digit, tag }, index) => {
        const pinned = tag.pinned === digit;
        return (
          <button
            key={digit}
            type="button"
            className="tag-key"
            data-digit={digit}
            data-colour={tag.colour}
            data-armed={tag.id === armed || undefined}
            data-pinned={pinned || undefined}
            // Long names give way first.
            style={{ flexShrink: Math.max(0, tag.name.length - keptLetters) }}
            tabIndex={index === 0 ? 0 : -1}
            aria-pressed={given?.includes(tag.id) === true}
            title={`${tag.name}\n${taggingMessages.pinHint(digit, pinned)}`}
            onClick={() => actions.giveTag(tag.id)}
            onContextMenu={(event) => {
              event.preventDefault();
              setMenu({ digit, tag, at: event.currentTarget.getBoundingClientRect() });
            }}
          >
            <span className="tag-key-digit">{digit}</span> <Swatch colour={tag.colour} />
            <span className="tag-key-name" dir="auto">
              {tag.name}
            </span>
            {pinned && <span className="sr-only">{taggingMessages.isPinned}</span>}
          </button>
        );
      })}
      {menu !== null && <KeyMenu {...menu} onClose={() => setMenu(null)} />}
    </div>
  );
}

function KeyMenu({ digit, tag, at, onClose }: Key & { at: Box; onClose: () => void }) {
  const actions = useActions();
  const pinned = tag.pinned === digit;
  return (
    <Menu label={taggingMessages.keyActions(tag.name)} at={at} onClose={onClose}>
      <MenuItem shortcut={`${digit}`} onSelect={() => actions.giveTag(tag.id)}>
        {taggingMessages.give}
      </MenuItem>
      <MenuItem shortcut={`⇧ ${digit}`} onSelect={() => actions.pinTag(tag, pinned ? null : digit)}>
        {pinned ? taggingMessages.unpin : taggingMessages.pin(digit)}
      </MenuItem>
      <MenuItem onSelect={() => actions.arm(tag.id)}>{taggingMessages.armIt}</MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => void actions.changeSettings({ tagStrip: false })}>
        {taggingMessages.hideStrip}
      </MenuItem>
    </Menu>
  );
}
