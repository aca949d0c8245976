import { appMessages } from '../../core/messages/en/app.ts';
import { importRunMessages as messages } from '../../core/messages/en/import-runs.ts';
import { useActions, useApp } from '../state/context.ts';
import { Button } from '../ui/button.tsx';
import './busy.css';

/** Files that are being taken in: how far it is, the one at work, and a way to stop. */
export function Busy() {
  const importing = useApp((state) => state.importing);
  const looking = useApp((state) => state.firstLook?.shown === true);
  const { cancelImport } = useActions();
  if (importing === null) return null;
  const { done, total, name } = importing;
  return (
    <section className="busy" aria-label={messages.progress} data-testid="importing">
      {total > 1 ? (
        <>
          <progress className="busy-bar" value={done} max={total} aria-label={messages.progress} />
          <span className="busy-count">{messages.adding(Math.min(done + 1, total), total)}</span>
          <span className="busy-text" dir="auto">
            {name}
          </span>
        </>
      ) : (
        <span className="busy-text busy-alone" role="status">
          {looking ? messages.reading(name) : messages.opening(name)}
        </span>
      )}
      <Button look="quiet" onClick={() => void cancelImport()}>
        {appMessages.cancel}
      </Button>
    </section>
  );
}
