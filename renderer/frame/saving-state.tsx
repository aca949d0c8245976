import { appMessages } from '../../core/messages/en/app.ts';
import { useActions, useApp } from '../state/context.ts';

/** Whether everything shown is on disk. A failure says why, what is safe and offers to try again. */
export function SavingState() {
  const saving = useApp((state) => state.saving);
  const actions = useActions();
  if (saving.kind !== 'failed') {
    return (
      <span className="saving" data-testid="saving-state" data-saving={saving.kind}>
        {saving.kind === 'saved' ? appMessages.saved : appMessages.saving}
      </span>
    );
  }
  return (
    <span
      className="saving saving-failed"
      data-testid="saving-state"
      data-saving="failed"
      role="alert"
    >
      <b>{appMessages.notSaved}</b>
      <span className="saving-why" title={saving.error.message}>
        {saving.error.message} {appMessages.waiting(saving.waiting)}
      </span>
      <button type="button" className="saving-again" onClick={actions.retrySaving}>
        {appMessages.tryAgain}
      </button>
    </span>
  );
}
