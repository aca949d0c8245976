import type { ComponentProps } from 'react';
import { X } from 'lucide-react';
import { Icon } from './icon.tsx';
import './chip.css';

/** A tag as it stands on a mark. The colour is one of the mark hues. */
export function Chip({ name, colour }: { name: string; colour: string }) {
  return (
    <span className="chip" data-colour={colour} dir="auto">
      {name}
    </span>
  );
}

/** A chip that takes itself off. */
export function RemovableChip({
  name,
  share,
  colour,
  label,
  giveLabel,
  onGive,
  onRemove,
}: {
  name: string;
  /** On how many of several things the tag is, where it is not on all. */
  share?: string;
  colour: string;
  label: string;
  giveLabel?: string;
  /** Makes it a chip of all. */
  onGive?: () => void;
  onRemove: () => void;
}) {
  return (
    <span
      className="chip chip-removable"
      data-colour={colour}
      data-some={share === undefined ? undefined : true}
    >
      {onGive === undefined ? (
        <span className="chip-name" dir="auto">
          {name}
        </span>
      ) : (
        <button type="button" className="chip-name" aria-label={giveLabel} onClick={onGive}>
          <span dir="auto">{name}</span> <span className="chip-share">{share}</span>
        </button>
      )}
      <button type="button" className="chip-x" aria-label={label} onClick={onRemove}>
        <Icon of={X} />
      </button>
    </span>
  );
}

export function Swatch({ colour }: { colour: string }) {
  return <span className="swatch" data-colour={colour} aria-hidden />;
}

interface FilterChipProps extends ComponentProps<'button'> {
  readonly pressed: boolean;
  readonly colour?: string;
  /** Shows a cross: a press takes the filter off. */
  readonly removable?: boolean;
}

/** A filter that is on or off. */
export function FilterChip({ pressed, colour, removable, children, ...rest }: FilterChipProps) {
  return (
    <button type="button" className="filter-chip" aria-pressed={pressed} {...rest}>
      {colour !== undefined && <Swatch colour={colour} />}
      <span className="filter-chip-name" dir="auto">
        {children}
      </span>
      {removable === true && <Icon of={X} className="filter-chip-x" />}
    </button>
  );
}
