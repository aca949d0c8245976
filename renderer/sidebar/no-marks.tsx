import { sidebarMessages } from '../../core/messages/en/sidebar.ts';
import { KeyHint } from '../commands/key-hint.tsx';
import { useActions, useApp } from '../state/context.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';

/** Why the pane is empty, and the one thing to do about it. `all` is how many marks there are without filters. */
export function NoMarks({ all }: { all: number }) {
  const actions = useActions();
  const filter = useApp((state) => state.filter);
  const waiting = useApp(({ found }) => filter.scope === 'library' && found === null);
  const reading = useApp(({ document }) => document !== null);
  const filtered =
    filter.tag !== null || filter.colour !== null || filter.hasNote || filter.text.trim() !== '';

  if (waiting) return <Empty>{sidebarMessages.searching}</Empty>;
  if (filtered && (all > 0 || filter.scope === 'library' || filter.tag !== null)) {
    return (
      <Empty title={sidebarMessages.nothingTitle}>
        <div>{sidebarMessages.nothingHint}</div>
        <div className="no-marks-ways">
          <Button onClick={actions.clearFilters}>{sidebarMessages.clear}</Button>
          {filter.scope === 'document' && (
            <Button look="quiet" onClick={() => actions.setFilter({ scope: 'library' })}>
              {sidebarMessages.lookEverywhere}
            </Button>
          )}
        </div>
      </Empty>
    );
  }
  return (
    <Empty title={sidebarMessages.emptyTitle}>
      {reading ? (
        <>
          {sidebarMessages.emptyHint} <KeyHint command="mark.highlight" />
        </>
      ) : (
        sidebarMessages.noText
      )}
    </Empty>
  );
}
