import { describe, expect, it } from 'vitest';
import { commands } from '../../../core/commands.ts';
import { chordCommand, readerCommand, shortcutLabel } from '../../../renderer/commands/keymap.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrl' | 'meta' | 'alt' | 'shift', boolean>> = {},
) => ({
  key,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
  altKey: held.alt ?? false,
  shiftKey: held.shift ?? false,
});

describe('the keymap', () => {
  it('gives every shortcut to one command alone', () => {
    const shortcuts = commands.flatMap(({ shortcut }) => shortcut ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  it('tells chords by the system', () => {
    expect(chordCommand(press('z', { ctrl: true }), false)).toBe('edit.undo');
    expect(chordCommand(press('Z', { ctrl: true, shift: true }), false)).toBe('edit.redo');
    expect(chordCommand(press('y', { ctrl: true }), false)).toBe('edit.redo');
    expect(chordCommand(press('z', { meta: true }), true)).toBe('edit.undo');
    expect(chordCommand(press('z', { ctrl: true }), true)).toBeNull();
    expect(chordCommand(press('=', { ctrl: true }), false)).toBe('view.larger');
    expect(chordCommand(press('+', { ctrl: true, shift: true }), false)).toBe('view.larger');
    expect(chordCommand(press('z', { ctrl: true, alt: true }), false)).toBeNull();
  });

  it('knows the single keys of the text', () => {
    expect(readerCommand(press('h'))).toBe('mark.highlight');
    expect(readerCommand(press('S', { shift: true }))).toBe('select.previousSentence');
    expect(readerCommand(press('s'))).toBe('select.sentence');
    expect(readerCommand(press('Backspace'))).toBe('mark.remove');
    expect(readerCommand(press('?', { shift: true }))).toBe('help.keys');
    expect(readerCommand(press('h', { ctrl: true }))).toBeNull();
  });

  it('prints them as the system does', () => {
    expect(shortcutLabel('edit.redo', 'linux')).toBe('Ctrl Shift Z');
    expect(shortcutLabel('edit.redo', 'mac')).toBe('⌘⇧Z');
    expect(shortcutLabel('document.rename', 'linux')).toBeNull();
  });
});
