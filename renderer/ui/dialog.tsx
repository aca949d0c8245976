import { useEffect, useRef, useState, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { useFocusReturn } from './focus.ts';
import { Icon } from './icon.tsx';
import { PortalContext } from './portal.ts';
import './button.css';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The platform's modal dialog: it keeps the focus and closes by Escape. */
export function Dialog({ title, closeLabel, onClose, className, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [portal, setPortal] = useState<HTMLElement | null>(null);
  // React takes the element out before it is closed, so the platform cannot give the focus back.
  useFocusReturn();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    setPortal(element);
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className ?? ''}`}
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
      <PortalContext value={portal}>
        <div className="dialog-box">
          <div className="dialog-head">
            <h2>{title}</h2>
            {/* Without a tooltip, which would open with the dialog. */}
            <button type="button" className="icon-button" aria-label={closeLabel} onClick={onClose}>
              <Icon of={X} />
            </button>
          </div>
          {children}
        </div>
      </PortalContext>
    </dialog>
  );
}
