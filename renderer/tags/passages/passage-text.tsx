import type { PassageRow } from '../../../core/contract.ts';
import { useApp } from '../../state/context.ts';
import { asShown } from '../../state/shown-marks.ts';

type Passage = Extract<PassageRow, { kind: 'mark' }>;

const shownQuote = 1200;

/** A passage between the words around it, which stand back. */
export function PassageText({ passage }: { passage: Pick<Passage, 'before' | 'after' | 'mark'> }) {
  const { before, after, mark } = passage;
  const { quote } = mark.selector;
  const colour = useApp(({ tags }) => asShown(mark, tags).colour);
  return (
    <p className="passage-text" dir="auto" data-colour={colour}>
      <span className="passage-around">{before}</span>
      <mark>{quote.length > shownQuote ? `${quote.slice(0, shownQuote)}…` : quote}</mark>
      <span className="passage-around">{after}</span>
    </p>
  );
}
