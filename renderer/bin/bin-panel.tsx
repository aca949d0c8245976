import { useEffect, useMemo, useState } from 'react';
import { binMessages } from '../../core/messages/en/bin.ts';
import { useActions, useApp } from '../state/context.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { ListDialog } from '../ui/list-dialog.tsx';
import { RovingList } from '../ui/roving-list.tsx';
import { BinRowView } from './bin-row.tsx';
import { binRows, type BinRow } from './bin-rows.ts';
import { EmptyBinDialog } from './empty-bin-dialog.tsx';
import './bin.css';

export function BinPanel() {
  const open = useApp(({ panel }) => panel === 'bin');
  return open ? <DeletedThings /> : null;
}

/** What was deleted and waits: choose some and bring them back, or let all of it go for good. */
function DeletedThings() {
  const actions = useActions();
  const { bin, problem, busy } = useApp((state) => state.care);
  const history = useApp((state) => state.history);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  useEffect(() => void actions.listBin(), [actions, history]);

  const rows = useMemo(() => (bin === null ? [] : binRows(bin)), [bin]);
  const choosable = rows.flatMap((row) => (row.kind === 'title' ? [] : [row.id]));
  const taken = choosable.filter((id) => chosen.has(id));
  const all = taken.length === choosable.length;

  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const restore = (): void => {
    const of = (kind: BinRow['kind']): readonly string[] =>
      rows.flatMap((row) =>
        row.kind === kind && row.kind !== 'title' && chosen.has(row.id) ? [row.id] : [],
      );
    void actions.restoreFromBin({ documents: of('document'), marks: of('mark') });
  };

  return (
    <>
      <ListDialog
        title={binMessages.title}
        closeLabel={binMessages.close}
        testId="bin-panel"
        problem={problem}
        says={
          choosable.length === 0
            ? null
            : taken.length === 0
              ? binMessages.hint
              : binMessages.selected(taken.length)
        }
        onClose={() => actions.showPanel(null)}
        buttons={
          choosable.length > 0 && (
            <>
              <Button look="quiet" onClick={() => setChosen(new Set(all ? [] : choosable))}>
                {all ? binMessages.selectNone : binMessages.selectAll}
              </Button>
              <Button disabled={busy} onClick={() => setAsking(true)}>
                {binMessages.empty}
              </Button>
              <Button look="accent" disabled={taken.length === 0 || busy} onClick={restore}>
                {binMessages.restore}
              </Button>
            </>
          )
        }
      >
        {bin !== null && rows.length === 0 && (
          <Empty title={binMessages.emptyTitle}>{binMessages.emptyHint}</Empty>
        )}
        {rows.length > 0 && (
          <RovingList
            label={binMessages.list}
            className="list-dialog-list"
            items={rows}
            itemSize={48}
            passOver={(row) => row.kind === 'title'}
            autoFocus
            render={(row, _, roving) =>
              row.kind === 'title' ? (
                <div key={row.name} role="listitem" className="list-title">
                  {row.name}
                </div>
              ) : (
                <BinRowView
                  key={row.id}
                  row={row}
                  chosen={chosen.has(row.id)}
                  roving={roving}
                  onToggle={() => toggle(row.id)}
                />
              )
            }
          />
        )}
      </ListDialog>
      {asking && bin !== null && <EmptyBinDialog bin={bin} onClose={() => setAsking(false)} />}
    </>
  );
}
