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
  colour,
  label,
  onRemove,
}: {
  name: string;
  colour: string;
  label: string;
  onRemove: () => void;
}) {
  return (
    <span className="chip chip-removable" data-colour={colour}>
      <span className="chip-name" dir="auto">
        {name}
      </span>
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
