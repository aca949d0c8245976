import { RotateCcw, TriangleAlert, X } from 'lucide-react';
import type { Command } from '../../core/commands.ts';
import { keysMessages as messages } from '../../core/messages/en/keys.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import type { KeyEditing } from './use-key-editing.ts';

interface KeyRowProps {
  readonly command: Command;
  readonly editing: KeyEditing;
}

/** A command with its key: pressing the button waits for another one. */
export function KeyRow({ command, editing }: KeyRowProps) {
  const { id } = command;
  const title = command.title.replace('…', '');
  const key = editing.label(id);
  const recording = editing.recording === id;
  const asked = editing.asked?.id === id ? editing.asked : null;
  const conflicts = editing.conflictNames(id);
  return (
    <li className="key-row" data-command={id}>
      <span className="key-name">{title}</span>
      {editing.isOwn(id) && (
        <button
          type="button"
          className="key-small"
          aria-label={messages.reset(title)}
          title={messages.reset(title)}
          onClick={() => editing.reset(id)}
        >
          <Icon of={RotateCcw} />
        </button>
      )}
      {recording && (
        <button
          type="button"
          className="key-small"
          aria-label={messages.none(title)}
          title={messages.none(title)}
          // Before the button that records loses the focus and stops.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => editing.takeAway(id)}
        >
          <Icon of={X} />
        </button>
      )}
      <button
        type="button"
        className="key-button"
        data-recording={recording || undefined}
        aria-label={recording ? messages.press(title) : messages.change(title, key)}
        onClick={() => editing.record(recording ? null : id)}
        onBlur={() => recording && editing.record(null)}
        onKeyDown={(event) => recording && editing.take(event)}
      >
        {recording ? messages.pressShort : key === null ? messages.noKey : <Kbd>{key}</Kbd>}
      </button>
      {conflicts.length > 0 && (
        <p className="key-conflict">
          <Icon of={TriangleAlert} /> {messages.conflict(conflicts)}
        </p>
      )}
      {asked !== null && (
        <div className="key-asked" role="group" aria-label={messages.taken(asked.key, asked.names)}>
          <p>{messages.taken(asked.key, asked.names)}</p>
          <Button autoFocus onClick={() => editing.settle('swap')}>
            {messages.swap}
          </Button>
          <Button onClick={() => editing.settle('take')}>{messages.take}</Button>
          <Button look="quiet" onClick={() => editing.settle(null)}>
            {messages.cancel}
          </Button>
        </div>
      )}
    </li>
  );
}
