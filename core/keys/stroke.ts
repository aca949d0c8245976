// One way to write a press of a key: what is held, in a fixed order, then the key. "CmdOrCtrl+Shift+Z", "Alt+Right",
// "H", "?". A shortcut is one stroke, or two after each other with a space between: "G G".

export interface KeyPress {
  readonly key: string;
  /** Where the key is on the keyboard, as the platform names it. */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** Held to reach a third sign of a key. */
  readonly altGraph?: boolean;
}

const held = ['CmdOrCtrl', 'Ctrl', 'Alt', 'Shift'] as const;
const named = [
  'Left',
  'Right',
  'Up',
  'Down',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Enter',
  'Space',
  'Insert',
  'Delete',
  'Plus',
];
const functionKey = /^F\d{1,2}$/;
/** One character, as far as a key can give one. */
const oneSign = /^\S$/u;
const longest = 2;

/** The one way to write a shortcut; null where it is none. */
export function canonical(shortcut: string): string | null {
  const strokes = shortcut.split(' ').map(canonicalStroke);
  return strokes.length > longest || strokes.includes(null) ? null : strokes.join(' ');
}

function canonicalStroke(stroke: string): string | null {
  const parts = stroke.split('+');
  const key = parts.pop() ?? '';
  if (!parts.every((part) => held.some((known) => known === part))) return null;
  if (named.includes(key) || functionKey.test(key)) return write(parts, key);
  if (!oneSign.test(key)) return null;
  return isCased(key) || /\d/.test(key)
    ? write(parts, key.toUpperCase())
    : write(without(parts, 'Shift'), key);
}

/**
 * How a press can be written, the likeliest first; none for a key that is only held. A sign is itself, whatever must be
 * held to type it. A letter of another script counts as the Latin one on its key.
 */
export function strokesOf(press: KeyPress, mac: boolean): readonly string[] {
  const { metaKey, ctrlKey, altKey, shiftKey, code = '' } = press;
  if (metaKey && !mac) return [];
  const parts = [
    ...((mac ? metaKey : ctrlKey) ? ['CmdOrCtrl'] : []),
    ...(mac && ctrlKey ? ['Ctrl'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shiftKey ? ['Shift'] : []),
  ];
  const { key } = press;
  const known = names[key] ?? (functionKey.test(key) || named.includes(key) ? key : undefined);
  if (known !== undefined) return [write(parts, known)];
  if (!oneSign.test(key)) return [];
  const onKey = /^Key([A-Z])$/.exec(code)?.[1];
  if (onKey !== undefined && ((mac && altKey) || isForeign(key))) return [write(parts, onKey)];
  if (isCased(key)) return [write(parts, key.toUpperCase())];
  // "=" and "+" share a key on many keyboards; the plus may need Shift there.
  if ('+='.includes(key) && parts.includes('CmdOrCtrl')) {
    return [write(without(parts, 'Shift'), 'Plus')];
  }
  const typed = press.altGraph === true ? [] : without(parts, 'Shift');
  const sign = write(mac ? without(typed, 'Alt') : typed, key === '+' ? 'Plus' : key);
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  return shiftKey && digit !== undefined && digit !== key ? [sign, write(parts, digit)] : [sign];
}

/** Whether the first stroke of a shortcut is a key that types or scrolls: it counts in the text alone. */
export function isBare(shortcut: string): boolean {
  const [first = ''] = shortcut.split(' ');
  return !/^(CmdOrCtrl|Ctrl)\+/.test(first) && !functionKey.test(keyOf(first));
}

/** Whether a stroke is one that moves or scrolls in any page: an arrow, Home, Space. */
export function isNavigation(stroke: string): boolean {
  return named.includes(keyOf(stroke)) && !/Plus$|Delete$/.test(stroke);
}

/** The stroke with Shift held too; null where Shift is part of it, or its key is a letter or sign. */
export function withShift(stroke: string): string | null {
  if (stroke.includes(' ') || !isNavigation(stroke)) return null;
  const parts = stroke.split('+');
  const key = parts.pop() ?? '';
  return parts.includes('Shift') ? null : write([...parts, 'Shift'], key);
}

function keyOf(stroke: string): string {
  return stroke.split('+').at(-1) ?? '';
}

const names: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ' ': 'Space',
  Backspace: 'Delete',
};

function write(parts: readonly string[], key: string): string {
  return [...held.filter((name) => parts.includes(name)), key].join('+');
}

function without(parts: readonly string[], name: string): string[] {
  return parts.filter((part) => part !== name);
}

function isCased(key: string): boolean {
  return key.toLowerCase() !== key.toUpperCase();
}

function isForeign(key: string): boolean {
  return /\p{L}/u.test(key) && !/\p{Script=Latin}/u.test(key);
}
