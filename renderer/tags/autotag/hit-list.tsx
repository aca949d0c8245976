import { useEffect, useRef, type KeyboardEvent } from 'react';
import { ruleMessages as messages } from '../../../core/messages/en/rules.ts';
import type { HitRow as Row } from '../../state/auto-tag.ts';
import { useActions, useApp } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { RovingList } from '../../ui/roving-list.tsx';
import { focusHit, focusQuery } from './focus-hit.ts';
import { HitRow } from './hit-row.tsx';

/** What a rule found, to be taken or left one by one by keys. */
export function HitList() {
  const actions = useActions();
  const result = useApp(({ autoTag }) => autoTag.result);
  const busy = useApp(({ autoTag }) => autoTag.busy);
  const rows = result?.rows ?? [];

  const next = (index: number, by: 1 | -1): void => {
    let to = index + by;
    while (rows[to]?.kind === 'title') to += by;
    if (rows[to] !== undefined) focusHit(to);
  };
  const onItemKey = (event: KeyboardEvent, row: Row, index: number): void => {
    if (row.kind !== 'hit' || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'j') next(index, 1);
    else if (key === 'k') next(index, -1);
    else if (key === 'a') actions.takeAllHits();
    else if (key === 'backspace' || key === 'delete') actions.decideHit(row.number, null);
    else if (key === 'y' || key === 'enter' || key === ' ') {
      actions.decideHit(row.number, true);
      next(index, 1);
    } else if (key === 'x' || key === 'n') {
      actions.decideHit(row.number, false);
      next(index, 1);
    } else return;
    event.preventDefault();
  };

  if (busy === 'finding') return <Finding />;
  if (result === null) return <Empty title={messages.emptyTitle}>{messages.emptyHint}</Empty>;
  if (result.hits === 0) return <Empty title={messages.nothingTitle}>{messages.nothingHint}</Empty>;
  return (
    <RovingList
      label={messages.list}
      className="list-dialog-list hit-list"
      items={rows}
      itemSize={64}
      passOver={(row) => row.kind === 'title'}
      onItemKey={onItemKey}
      render={(row, index, roving) => <HitRow key={index} row={row} roving={roving} />}
    />
  );
}

/** ms: what is shorter needs no word. */
const soon = 300;

/** How far it is, with a way to end it: shown only where it takes long enough to be read. */
function Finding() {
  const actions = useActions();
  const progress = useApp(({ autoTag }) => autoTag.progress);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => box.current?.removeAttribute('hidden'), soon);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div ref={box} className="rule-busy" hidden data-testid="rule-progress">
      <p role="status">
        {progress === null
          ? messages.finding
          : messages.progress(progress.done, progress.of, progress.found)}
      </p>
      <progress aria-label={messages.finding} max={progress?.of ?? 1} value={progress?.done ?? 0} />
      <Button
        onClick={() => {
          actions.cancelRule();
          focusQuery();
        }}
      >
        {messages.cancel}
      </Button>
    </div>
  );
}
