import { tagDigits } from '../../core/commands/tags.ts';
import type { Tag } from '../../core/model/tag.ts';
import { taggingMessages } from '../../core/messages/en/tagging.ts';
import { useActions, useApp } from '../state/context.ts';
import { MenuChoices, MenuItem, MenuLabel } from '../ui/menu.tsx';

/** The part of a tag's menu that gives it a key: pin it to a digit, or mark at once with it. */
export function PinDigits({ tag }: { tag: Tag }) {
  const actions = useActions();
  const tags = useApp((state) => state.tags);
  const tagKeys = useApp((state) => state.tagKeys);
  const holder = (digit: number): string | null => {
    const other = tags.get(tagKeys[digit - 1] ?? '');
    return other === undefined || other.id === tag.id ? null : other.name;
  };
  return (
    <>
      <MenuItem onSelect={() => actions.arm(tag.id)}>{taggingMessages.armIt}</MenuItem>
      <MenuLabel>{taggingMessages.pinTo}</MenuLabel>
      <MenuChoices
        label={taggingMessages.pinTo}
        choices={tagDigits.map((digit) => ({
          value: String(digit),
          name: taggingMessages.pinDigit(digit, holder(digit)),
        }))}
        value={tag.pinned == null ? null : String(tag.pinned)}
        onChoose={(value) => {
          const digit = Number(value);
          actions.pinTag(tag, tag.pinned === digit ? null : digit);
        }}
      />
    </>
  );
}
