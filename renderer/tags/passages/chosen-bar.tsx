import { passageMessages as messages } from '../../../core/messages/en/passages.ts';
import { useApp } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import type { Chosen } from './use-chosen.ts';
import type { PassageWork } from './use-passage-work.ts';

/** What can be done with the selected passages, each as one step of undo. */
export function ChosenBar({ chosen, work }: { chosen: Chosen; work: PassageWork }) {
  const ofTag = useApp(({ passageQuery }) => passageQuery.tag !== null);
  return (
    <div className="passages-chosen" data-testid="passages-chosen">
      <span className="passages-chosen-count">{messages.selected(chosen.ids.size)}</span>
      <Button look="quiet" onClick={() => void chosen.all()}>
        {messages.selectAll}
      </Button>
      <Button look="quiet" onClick={chosen.none}>
        {messages.selectNone} <Kbd>Esc</Kbd>
      </Button>
      <span className="passages-chosen-gap" />
      <Button onClick={() => work.tag(null)}>
        {messages.addTag} <Kbd>T</Kbd>
      </Button>
      <Button disabled={!ofTag} onClick={() => work.replace(null)}>
        {messages.moveTo} <Kbd>M</Kbd>
      </Button>
      <Button disabled={!ofTag} onClick={() => work.untag(null)}>
        {messages.untag} <Kbd>U</Kbd>
      </Button>
      <Button onClick={() => work.remove(null)}>
        {messages.removeMany} <Kbd>Del</Kbd>
      </Button>
    </div>
  );
}
