import { X } from 'lucide-react';
import { appMessages } from '../../core/messages/en/app.ts';
import { useActions, useApp } from '../state/context.ts';
import { IconButton } from '../ui/icon-button.tsx';
import './toasts.css';

/** What the reader should know and did not ask for, such as a file that was restored; above the page until dismissed. */
export function Notices() {
  const notices = useApp((state) => state.notices);
  const actions = useActions();
  if (notices.length === 0) return null;
  return (
    <div className="notices" role="status" data-testid="notices">
      {notices.map(({ id, tone, message }) => (
        <div key={id} className={`notice notice-${tone}`}>
          <span className="notice-text" dir="auto">
            {message}
          </span>
          <IconButton
            label={appMessages.dismiss}
            icon={X}
            size="small"
            onClick={() => actions.dismissNotice(id)}
          />
        </div>
      ))}
    </div>
  );
}
