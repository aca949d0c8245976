import { ShieldCheck, ShieldQuestion } from 'lucide-react';
import type { Backup } from '../../core/contract.ts';
import { backupMessages } from '../../core/messages/en/backups.ts';
import { Icon } from '../ui/icon.tsx';
import { dayAndTime } from '../ui/when.ts';

/** When a backup was last proved by restoring it. */
export function LastCheck({ backups }: { backups: readonly Backup[] }) {
  const last = backups
    .flatMap(({ checked }) => checked ?? [])
    .toSorted()
    .at(-1);
  return (
    <div className="last-check" data-passed={last !== undefined}>
      <Icon of={last === undefined ? ShieldQuestion : ShieldCheck} />
      <p>
        <b>
          {last === undefined
            ? backupMessages.neverChecked
            : backupMessages.lastCheck(dayAndTime(last, new Date(), true))}
        </b>
        <span>
          {last === undefined ? backupMessages.neverCheckedHint : backupMessages.lastCheckHint}
        </span>
      </p>
    </div>
  );
}
