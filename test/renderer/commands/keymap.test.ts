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
    expect(readerCommand(press('h'), false)).toBe('mark.highlight');
    expect(readerCommand(press('S', { shift: true }), false)).toBe('select.previousSentence');
    expect(readerCommand(press('s'), false)).toBe('select.sentence');
    expect(readerCommand(press('Backspace'), false)).toBe('mark.remove');
    expect(readerCommand(press('?', { shift: true }), false)).toBe('help.keys');
    expect(readerCommand(press('h', { ctrl: true }), false)).toBeNull();
  });

  it('tells what is held beside Alt, by the system', () => {
    const mac = true;
    const right = (held: Parameters<typeof press>[1], onMac = false) =>
      readerCommand(press('ArrowRight', held), onMac);
    expect(right({ alt: true })).toBe('mark.endOn');
    expect(right({ alt: true, shift: true })).toBe('mark.startOn');
    expect(right({ alt: true, ctrl: true })).toBe('mark.endOnCharacter');
    expect(right({ alt: true, ctrl: true, shift: true })).toBe('mark.startOnCharacter');
    expect(right({ alt: true, meta: true }, mac)).toBe('mark.endOnCharacter');
    expect(right({ alt: true, ctrl: true }, mac)).toBeNull();
    expect(right({ alt: true, meta: true })).toBeNull();
    expect(right({ ctrl: true })).toBeNull();
    expect(right({})).toBeNull();
    expect(readerCommand(press('ArrowLeft', { alt: true }), false)).toBe('mark.endBack');
    expect(readerCommand(press('h', { alt: true }), false)).toBeNull();
    expect(chordCommand(press('ArrowRight', { ctrl: true }), false)).toBeNull();
    expect(chordCommand(press('ArrowRight', { ctrl: true, alt: true }), false)).toBeNull();
  });

  it('prints them as the system does', () => {
    expect(shortcutLabel('edit.redo', 'linux')).toBe('Ctrl Shift Z');
    expect(shortcutLabel('edit.redo', 'mac')).toBe('⌘⇧Z');
    expect(shortcutLabel('mark.startBackCharacter', 'windows')).toBe('Ctrl Alt Shift ←');
    expect(shortcutLabel('mark.startBackCharacter', 'mac')).toBe('⌘⌥⇧←');
    expect(shortcutLabel('document.rename', 'linux')).toBeNull();
  });
});
