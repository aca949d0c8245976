import { useEffect, useState } from 'react';
import { backupMessages } from '../../core/messages/en/backups.ts';
import { useActions, useApp } from '../state/context.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { ListDialog } from '../ui/list-dialog.tsx';
import { RovingList } from '../ui/roving-list.tsx';
import { dayAndTime } from '../ui/when.ts';
import { BackupRow } from './backup-row.tsx';
import { LastCheck } from './last-check.tsx';
import { usePreview } from './use-preview.ts';
import './backups.css';

export function BackupsPanel() {
  const open = useApp(({ panel }) => panel === 'backups');
  return open ? <Backups /> : null;
}

/** The snapshots of the library: what each would bring back is said before it does. */
function Backups() {
  const actions = useActions();
  const { backups, problem, busy } = useApp((state) => state.care);
  const history = useApp((state) => state.history);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => void actions.listBackups(), [actions, history]);

  const list = backups ?? [];
  const backup = list.find(({ file }) => file === chosen) ?? list[0] ?? null;
  const preview = usePreview(backup?.file ?? null, history);
  const change = preview === null ? null : backupMessages.preview(preview);
  const says = preview === null ? backupMessages.looking : (change ?? backupMessages.same);

  return (
    <ListDialog
      title={backupMessages.title}
      closeLabel={backupMessages.close}
      testId="backups-panel"
      problem={problem}
      says={backup === null ? null : says}
      onClose={() => actions.showPanel(null)}
      lead={list.length > 0 && <LastCheck backups={list} />}
      buttons={
        <>
          <Button
            disabled={busy}
            onClick={() => void actions.makeBackup().then(() => setChosen(null))}
          >
            {backupMessages.make}
          </Button>
          {backup !== null && (
            <Button
              look="accent"
              disabled={change === null || busy}
              onClick={() =>
                void actions.restoreBackup(backup.file, dayAndTime(backup.at, new Date(), true))
              }
            >
              {backupMessages.restore}
            </Button>
          )}
        </>
      }
    >
      {backups?.length === 0 && (
        <Empty title={backupMessages.emptyTitle}>{backupMessages.emptyHint}</Empty>
      )}
      {list.length > 0 && (
        <RovingList
          label={backupMessages.list}
          className="list-dialog-list backup-list"
          items={list}
          itemSize={48}
          autoFocus
          onCurrent={(index) => setChosen(list[index]?.file ?? null)}
          render={(item, _, roving) => (
            <BackupRow
              key={item.file}
              backup={item}
              current={item.file === backup?.file}
              roving={roving}
            />
          )}
        />
      )}
    </ListDialog>
  );
}
