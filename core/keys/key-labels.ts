/** As it is printed on keys: "Ctrl Shift E" for "CmdOrCtrl+Shift+E", "⌘⇧E" on a Mac. */
export function keyLabel(shortcut: string, platform: 'mac' | 'windows' | 'linux'): string {
  const mac = platform === 'mac';
  const words: Readonly<Record<string, string>> = { ...signs, ...(mac ? macSigns : {}) };
  const strokes = shortcut.split(' ').map((stroke) =>
    stroke
      .split('+')
      .map((part) => words[part] ?? (part.length === 1 ? part.toUpperCase() : part))
      .join(mac ? '' : ' '),
  );
  return strokes.join(' ');
}

const signs = {
  CmdOrCtrl: 'Ctrl',
  Left: '←',
  Right: '→',
  Up: '↑',
  Down: '↓',
  Plus: '+',
  Delete: 'Del',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Insert: 'Ins',
};
const macSigns = { CmdOrCtrl: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };

/** As Electron takes it for a menu; null where a menu cannot show it: two strokes, or a sign that it does not know. */
export function accelerator(shortcut: string): string | null {
  const key = shortcut.split('+').at(-1) ?? '';
  if (shortcut.includes(' ')) return null;
  return key.length > 1 || /[A-Z0-9?,.;/`[\]\\'=-]/.test(key) ? shortcut : null;
}
