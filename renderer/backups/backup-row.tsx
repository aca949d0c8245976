import type { Backup } from '../../core/contract.ts';
import { backupMessages } from '../../core/messages/en/backups.ts';
import type { RovingProps } from '../ui/roving-list.tsx';
import { dayAndTime } from '../ui/when.ts';

interface BackupRowProps {
  readonly backup: Backup;
  readonly current: boolean;
  readonly roving: RovingProps;
}

export function BackupRow({ backup, current, roving }: BackupRowProps) {
  const now = new Date();
  const { at, reason, documents, marks, bytes, checked } = backup;
  return (
    <div role="listitem">
      <button
        type="button"
        className="list-row backup-row"
        aria-current={current}
        data-testid="backup-row"
        onClick={(event) => event.currentTarget.focus()}
        {...roving}
      >
        <span className="list-row-text">
          <b>{dayAndTime(at, now)}</b>
          <span className="backup-about">{backupMessages.reason(reason)}</span>
        </span>
        <span className="list-row-fact backup-facts">
          <span>{backupMessages.holds(documents, marks)}</span>
          <span className="backup-about">
            {backupMessages.size(bytes)},{' '}
            {checked === null
              ? backupMessages.notChecked
              : backupMessages.checked(dayAndTime(checked, now, true))}
          </span>
        </span>
      </button>
    </div>
  );
}
