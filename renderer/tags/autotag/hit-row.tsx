import { memo } from 'react';
import { Check, X } from 'lucide-react';
import { ruleMessages as messages } from '../../../core/messages/en/rules.ts';
import type { RuleHit } from '../../../core/contract.ts';
import type { HitRow as Row } from '../../state/auto-tag.ts';
import { useActions, useApp } from '../../state/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { sameRoving, type RovingProps } from '../../ui/roving-list.tsx';

interface HitRowProps {
  readonly row: Row;
  readonly roving: RovingProps;
}

/** A passage in its surroundings, the words in bold, with what was decided of it. */
export const HitRow = memo(
  function HitRow({ row, roving }: HitRowProps) {
    return row.kind === 'title' ? (
      <div role="listitem" className="list-title hit-title" dir="auto">
        {row.title}
        <span>{row.count.toLocaleString('en')}</span>
      </div>
    ) : (
      <Hit row={row} roving={roving} />
    );
  },
  (a, b) => a.row === b.row && sameRoving(a.roving, b.roving),
);

function Hit({ row, roving }: { row: Extract<Row, { kind: 'hit' }>; roving: RovingProps }) {
  const actions = useActions();
  const taken = useApp(({ autoTag }) => autoTag.decisions.get(row.number));
  const state = taken === undefined ? 'undecided' : taken ? 'taken' : 'left';
  const decide = (to: boolean): void => actions.decideHit(row.number, taken === to ? null : to);
  return (
    <div role="listitem" className="hit" data-state={state} data-testid="rule-hit">
      <button
        type="button"
        className="hit-text"
        dir="auto"
        onClick={() => decide(true)}
        {...roving}
      >
        <Shown hit={row.hit} />
        <span className="sr-only">, {messages[state]}</span>
      </button>
      {([true, false] as const).map((to) => (
        <button
          key={String(to)}
          type="button"
          tabIndex={-1}
          className="icon-button icon-button-small"
          aria-label={to ? messages.take : messages.leave}
          aria-pressed={taken === to}
          onClick={() => decide(to)}
        >
          <Icon of={to ? Check : X} />
        </button>
      ))}
    </div>
  );
}

/** What is around the passage is paler than the passage. */
function Shown({ hit: { text, passage, words } }: { hit: RuleHit }) {
  const cuts = new Set([0, ...passage, ...words, text.length]);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? text.length;
    const part = text.slice(from, to);
    const inWord = words.some(
      (start, at) => at % 2 === 0 && start <= from && to <= (words[at + 1] ?? 0),
    );
    if (inWord) return <b key={from}>{part}</b>;
    const inside = from >= passage[0] && to <= passage[1];
    return (
      <span key={from} className={inside ? 'hit-passage' : 'hit-around'}>
        {part}
      </span>
    );
  });
}
