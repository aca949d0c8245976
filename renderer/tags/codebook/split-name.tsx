import { codebookMessages as messages } from '../../../core/messages/en/codebook.ts';
import { useActions } from '../../state/context.ts';
import { Floating } from '../../ui/floating.tsx';
import { useFocusReturn } from '../../ui/focus.ts';
import { InlineEdit } from '../../ui/inline-edit.tsx';
import type { Asking } from './codebook-work.ts';

/** Asks for the name of the second tag; then the review begins. */
export function SplitName({ asking, onClose }: { asking: Asking; onClose: () => void }) {
  const actions = useActions();
  useFocusReturn();
  return (
    <Floating
      anchor={asking.at}
      className="tag-box split-name"
      role="dialog"
      aria-label={messages.splitName}
      data-testid="split-name"
    >
      <p className="tag-picker-label">{messages.splitName}</p>
      <InlineEdit
        label={messages.splitName}
        value=""
        longest={120}
        onSave={(name) => actions.startSplit(asking.tag, name)}
        onEnd={onClose}
      />
    </Floating>
  );
}
