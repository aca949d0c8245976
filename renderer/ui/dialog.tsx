import { useEffect, useState, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { useFocusReturn } from './focus.ts';
import { IconButton } from './icon-button.tsx';
import { PortalContext } from './portal.ts';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The platform's modal dialog: it keeps the focus and closes by Escape. */
export function Dialog({ title, closeLabel, onClose, children }: DialogProps) {
  const [element, setElement] = useState<HTMLDialogElement | null>(null);
  // React takes the element out before it is closed, so the platform cannot give the focus back.
  useFocusReturn();
  useEffect(() => {
    element?.showModal();
    // The dialog itself, so that no control looks chosen and no tooltip opens before the reader does something.
    element?.focus();
    return () => element?.close();
  }, [element]);
  return (
    <dialog
      ref={setElement}
      className="dialog"
      tabIndex={-1}
      aria-label={title}
      data-own-keys
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      onPointerDown={(event) => {
        // The backdrop is the dialog itself; its content lies in the box inside.
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <PortalContext value={element}>
        <div className="dialog-box">
          <div className="dialog-head">
            <h2>{title}</h2>
            <IconButton label={closeLabel} icon={X} onClick={onClose} />
          </div>
          {children}
        </div>
      </PortalContext>
    </dialog>
  );
}
