import { taggingMessages } from '../../core/messages/en/tagging.ts';
import { useActions, useApp } from '../state/context.ts';
import { Bar } from '../ui/bar.tsx';

/** Says that selected passages are marked at once, and with what. */
export function ArmedBar() {
  const actions = useActions();
  const tag = useApp(({ armed, tags }) => (armed === null ? undefined : tags.get(armed)));
  if (tag === undefined) return null;
  return (
    <Bar
      testId="armed-bar"
      colour={tag.colour}
      stops={taggingMessages.armedEnd}
      onStop={() => actions.arm(null)}
    >
      {taggingMessages.armed(tag.name)}
    </Bar>
  );
}
