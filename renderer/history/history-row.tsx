import type { HistoryItem } from '../../core/contract.ts';
import { editNames } from '../../core/messages/en/edits.ts';
import { historyMessages } from '../../core/messages/en/history.ts';
import type { RovingProps } from '../ui/roving-list.tsx';
import { clockTime } from '../ui/when.ts';
import type { HistoryRow } from './history-rows.ts';

interface HistoryRowProps {
  readonly row: HistoryRow;
  readonly current: boolean;
  readonly roving: RovingProps;
  readonly onGo: () => void;
}

export function HistoryRowView({ row, current, roving, onGo }: HistoryRowProps) {
  if (row.kind === 'day') {
    return (
      <div role="listitem" className="list-title">
        {row.name}
      </div>
    );
  }
  if (row.kind === 'here') {
    return (
      <div role="listitem" className="history-here">
        {historyMessages.here}
      </div>
    );
  }
  return (
    <div role="listitem">
      <button
        type="button"
        className="list-row history-row"
        aria-current={current}
        data-undone={row.kind === 'edit' && row.edit.undone}
        data-testid="history-row"
        onDoubleClick={onGo}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onGo();
        }}
        {...roving}
      >
        {row.kind === 'edit' ? (
          <Edit edit={row.edit} />
        ) : (
          <>
            <span className="history-time" />
            <span className="list-row-text">{historyMessages.beginning}</span>
          </>
        )}
      </button>
    </div>
  );
}

function Edit({ edit }: { edit: HistoryItem }) {
  const name = editNames[edit.label];
  return (
    <>
      <time className="history-time" dateTime={edit.at}>
        {clockTime(edit.at)}
      </time>
      <span className="list-row-text">{name.charAt(0).toUpperCase() + name.slice(1)}</span>
      <span className="list-row-fact">
        {edit.undone && <i>{historyMessages.undone}</i>}
        {historyMessages.touched(edit)}
      </span>
    </>
  );
}
