import type { CommandId } from '../../core/commands.ts';
import { bindings, type Bindings, type Bound } from '../../core/keys/bindings.ts';
import { isNavigation, strokesOf, type KeyPress } from '../../core/keys/stroke.ts';
import type { KeyChoice } from '../../core/model/keymaps.ts';

/** Where a key was pressed. */
export interface KeyPlace {
  /** The reader is not typing, and no control that wants its keys has the focus. */
  readonly text: boolean;
  /** The text itself has the focus, or nothing has. */
  readonly caret: boolean;
  /** The caret is there, so that arrows move it and do not scroll; `selection`: something can be extended by them. */
  readonly shown: 'caret' | 'selection' | null;
}

/** A command and how it was called; `pending`: the first of two strokes; null for no shortcut. */
export type Meaning = Pick<Bound, 'id' | 'extend'> | 'pending' | null;

/** From presses to commands, by the keys that count now. It remembers the first of two strokes. */
export class Keymap {
  readonly #bindings: Bindings;
  readonly #mac: boolean;
  #pending: string | null = null;

  constructor(choice: KeyChoice, mac: boolean) {
    this.#bindings = bindings(choice, mac);
    this.#mac = mac;
  }

  read(press: KeyPress, place: KeyPlace): Meaning {
    const strokes = strokesOf(press, this.#mac);
    if (strokes.length === 0) return isHeld(press.key) ? null : this.#forget();
    const before = this.#pending;
    this.#pending = null;
    for (const first of before === null ? [''] : [`${before} `, '']) {
      for (const stroke of strokes) {
        const bound = this.#bindings.shortcuts.get(first + stroke);
        if (bound !== undefined) return counts(bound, stroke, place) ? bound : null;
        if (first === '' && place.text && this.#bindings.prefixes.has(stroke)) {
          this.#pending = stroke;
          return 'pending';
        }
      }
    }
    return null;
  }

  #forget(): null {
    this.#pending = null;
    return null;
  }
}

function counts({ where, extend }: Bound, stroke: string, place: KeyPlace): boolean {
  if (where === 'anywhere') return true;
  if (!place.text) return false;
  if (where === 'text') return true;
  if (!place.caret) return false;
  return !isNavigation(stroke) || place.shown === 'caret' || (extend && place.shown !== null);
}

function isHeld(key: string): boolean {
  return ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock'].includes(key);
}

/** Text fields take these chords themselves. */
export function hasOwnHistory(id: CommandId): boolean {
  return id === 'edit.undo' || id === 'edit.redo';
}
