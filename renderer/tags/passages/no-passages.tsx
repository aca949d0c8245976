import { passageMessages as messages } from '../../../core/messages/en/passages.ts';
import { useActions, useApp } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Kbd } from '../../ui/kbd.tsx';

/** Why the list is empty, and the one thing to do about it. */
export function NoPassages() {
  const actions = useActions();
  const waiting = useApp(({ passages }) => passages === null);
  const filtered = useApp(
    ({ passageQuery: { together, document, since, until, colour, hasNote, text } }) =>
      together.length > 0 ||
      [document, since, until, colour].some((value) => value !== null) ||
      hasNote ||
      text.trim() !== '',
  );
  if (waiting) return <Empty>{messages.searching}</Empty>;
  return (
    <div className="no-passages">
      {filtered ? (
        <Empty title={messages.nothingTitle}>
          <div>{messages.nothingHint}</div>
          <Button onClick={actions.clearPassages}>{messages.clear}</Button>
        </Empty>
      ) : (
        <Empty title={messages.emptyTitle}>
          {messages.emptyHint} <Kbd>T</Kbd>
        </Empty>
      )}
    </div>
  );
}
