import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import './resizer.css';

interface ResizerProps {
  readonly label: string;
  /** The side of the pane that it stands at. */
  readonly side: 'start' | 'end';
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** While the pointer moves. */
  readonly onDrag: (width: number) => void;
  readonly onChange: (width: number) => void;
}

const step = 16;

/** The line between two panes: drag it, or move it with the arrow keys. */
export function Resizer({ label, side, value, least, most, onDrag, onChange }: ResizerProps) {
  const from = useRef<{ readonly x: number; width: number } | null>(null);
  const clamp = (width: number): number => Math.round(Math.max(least, Math.min(most, width)));

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width: value };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (from.current === null) return;
    const moved = (event.clientX - from.current.x) * grows(side);
    from.current.width = clamp(value + moved);
    onDrag(from.current.width);
  };
  const onPointerUp = (): void => {
    const width = from.current?.width;
    from.current = null;
    if (width !== undefined && width !== value) onChange(width);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const widths: Partial<Record<string, number>> = {
      ArrowLeft: value - step * grows(side),
      ArrowRight: value + step * grows(side),
      Home: least,
      End: most,
    };
    const width = widths[event.key];
    if (width === undefined) return;
    event.preventDefault();
    onChange(clamp(width));
  };

  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={value}
      aria-valuemin={least}
      aria-valuemax={most}
      className={`resizer resizer-${side}`}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    />
  );
}

/** 1 where moving right makes the pane wider. */
function grows(side: 'start' | 'end'): 1 | -1 {
  const rtl = document.documentElement.dir === 'rtl';
  return (side === 'end') === rtl ? -1 : 1;
}
