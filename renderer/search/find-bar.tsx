import { useCallback, useEffect, useRef } from 'react';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { searchMessages as messages } from '../../core/messages/en/search.ts';
import { longestQuery } from '../../core/search/find-query.ts';
import { useKeyLabel } from '../commands/use-key-label.ts';
import { useCommand } from '../commands/registry.ts';
import { useActions, useApp } from '../state/context.ts';
import { focusText } from '../ui/focus.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { FindCount } from './find-count.tsx';
import { FindToggles } from './find-toggles.tsx';
import './find-bar.css';

const fieldId = 'find-field';

/** Answers the commands of the search whether its bar is open or not, and shows the bar over the text. */
export function FindBar() {
  const actions = useActions();
  const open = useApp(({ find }) => find !== null);
  const openBar = useCallback(() => {
    actions.openFind();
    selectField();
  }, [actions]);
  const next = useCallback(() => actions.stepFind(1), [actions]);
  const previous = useCallback(() => actions.stepFind(-1), [actions]);
  useCommand('find.open', openBar);
  useCommand('find.next', next);
  useCommand('find.previous', previous);
  return <div className="find-place">{open && <Bar />}</div>;
}

function Bar() {
  const actions = useActions();
  const text = useApp(({ find }) => find?.query.text ?? '');
  const problem = useApp(({ find }) => find?.problem ?? null);
  const empty = useApp(({ find }) => (find?.hits?.starts.length ?? 0) === 0);
  const keyLabel = useKeyLabel();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(selectField, []);

  const close = (): void => {
    actions.closeFind();
    focusText();
  };

  return (
    <div
      ref={bar}
      className="find-bar"
      role="search"
      aria-label={messages.bar}
      data-testid="find-bar"
      data-own-keys
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        close();
      }}
    >
      <div className="find-bar-row">
        <input
          id={fieldId}
          type="text"
          value={text}
          maxLength={longestQuery}
          aria-label={messages.field}
          placeholder={messages.field}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : 'find-problem'}
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => actions.setFindQuery({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            actions.stepFind(event.shiftKey ? -1 : 1);
          }}
        />
        <FindCount />
        <IconButton
          label={messages.previous}
          icon={ChevronUp}
          size="small"
          shortcut={keyLabel('find.previous')}
          disabled={empty}
          onClick={() => actions.stepFind(-1)}
        />
        <IconButton
          label={messages.next}
          icon={ChevronDown}
          size="small"
          shortcut={keyLabel('find.next')}
          disabled={empty}
          onClick={() => actions.stepFind(1)}
        />
        <FindToggles />
        <IconButton label={messages.close} icon={X} size="small" shortcut="Esc" onClick={close} />
      </div>
      {problem !== null && (
        <p id="find-problem" role="alert" className="find-bar-problem">
          {problem}
        </p>
      )}
    </div>
  );
}

function selectField(): void {
  const field = document.getElementById(fieldId);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus({ preventScroll: true });
  field.select();
}
