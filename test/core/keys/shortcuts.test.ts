import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands, type CommandId } from '../../../core/commands.ts';
import { vimKeys } from '../../../core/commands/vim-keys.ts';
import { accelerator, keyLabel } from '../../../core/keys/key-labels.ts';
import {
  assign,
  conflictsOf,
  reset,
  resetAll,
  rivalsOf,
  shortcutOf,
  standardShortcut,
} from '../../../core/keys/shortcuts.ts';
import { canonical } from '../../../core/keys/stroke.ts';
import { keymaps, type KeyChoice } from '../../../core/model/keymaps.ts';

const ids = commands.map(({ id }) => id);
const anyId = fc.constantFrom(...ids);
const anyKey = fc
  .tuple(
    fc.subarray(['CmdOrCtrl', 'Alt', 'Shift']),
    fc.constantFrom('A', 'H', 'J', 'G', '1', '?', '.', 'Ä', 'Left', 'Down', 'F3', 'F8', 'Space'),
  )
  .map(([parts, key]) => canonical([...parts, key].join('+')) ?? '')
  .filter((key) => key !== '');
const anyShortcut = fc.oneof(
  { weight: 4, arbitrary: anyKey },
  { weight: 1, arbitrary: fc.tuple(anyKey, anyKey).map((two) => two.join(' ')) },
);
/** What a person made of the keys, step by step. */
const anyChoice: fc.Arbitrary<KeyChoice> = fc
  .tuple(
    fc.constantFrom(...keymaps),
    fc.array(fc.tuple(anyId, fc.option(anyShortcut), fc.constantFrom('take', 'swap')), {
      maxLength: 8,
    }),
  )
  .map(([keymap, steps]) =>
    steps.reduce<KeyChoice>(
      (choice, [id, shortcut, how]) => ({ keymap, shortcuts: assign(choice, id, shortcut, how) }),
      { keymap, shortcuts: {} },
    ),
  );
const all = (choice: KeyChoice) => new Map(ids.map((id) => [id, shortcutOf(choice, id)]));

describe('standard keys', () => {
  it.each(keymaps)(
    'of “%s” are written in one way, and none is in the way of another',
    (keymap) => {
      for (const id of ids) {
        const written = keymap === 'vim' ? vimKeys[id] : undefined;
        const { shortcut } = commands.find((command) => command.id === id) ?? { shortcut: null };
        const plain = written === undefined ? shortcut : written;
        if (plain !== null) expect(canonical(plain), `${id}: ${plain}`).not.toBeNull();
      }
      expect([...conflictsOf({ keymap, shortcuts: {} })]).toEqual([]);
    },
  );

  it('leave Ctrl+Alt to the desktop', () => {
    for (const id of ids)
      expect(standardShortcut(id, 'arrows') ?? '').not.toMatch(/CmdOrCtrl\+Alt/);
  });
});

