const roman: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

export type NumberFormat = 'decimal' | 'padded' | 'letters' | 'LETTERS' | 'roman' | 'ROMAN';

/** A number of a list or of a note as its format writes it. */
export function formatNumber(value: number, format: NumberFormat): string {
  switch (format) {
    case 'decimal':
      return String(value);
    case 'padded':
      return String(value).padStart(2, '0');
    case 'letters':
      return letters(value);
    case 'LETTERS':
      return letters(value).toUpperCase();
    case 'roman':
      return romanOf(value);
    case 'ROMAN':
      return romanOf(value).toUpperCase();
  }
}

function romanOf(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let left = value;
  let text = '';
  for (const [worth, sign] of roman) {
    while (left >= worth) {
      text += sign;
      left -= worth;
    }
  }
  return text;
}

/** a to z, then aa, bb, as word processors count. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value);
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.floor((value - 1) / 26) + 1);
}
