import { useEffect, useState } from 'react';
import { X } from 'lucide-react';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { codebookMessages as messages } from '../../../core/messages/en/codebook.ts';
import { passageMessages } from '../../../core/messages/en/passages.ts';
import { useActions, useApp } from '../../state/context.ts';
import { focusText } from '../../ui/focus.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Kbd } from '../../ui/kbd.tsx';

const none: NonNullable<Tag['examples']> = [];

/** Passages that show what a tag means; a press opens the text there. */
export function Examples({ tag }: { tag: Tag }) {
  const actions = useActions();
  const titles = useApp((state) => state.documents);
  const { examples = none } = tag;
  const [marks, setMarks] = useState<readonly Annotation[]>([]);
  useEffect(() => {
    let wanted = true;
    void actions.marksOf(examples).then((found) => {
      if (wanted) setMarks(found);
    });
    return () => {
      wanted = false;
    };
  }, [actions, examples]);
  return (
    <div className="rule" role="group" aria-label={messages.examples}>
      <span className="rule-label">{messages.examples}</span>
      {marks.length === 0 ? (
        <p className="rule-hint">
          {messages.noExamples} <Kbd>E</Kbd>
        </p>
      ) : (
        <ul className="examples">
          {marks.map((mark) => (
            <li key={mark.id} data-colour={mark.colour}>
              <button
                type="button"
                className="example"
                aria-label={passageMessages.goTo(mark.selector.quote.slice(0, 120))}
                onClick={() => {
                  actions.leaveSheet();
                  focusText();
                  void actions.showMark(mark);
                }}
              >
                <q dir="auto">{mark.selector.quote}</q>
                <span>{titles.find(({ id }) => id === mark.document)?.title}</span>
              </button>
              <IconButton
                label={messages.removeExample}
                icon={X}
                size="small"
                onClick={() => actions.toggleExample(tag.id, mark)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