describe('keys that are given', () => {
  it('are the command’s from then on, without a rival; no third command loses one', () => {
    fc.assert(
      fc.property(anyChoice, anyId, anyShortcut, fc.boolean(), (choice, id, shortcut, take) => {
        const rivals = rivalsOf(choice, id, shortcut);
        const shortcuts = assign(choice, id, shortcut, take ? 'take' : 'swap');
        const next = { ...choice, shortcuts };
        expect(shortcutOf(next, id)).toBe(shortcut);
        expect(rivalsOf(next, id, shortcut)).toEqual([]);
        for (const [each, before] of all(choice)) {
          if (each !== id && !rivals.includes(each)) expect(shortcutOf(next, each)).toBe(before);
        }
      }),
    );
  });

  it('never make a conflict', () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        expect([...conflictsOf(choice)]).toEqual([]);
      }),
    );
  });

  it('are swapped back by giving back what was there', () => {
    fc.assert(
      fc.property(anyId, anyId, (id, other) => {
        const none: KeyChoice = { keymap: 'arrows', shortcuts: {} };
        const mine = standardShortcut(id, 'arrows');
        const theirs = standardShortcut(other, 'arrows');
        fc.pre(id !== other && mine !== null && theirs !== null);
        const swapped = { ...none, shortcuts: assign(none, id, theirs, 'swap') };
        // What selects by Shift asks for more room than the other had.
        fc.pre(rivalsOf(none, id, theirs).length === 1 && rivalsOf(none, other, mine).length === 1);
        expect(assign(swapped, id, mine, 'swap')).toEqual({});
      }),
    );
  });

  it('go back, one or all; what another version of the program wrote stays', () => {
    fc.assert(
      fc.property(anyChoice, anyId, (choice, id) => {
        const one = { ...choice, shortcuts: reset(choice, id) };
        expect(shortcutOf(one, id)).toBe(standardShortcut(id, choice.keymap));
        const foreign = { 'from.later': 'CmdOrCtrl+J' };
        const with_ = { ...choice, shortcuts: { ...choice.shortcuts, ...foreign } };
        expect(resetAll(with_)).toEqual(foreign);
        expect(all(with_)).toEqual(all(choice));
      }),
    );
  });

  it('that cannot be read count as not given, and names of no command change nothing', () => {
    const odd = { 'mark.tag': 'Hyper+Q', 'mark.note': 'F', nonsense: 'X', toString: 'Y' };
    const choice: KeyChoice = { keymap: 'arrows', shortcuts: odd };
    expect(shortcutOf(choice, 'mark.tag')).toBe('T');
    expect(shortcutOf(choice, 'mark.note')).toBe('F');
  });

  it('show a conflict where a file was written by hand, on both sides', () => {
    const choice: KeyChoice = { keymap: 'arrows', shortcuts: { 'mark.tag': 'h' } };
    expect(conflictsOf(choice)).toEqual(
      new Map<CommandId, readonly CommandId[]>([
        ['mark.highlight', ['mark.tag']],
        ['mark.tag', ['mark.highlight']],
      ]),
    );
  });

  it('see that a key begins two strokes, and that Shift with an arrow is taken', () => {
    const vim: KeyChoice = { keymap: 'vim', shortcuts: {} };
    expect(rivalsOf(vim, 'mark.tag', 'G')).toEqual(['caret.textStart']);
    const arrows: KeyChoice = { keymap: 'arrows', shortcuts: {} };
    expect(rivalsOf(arrows, 'mark.tag', 'Shift+Down')).toEqual(['caret.down']);
  });
});

describe('the way a key is written', () => {
  it('is one: writing it again changes nothing', () => {
    fc.assert(
      fc.property(anyShortcut, (shortcut) => {
        expect(canonical(shortcut)).toBe(shortcut);
      }),
    );
    expect(canonical('Shift+Alt+CmdOrCtrl+x')).toBe('CmdOrCtrl+Alt+Shift+X');
    expect(canonical('Shift+?')).toBe('?');
    for (const bad of ['', '+', 'Shift+', 'Hyper+A', 'AB', 'g g g', 'F', ' ']) {
      expect(canonical(bad)).toBe(bad === 'F' ? 'F' : null);
    }
  });

  it('is printed as the system does, and given to menus that can show it', () => {
    expect(keyLabel('CmdOrCtrl+Shift+Z', 'linux')).toBe('Ctrl Shift Z');
    expect(keyLabel('CmdOrCtrl+Shift+Z', 'mac')).toBe('⌘⇧Z');
    expect(keyLabel('Alt+PageDown', 'windows')).toBe('Alt PgDn');
    expect(keyLabel('G G', 'mac')).toBe('G G');
    expect(accelerator('CmdOrCtrl+Shift+Z')).toBe('CmdOrCtrl+Shift+Z');
    expect(accelerator('G G')).toBeNull();
    expect(accelerator('CmdOrCtrl+Ä')).toBeNull();
  });
});
