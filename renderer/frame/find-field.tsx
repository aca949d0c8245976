import { useCallback, useRef } from 'react';
import { Search, X } from 'lucide-react';
import { appMessages } from '../../core/messages/en/app.ts';
import { KeyHint } from '../commands/key-hint.tsx';
import { useCommand } from '../commands/registry.ts';
import { useActions, useApp } from '../state/context.ts';
import { focusText } from '../ui/focus.ts';
import { Icon } from '../ui/icon.tsx';

/** Letters that the marks in the pane must have. Arrow down goes to the first of them, Escape takes the letters away. */
export function FindField({ onFind }: { onFind: () => void }) {
  const actions = useActions();
  const text = useApp(({ filter }) => filter.text);
  const field = useRef<HTMLInputElement>(null);

  const focus = useCallback(() => {
    onFind();
    field.current?.focus();
    field.current?.select();
  }, [onFind]);
  useCommand('marks.find', focus);

  return (
    <div className="find">
      <Icon of={Search} />
      <input
        ref={field}
        type="search"
        value={text}
        maxLength={1000}
        placeholder={appMessages.findMarks}
        aria-label={appMessages.findMarks}
        dir="auto"
        spellCheck={false}
        onChange={(event) => {
          onFind();
          actions.setFilter({ text: event.target.value });
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') {
            if (text === '') focusText();
            else actions.setFilter({ text: '' });
          } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            const card = document.querySelector('[data-testid="mark-card"] [data-roving]');
            if (card instanceof HTMLElement) card.focus();
          } else return;
          event.preventDefault();
        }}
      />
      {text === '' ? (
        <KeyHint command="marks.find" />
      ) : (
        <button
          type="button"
          className="find-clear"
          aria-label={appMessages.clearFind}
          onClick={() => {
            actions.setFilter({ text: '' });
            field.current?.focus();
          }}
        >
          <Icon of={X} />
        </button>
      )}
    </div>
  );
}
