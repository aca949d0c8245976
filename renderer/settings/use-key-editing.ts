import { useState, type KeyboardEvent } from 'react';
import { commands, type CommandId } from '../../core/commands.ts';
import { keyLabel } from '../../core/keys/key-labels.ts';
import { assign, conflictsOf, ownShortcut, reset, rivalsOf } from '../../core/keys/shortcuts.ts';
import { strokesOf } from '../../core/keys/stroke.ts';
import { keysMessages as messages } from '../../core/messages/en/keys.ts';
import { useKeyLabel } from '../commands/use-key-label.ts';
import { useActions, useApp } from '../state/context.ts';

/** A key that was pressed for a command and belongs to another one. */
interface Asked {
  readonly id: CommandId;
  readonly shortcut: string;
  readonly key: string;
  readonly names: readonly string[];
}

export type KeyEditing = ReturnType<typeof useKeyEditing>;

/** What the panel of keys does: it waits for a key, asks whose it shall be, and says what changed. */
export function useKeyEditing() {
  const actions = useActions();
  const platform = useApp(({ about }) => about?.platform ?? 'linux');
  const keymap = useApp(({ settings }) => settings.keymap);
  const shortcuts = useApp(({ settings }) => settings.shortcuts);
  const label = useKeyLabel();
  const [recording, setRecording] = useState<CommandId | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState('');

  const choice = { keymap, shortcuts };
  const conflicts = conflictsOf(choice);
  const save = (next: typeof shortcuts, words: string): void => {
    setSaid(words);
    void actions.changeSettings({ shortcuts: next });
  };
  const give = (id: CommandId, shortcut: string, how: 'take' | 'swap'): void =>
    save(
      assign(choice, id, shortcut, how),
      messages.changed(titleOf(id), keyLabel(shortcut, platform)),
    );

  return {
    label,
    recording,
    asked,
    said,
    isOwn: (id: CommandId): boolean => ownShortcut(choice, id) !== undefined,
    conflictNames: (id: CommandId): string[] => (conflicts.get(id) ?? []).map(titleOf),
    record: (id: CommandId | null): void => {
      setRecording(id);
      if (id !== null) setAsked(null);
    },
    /** Takes the press for the command that waits, unless it only holds a key or leaves. */
    take: (event: KeyboardEvent): void => {
      if (recording === null || event.key === 'Tab' || event.nativeEvent.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') {
        setRecording(null);
        return;
      }
      const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
      const altGraph = event.getModifierState('AltGraph');
      const press = { key, code, ctrlKey, metaKey, altKey, shiftKey, altGraph };
      const [shortcut] = strokesOf(press, platform === 'mac');
      if (shortcut === undefined) return;
      const rivals = rivalsOf(choice, recording, shortcut);
      setRecording(null);
      if (rivals.length === 0) give(recording, shortcut, 'take');
      else {
        const names = rivals.map(titleOf);
        setAsked({ id: recording, shortcut, key: keyLabel(shortcut, platform), names });
      }
    },
    settle: (how: 'take' | 'swap' | null): void => {
      if (asked !== null && how !== null) give(asked.id, asked.shortcut, how);
      if (asked !== null) focusKey(asked.id);
      setAsked(null);
    },
    takeAway: (id: CommandId): void => {
      setRecording(null);
      save(assign(choice, id, null), messages.gone(titleOf(id)));
    },
    reset: (id: CommandId): void => {
      focusKey(id);
      save(reset(choice, id), messages.wasReset(titleOf(id)));
    },
  };
}

/** The control that was used goes away with its use: the focus goes to the key of its row. */
function focusKey(id: CommandId): void {
  document.querySelector<HTMLElement>(`[data-command="${id}"] .key-button`)?.focus();
}

function titleOf(id: CommandId): string {
  return commands.find((command) => command.id === id)?.title.replace('…', '') ?? id;
}
