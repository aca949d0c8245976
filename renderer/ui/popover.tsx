import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Floating } from './floating.tsx';
import { useFocusReturn } from './focus.ts';
import type { Box } from './place-near.ts';

interface PopoverProps {
  readonly label: string;
  /** The id of the button that it belongs to. */
  readonly anchorId: string;
  readonly className?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel under its button: takes the focus, closes by Escape, by a press outside and when the focus leaves. */
export function Popover({ label, anchorId, className, onClose, children }: PopoverProps) {
  const [anchor] = useState(() => boxOf(anchorId));
  const inside = useRef<HTMLDivElement>(null);
  useFocusReturn();
  useEffect(() => inside.current?.focus({ preventScroll: true }), []);
  return (
    <Floating
      anchor={anchor}
      onOutside={onClose}
      keep={`#${anchorId}`}
      role="dialog"
      aria-label={label}
      {...(className === undefined ? {} : { className })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget instanceof Element && !currentTarget.contains(relatedTarget)) onClose();
      }}
    >
      <div ref={inside} tabIndex={-1} className="popover-inside">
        {children}
      </div>
    </Floating>
  );
}

function boxOf(id: string): Box {
  const rect = document.getElementById(id)?.getBoundingClientRect();
  return rect ?? { x: window.innerWidth - 340, y: 40, width: 0, height: 0 };
}
