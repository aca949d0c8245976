import { useEffect, useRef, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { useFocusReturn } from './focus.ts';
import { IconButton } from './icon-button.tsx';
import './sheet.css';

interface SheetProps {
  readonly title: ReactNode;
  readonly label: string;
  readonly closeLabel: string;
  readonly testId: string;
  readonly onClose: () => void;
  /** Stands beside the title: what filters and acts on the whole. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A page of its own over the whole desk; what lies under it is `inert`. Escape closes it, and toasts stay in sight. */
export function Sheet({ title, label, closeLabel, testId, onClose, tools, children }: SheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  useFocusReturn();
  useEffect(() => {
    const element = sheet.current;
    // What is inside may have taken the focus already.
    if (element?.contains(document.activeElement) === false) element.focus({ preventScroll: true });
  }, []);
  return (
    <div
      ref={sheet}
      className="sheet"
      role="dialog"
      aria-modal="true"
      aria-label={label}
      data-testid={testId}
      data-own-keys
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className="sheet-head">
        <h2 className="sheet-title">{title}</h2>
        <div className="sheet-tools">{tools}</div>
        <IconButton label={closeLabel} icon={X} shortcut="Esc" onClick={onClose} />
      </header>
      {children}
    </div>
  );
}
