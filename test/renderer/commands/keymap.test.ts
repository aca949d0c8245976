import { describe, expect, it } from 'vitest';
import type { KeyChoice } from '../../../core/model/keymaps.ts';
import { Keymap, type KeyPlace } from '../../../renderer/commands/keymap.ts';

type Held = Partial<Record<'ctrl' | 'meta' | 'alt' | 'shift' | 'altGraph', boolean>>;
const press = (key: string, held: Held = {}, code?: string) => ({
  key,
  ...(code === undefined ? {} : { code }),
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
  altKey: held.alt ?? false,
  shiftKey: held.shift ?? false,
  altGraph: held.altGraph ?? false,
});
const standard: KeyChoice = { keymap: 'arrows', shortcuts: {} };
const inText: KeyPlace = { text: true, caret: true, shown: null };
const withCaret: KeyPlace = { ...inText, shown: 'caret' };
const typing: KeyPlace = { text: false, caret: false, shown: null };

const read = (
  key: ReturnType<typeof press>,
  { mac = false, place = inText, choice = standard } = {},
) => {
  const meaning = new Keymap(choice, mac).read(key, place);
  return meaning === null || meaning === 'pending' ? meaning : meaning.id;
};

describe('the keymap', () => {
  it('tells chords by the system, also while the reader types', () => {
    const mac = true;
    for (const place of [inText, typing]) {
      expect(read(press('z', { ctrl: true }), { place })).toBe('edit.undo');
      expect(read(press('Z', { ctrl: true, shift: true }), { place })).toBe('edit.redo');
      expect(read(press('y', { ctrl: true }), { place })).toBe('edit.redo');
      expect(read(press('z', { meta: true }), { mac, place })).toBe('edit.undo');
      expect(read(press('z', { ctrl: true }), { mac, place })).toBeNull();
      expect(read(press('=', { ctrl: true }), { place })).toBe('view.larger');
      expect(read(press('+', { ctrl: true, shift: true }), { place })).toBe('view.larger');
      expect(read(press('z', { ctrl: true, alt: true }), { place })).toBeNull();
      expect(read(press('F3', { shift: true }), { place })).toBe('find.previous');
      expect(read(press('я', { ctrl: true }, 'KeyZ'), { place })).toBe('edit.undo');
    }
  });

  it('knows the single keys of the text, and leaves them to whoever types', () => {
    expect(read(press('h'))).toBe('mark.highlight');
    expect(read(press('H'))).toBe('mark.highlight');
    expect(read(press('S', { shift: true }))).toBe('select.previousSentence');
    expect(read(press('s'))).toBe('select.sentence');
    expect(read(press('Backspace'))).toBe('mark.remove');
    expect(read(press('?', { shift: true }))).toBe('help.keys');
    expect(read(press('h', { ctrl: true }))).toBeNull();
    for (const key of ['h', 's', 'Backspace', '?', 'ArrowLeft']) {
      expect(read(press(key), { place: typing })).toBeNull();
    }
  });

  it('takes a sign however it is typed', () => {
    const vim: KeyChoice = { keymap: 'vim', shortcuts: {} };
    const bracket = press(']', { ctrl: true, alt: true, altGraph: true }, 'Digit9');
    const keys = new Keymap(vim, false);
    expect(keys.read(bracket, inText)).toBe('pending');
    expect(keys.read(bracket, inText)).toMatchObject({ id: 'caret.headingOn' });
    const digit: KeyChoice = { keymap: 'arrows', shortcuts: { 'mark.copy': 'Shift+1' } };
    expect(read(press('!', { shift: true }, 'Digit1'), { choice: digit })).toBe('mark.copy');
  });

  it('tells what is held beside Alt', () => {
    const right = (held: Held, mac = false) => read(press('ArrowRight', held), { mac });
    expect(right({ alt: true })).toBe('mark.endOn');
    expect(right({ alt: true, shift: true })).toBe('mark.startOn');
    expect(right({ alt: true, ctrl: true })).toBeNull();
    expect(right({ alt: true, meta: true })).toBeNull();
    expect(read(press('ArrowLeft', { alt: true }))).toBe('mark.endBack');
    expect(read(press('.'))).toBe('mark.endOnCharacter');
    expect(read(press('<', { shift: true }))).toBe('mark.startBackCharacter');
  });

  it('moves the caret by arrows only while it is there, and extends with Shift', () => {
    const keys = new Keymap(standard, false);
    expect(keys.read(press('ArrowRight'), inText)).toBeNull();
    expect(keys.read(press('ArrowRight'), withCaret)).toMatchObject({
      id: 'caret.right',
      extend: false,
    });
    expect(keys.read(press('ArrowRight', { shift: true }), withCaret)).toMatchObject({
      id: 'caret.right',
      extend: true,
    });
    // Something is selected: it can be extended without the caret.
    const selected: KeyPlace = { ...inText, shown: 'selection' };
    expect(keys.read(press('ArrowRight'), selected)).toBeNull();
    expect(keys.read(press('ArrowRight', { shift: true }), selected)).toMatchObject({
      extend: true,
    });
    expect(keys.read(press('ArrowRight'), { ...withCaret, caret: false })).toBeNull();
  });

  it('reads two strokes, forgets the first at any other, and does not trip over Shift', () => {
    const keys = new Keymap({ keymap: 'vim', shortcuts: {} }, false);
    const id = (key: string, held: Held = {}) => {
      const meaning = keys.read(press(key, held), inText);
      return meaning === null || meaning === 'pending' ? meaning : meaning.id;
    };
    expect(id('j')).toBe('caret.down');
    expect([id('g'), id('g')]).toEqual(['pending', 'caret.textStart']);
    expect([id('g'), id('j'), id('g')]).toEqual(['pending', 'caret.down', 'pending']);
    expect([id('Escape'), id('g'), id('Shift'), id('g')]).toEqual([
      null,
      'pending',
      null,
      'caret.textStart',
    ]);
    expect(id('G', { shift: true })).toBe('caret.textEnd');
    expect(id('m')).toBe('mark.highlight');
    // What the letters leave free is where it was.
    expect(keys.read(press('ArrowDown'), withCaret)).toMatchObject({ id: 'caret.down' });
    expect(id('f', { ctrl: true })).toBe('find.open');
  });

  it('prefers what the reader chose by hand', () => {
    const choice: KeyChoice = { keymap: 'arrows', shortcuts: { 'mark.tag': 'h' } };
    expect(read(press('h'), { choice })).toBe('mark.tag');
    expect(read(press('t'), { choice })).toBeNull();
    const single: KeyChoice = { keymap: 'arrows', shortcuts: { 'find.open': '/' } };
    expect(read(press('/'), { choice: single })).toBe('find.open');
    expect(read(press('/'), { choice: single, place: typing })).toBeNull();
  });
});
