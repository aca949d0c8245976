import { taggingMessages } from '../../core/messages/en/tagging.ts';
import { useActions, useApp } from '../state/context.ts';
import { Swatch } from '../ui/chip.tsx';
import { Kbd } from '../ui/kbd.tsx';
import './armed-bar.css';

/** Says below the text, which does not move for it, that selected passages are marked at once, and with what. */
export function ArmedBar() {
  const actions = useActions();
  const tag = useApp(({ armed, tags }) => (armed === null ? undefined : tags.get(armed)));
  if (tag === undefined) return null;
  return (
    <div className="armed-bar" data-testid="armed-bar" data-colour={tag.colour}>
      <Swatch colour={tag.colour} />
      <span className="armed-what" dir="auto">
        {taggingMessages.armed(tag.name)}
      </span>
      <button
        type="button"
        className="armed-end"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => actions.arm(null)}
      >
        <Kbd>Esc</Kbd> {taggingMessages.armedEnd}
      </button>
    </div>
  );
}
