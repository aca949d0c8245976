import { appMessages } from '../../core/messages/en/app.ts';
import { useActions, useApp } from '../state/context.ts';
import { Button } from '../ui/button.tsx';
import './drop-zone.css';

/** Files that are being opened. */
export function Busy() {
  const importing = useApp((state) => state.importing);
  const { cancelImport } = useActions();
  if (importing.length === 0) return null;
  return (
    <div className="busy" role="status" data-testid="importing">
      <span className="busy-text">{appMessages.importing(importing)}</span>
      <Button look="quiet" onClick={() => void cancelImport()}>
        {appMessages.cancel}
      </Button>
    </div>
  );
}
