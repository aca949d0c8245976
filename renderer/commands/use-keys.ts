import { useEffect, useMemo } from 'react';
import { useApp, useAppStore } from '../state/context.ts';
import { hasOwnHistory, Keymap, type KeyPlace } from './keymap.ts';
import { useCommands } from './registry.ts';
import { isTextField } from './text-field.ts';

/** Turns keys into commands, by the keymap and the reader's own shortcuts. */
export function useKeys(): void {
  const registry = useCommands();
  const store = useAppStore();
  const mac = useApp(({ about }) => about?.platform === 'mac');
  const keymap = useApp(({ settings }) => settings.keymap);
  const shortcuts = useApp(({ settings }) => settings.shortcuts);
  const keys = useMemo(() => new Keymap({ keymap, shortcuts }, mac), [keymap, shortcuts, mac]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const { caret, selection } = store.getState();
      const shown = caret !== null ? 'caret' : selection !== null ? 'selection' : null;
      const press = {
        key: event.key,
        code: event.code,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        shiftKey: event.shiftKey,
        altGraph: event.getModifierState('AltGraph'),
      };
      const meaning = keys.read(press, { ...placeOf(event.target), shown });
      if (meaning === null) return;
      if (meaning === 'pending') event.preventDefault();
      else if (hasOwnHistory(meaning.id) && isTextField(document.activeElement)) return;
      // A key held down does not give a tag and take it off in turn.
      else if (event.repeat && meaning.id.startsWith('tag.')) event.preventDefault();
      else if (registry.run(meaning.id, { extend: meaning.extend })) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [registry, store, keys]);
}

/** Keys of the text count wherever the reader is not typing and no control that wants them has the focus. */
function placeOf(target: EventTarget | null): Pick<KeyPlace, 'text' | 'caret'> {
  if (!(target instanceof Element)) return { text: true, caret: true };
  const text = !isTextField(target) && target.closest('[data-own-keys]') === null;
  const inReader = target === document.body || target.closest('[data-testid="reader"]') !== null;
  const control = target.closest('button, summary, [role="toolbar"]') !== null;
  return { text, caret: text && inReader && !control };
}
