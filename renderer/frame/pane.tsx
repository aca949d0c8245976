import { useEffect, useRef, type ReactNode } from 'react';
import { useFocusReturn } from '../ui/focus.ts';
import { Resizer } from '../ui/resizer.tsx';
import type { PaneState } from './use-panes.ts';

interface PaneProps {
  readonly name: 'library' | 'marks';
  readonly label: string;
  readonly state: PaneState;
  readonly width: number;
  readonly least: number;
  readonly most: number;
  readonly resizeLabel: string;
  readonly onResize: (width: number) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A pane beside the page, or over it in a narrow window. */
export function Pane(props: PaneProps) {
  const { name, label, state, width, onClose, children } = props;
  const pane = useRef<HTMLElement>(null);
  const setWidth = (value: number): void =>
    pane.current?.style.setProperty('--pane-width', `${value}px`);
  useEffect(() => {
    pane.current?.style.setProperty('--pane-width', `${width}px`);
  }, [width, state]);
  if (state === 'hidden') return null;
  return (
    <>
      {state === 'over' && (
        <>
          <div className="pane-veil" onPointerDown={onClose} />
          <OverFocus pane={pane} />
        </>
      )}
      <aside
        ref={pane}
        className={`pane pane-${name} pane-${state}`}
        aria-label={label}
        onKeyDown={(event) => {
          if (state !== 'over' || event.key !== 'Escape' || event.defaultPrevented) return;
          event.preventDefault();
          onClose();
        }}
      >
        {children}
        {state === 'beside' && (
          <Resizer
            label={props.resizeLabel}
            side={name === 'library' ? 'end' : 'start'}
            value={width}
            least={props.least}
            most={props.most}
            onDrag={setWidth}
            onChange={props.onResize}
          />
        )}
      </aside>
    </>
  );
}

/** Takes the focus into a pane that came over the page, and gives it back. */
function OverFocus({ pane }: { pane: { readonly current: HTMLElement | null } }) {
  useFocusReturn();
  useEffect(() => {
    const first = pane.current?.querySelector('[aria-current="true"], [tabindex="0"], button');
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
  }, [pane]);
  return null;
}
