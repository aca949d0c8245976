import { Check } from 'lucide-react';
import { binMessages } from '../../core/messages/en/bin.ts';
import { Icon } from '../ui/icon.tsx';
import type { RovingProps } from '../ui/roving-list.tsx';
import { dayAndTime } from '../ui/when.ts';
import type { BinRow } from './bin-rows.ts';

interface BinRowProps {
  readonly row: Exclude<BinRow, { kind: 'title' }>;
  readonly chosen: boolean;
  readonly roving: RovingProps;
  readonly onToggle: () => void;
}

const shownQuote = 160;

/** A deleted text or mark, which a press chooses or lets go. */
export function BinRowView({ row, chosen, roving, onToggle }: BinRowProps) {
  const removed = row.kind === 'mark' ? row.item.removed : row.item.entry.removed;
  return (
    <div role="listitem">
      <button
        type="button"
        role="checkbox"
        aria-checked={chosen}
        className="list-row bin-row"
        data-testid="bin-row"
        onClick={onToggle}
        {...roving}
      >
        <span className="bin-check" aria-hidden>
          {chosen && <Icon of={Check} />}
        </span>
        {row.kind === 'document' ? (
          <span className="list-row-text">
            <b dir="auto">{row.item.entry.title}</b>
            <span className="bin-about">{binMessages.withMarks(row.item.marks)}</span>
          </span>
        ) : (
          <span className="list-row-text" data-colour={row.item.annotation.colour}>
            <q dir="auto">{row.item.annotation.selector.quote.slice(0, shownQuote)}</q>
            <span className="bin-about" dir="auto">
              {row.item.title}
            </span>
          </span>
        )}
        {removed !== null && (
          <time className="list-row-fact" dateTime={removed}>
            {dayAndTime(removed, new Date())}
          </time>
        )}
      </button>
    </div>
  );
}
