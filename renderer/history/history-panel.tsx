import { useEffect, useMemo, useState } from 'react';
import { historyMessages } from '../../core/messages/en/history.ts';
import { useActions, useApp } from '../state/context.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { ListDialog } from '../ui/list-dialog.tsx';
import { RovingList } from '../ui/roving-list.tsx';
import { HistoryRowView } from './history-row.tsx';
import { historyRows, whatItDoes } from './history-rows.ts';
import './history.css';

export function HistoryPanel() {
  const open = useApp(({ panel }) => panel === 'history');
  return open ? <History /> : null;
}

/** Every edit that can be taken back or done again, and where the library stands among them. */
function History() {
  const actions = useActions();
  const { history, problem, busy } = useApp((state) => state.care);
  // Changes with every edit, such as an undo by its key while the panel is open.
  const state = useApp((app) => app.history);
  const [chosen, setChosen] = useState<number | null>(null);
  useEffect(() => void actions.listHistory(), [actions, state]);

  const rows = useMemo(() => historyRows(history ?? [], new Date()), [history]);
  const here = rows.findIndex((row) => 'steps' in row && row.steps === 0);
  const at = Math.min(chosen ?? here, rows.length - 1);
  const row = rows[at];
  const steps = row !== undefined && 'steps' in row ? row.steps : 0;

  const go = (index: number): void => {
    const target = rows[index];
    if (target === undefined || !('steps' in target) || target.steps === 0) return;
    const count = Math.abs(target.steps);
    const said =
      target.steps < 0 ? historyMessages.wentBack(count) : historyMessages.wentForward(count);
    void actions.goToEdit(target.kind === 'edit' ? target.edit.id : null, said);
  };

  return (
    <ListDialog
      title={historyMessages.title}
      closeLabel={historyMessages.close}
      testId="history-panel"
      problem={problem}
      says={rows.length === 0 ? null : whatItDoes(steps)}
      onClose={() => actions.showPanel(null)}
      buttons={
        rows.length > 0 && (
          <Button look="accent" disabled={steps === 0 || busy} onClick={() => go(at)}>
            {steps > 0 ? historyMessages.goForward : historyMessages.goBack}
          </Button>
        )
      }
    >
      {history !== null && rows.length === 0 && (
        <Empty title={historyMessages.emptyTitle}>{historyMessages.emptyHint}</Empty>
      )}
      {rows.length > 0 && (
        <RovingList
          label={historyMessages.list}
          className="list-dialog-list"
          items={rows}
          itemSize={32}
          passOver={(item) => item.kind === 'day' || item.kind === 'here'}
          show={here}
          autoFocus
          onCurrent={setChosen}
          render={(item, index, roving) => (
            <HistoryRowView
              key={index}
              row={item}
              current={index === at}
              roving={roving}
              onGo={() => go(index)}
            />
          )}
        />
      )}
    </ListDialog>
  );
}
