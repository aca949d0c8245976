import { useEffect, useState } from 'react';
import { X } from 'lucide-react';
import { appMessages } from '../../core/messages/en/app.ts';
import type { Toast } from '../state/app-state.ts';
import { useActions, useApp } from '../state/context.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import './toasts.css';

const shownFor = 7000;

/** What just happened, with a way back. */
export function Toasts() {
  const toasts = useApp((state) => state.toasts);
  return (
    <div className="toasts" role="status">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const actions = useActions();
  const [held, setHeld] = useState(false);
  const stays = toast.tone === 'error' || held;

  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => actions.dismissToast(toast.id), shownFor);
    return () => clearTimeout(timer);
  }, [actions, stays, toast.id]);

  return (
    <div
      className={`toast toast-${toast.tone}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="toast-text" dir="auto">
        {toast.message}
      </span>
      {toast.undo && (
        <Button
          look="quiet"
          className="toast-undo"
          onClick={() => {
            actions.dismissToast(toast.id);
            void actions.undo();
          }}
        >
          {appMessages.undo}
        </Button>
      )}
      <IconButton
        label={appMessages.dismiss}
        icon={X}
        size="small"
        onClick={() => actions.dismissToast(toast.id)}
      />
    </div>
  );
}
