import { useState } from 'react';
import { commands, type Command, type KeyGroup } from '../../core/commands.ts';
import { resetAll } from '../../core/keys/shortcuts.ts';
import { keysMessages as messages } from '../../core/messages/en/keys.ts';
import { keymaps } from '../../core/model/keymaps.ts';
import { fold } from '../../core/text/fold.ts';
import { useActions, useApp } from '../state/context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Segments } from '../ui/segments.tsx';
import { KeyRow } from './key-row.tsx';
import { useKeyEditing } from './use-key-editing.ts';
import './keys.css';

const groups: readonly KeyGroup[] = ['mark', 'caret', 'file', 'edit', 'view', 'help'];

/** Every command and its key, from the list that menu and keymap read too; each key can be another. */
export function KeysPanel() {
  const open = useApp(({ panel }) => panel === 'keys');
  const actions = useActions();
  if (!open) return null;
  return (
    <Dialog
      title={messages.title}
      closeLabel={messages.close}
      className="keys-dialog"
      onClose={() => actions.showPanel(null)}
    >
      <Keys />
    </Dialog>
  );
}

function Keys() {
  const actions = useActions();
  const { keymap, shortcuts, snapToWord } = useApp(({ settings }) => settings);
  const editing = useKeyEditing();
  const [query, setQuery] = useState('');
  const words = fold(query.trim());
  const fits = ({ id, title }: Command): boolean =>
    fold(title).includes(words) || fold(editing.label(id) ?? '').includes(words);
  const shown = groups
    .map((group) => ({
      group,
      rows: commands.filter((command) => command.menu === group && fits(command)),
    }))
    .filter(({ rows }) => rows.length > 0);

  return (
    <>
      <div className="keys-head">
        <input
          type="search"
          className="keys-find"
          value={query}
          placeholder={messages.find}
          aria-label={messages.find}
          spellCheck={false}
          onChange={(event) => setQuery(event.target.value)}
        />
        <Segments
          label={messages.keymap}
          options={keymaps}
          names={messages.keymaps}
          value={keymap}
          onChoose={(chosen) => void actions.changeSettings({ keymap: chosen })}
        />
        <Button
          look="quiet"
          disabled={Object.keys(shortcuts).length === 0}
          onClick={() =>
            void actions.changeSettings({ shortcuts: resetAll({ keymap, shortcuts }) })
          }
        >
          {messages.resetAll}
        </Button>
      </div>
      <label className="keys-snap">
        <input
          type="checkbox"
          checked={snapToWord}
          onChange={(event) => void actions.changeSettings({ snapToWord: event.target.checked })}
        />
        {messages.snap}
      </label>
      <p className="keys-said" role="status">
        {editing.said === '' ? messages.hint : editing.said}
      </p>
      <div className="keys" tabIndex={0} role="group" aria-label={messages.title}>
        {shown.length === 0 && <p className="keys-nothing">{messages.nothing}</p>}
        <div className="keys-columns">
          {shown.map(({ group, rows }) => (
            <section key={group}>
              <h3>{messages.groups[group]}</h3>
              <ul>
                {rows.map((command) => (
                  <KeyRow key={command.id} command={command} editing={editing} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </>
  );
}
