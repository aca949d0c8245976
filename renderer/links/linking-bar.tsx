import { linkMessages } from '../../core/messages/en/links.ts';
import { shownColour } from '../../core/edit/retag.ts';
import { useActions, useApp } from '../state/context.ts';
import { Bar } from '../ui/bar.tsx';

/** Says that the next mark pressed is the other end of a link. */
export function LinkingBar() {
  const actions = useActions();
  const linking = useApp((state) => state.linking);
  const tags = useApp((state) => state.tags);
  if (linking === null) return null;
  const { from, kind } = linking;
  return (
    <Bar
      testId="linking-bar"
      colour={shownColour(from, tags)}
      stops={linkMessages.stops}
      onStop={() => actions.armLink(null)}
    >
      {linkMessages.choosing(kind, from.selector.quote)}
    </Bar>
  );
}
