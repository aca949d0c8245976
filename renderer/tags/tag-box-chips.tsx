import type { TagId } from '../../core/model/tag.ts';
import { tagMessages } from '../../core/messages/en/tags.ts';
import { useApp } from '../state/context.ts';
import { RemovableChip } from '../ui/chip.tsx';
import { keyOf, type Pick } from './tag-choices.ts';
import type { Picks } from './tag-picks.ts';

interface TagBoxChipsProps {
  readonly picks: Picks;
  /** How many passages the box works on. */
  readonly count: number;
  readonly onChange: (picks: Picks) => void;
}

/** The tags of what is tagged. One that only some passages bear says of how many; a press on it gives it to all. */
export function TagBoxChips({ picks, count, onChange }: TagBoxChipsProps) {
  const tags = useApp((state) => state.tags);
  const nameOf = (pick: Pick): string =>
    pick.kind === 'create' ? pick.name : (tags.get(pick.id)?.name ?? '');
  const colourOf = (id: TagId): string => tags.get(id)?.colour ?? 'yellow';
  const { all, some } = picks;
  return (
    <>
      {all.map((pick) => (
        <RemovableChip
          key={keyOf(pick)}
          name={nameOf(pick)}
          colour={pick.kind === 'tag' ? colourOf(pick.id) : 'yellow'}
          label={tagMessages.takeOff(nameOf(pick))}
          onRemove={() => onChange({ all: all.filter((other) => other !== pick), some })}
        />
      ))}
      {some.map(({ id, count: bearing }) => {
        const name = tags.get(id)?.name ?? '';
        const others = some.filter((other) => other.id !== id);
        return (
          <RemovableChip
            key={id}
            name={name}
            share={tagMessages.someOf(bearing, count)}
            colour={colourOf(id)}
            label={tagMessages.takeOff(name)}
            giveLabel={tagMessages.giveAll(name, bearing, count)}
            onGive={() => onChange({ all: [...all, { kind: 'tag', id }], some: others })}
            onRemove={() => onChange({ all, some: others })}
          />
        );
      })}
    </>
  );
}
