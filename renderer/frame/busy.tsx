import { appMessages } from '../../core/messages/en/app.ts';
import { useApp } from '../state/context.ts';
import './drop-zone.css';

/** Files that are being opened. */
export function Busy() {
  const importing = useApp((state) => state.importing);
  if (importing.length === 0) return null;
  return (
    <div className="busy" role="status" data-testid="importing">
      {appMessages.importing(importing)}
    </div>
  );
}
