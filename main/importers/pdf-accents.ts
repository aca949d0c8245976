import type { Piece } from './pdf-types.ts';

/** Accents that stand alone, with those that join the letter before them. */
const combining: Readonly<Record<string, string>> = {
  '`': '\u0300',
  '´': '\u0301',
  '\u02ca': '\u0301',
  '\u02cb': '\u0300',
  '^': '\u0302',
  ˆ: '\u0302',
  '~': '\u0303',
  '˜': '\u0303',
  '¯': '\u0304',
  '˘': '\u0306',
  '˙': '\u0307',
  '¨': '\u0308',
  '˚': '\u030a',
  '˝': '\u030b',
  ˇ: '\u030c',
  '¸': '\u0327',
  '˛': '\u0328',
};

/** Letters and the accents drawn over them, as TeX does, become one letter where Unicode has it. */
export function composeAccents(pieces: readonly Piece[]): readonly Piece[] {
  const made: Piece[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (piece === undefined) continue;
    const previous = made.at(-1);
    const accent = combining[piece.text];
    const next = pieces[index + 1];
    if (accent !== undefined && next !== undefined && overlaps(piece, next, next.left)) {
      const [first = ''] = next.text;
      const letter = accented(first, accent);
      if (letter.length === 1) {
        const text = letter + next.text.slice(first.length);
        made.push({ ...next, text, apart: piece.apart || next.apart });
        index += 1;
        continue;
      }
    }
    if (
      accent !== undefined &&
      previous !== undefined &&
      overlaps(piece, previous, previous.right)
    ) {
      const last = previous.text.at(-1) ?? '';
      const letter = accented(last, accent);
      if (letter.length === 1) {
        made[made.length - 1] = {
          ...previous,
          text: previous.text.slice(0, -last.length) + letter,
        };
        continue;
      }
    }
    const end = next === undefined ? null : withNext(piece, next);
    made.push(end ?? { ...piece, text: piece.text.normalize('NFC') });
    if (end !== null) index += 1;
  }
  return made;
}

/** An accent at the end of a piece that the next one is set back under: "na¨" and "ıve". */
function withNext(piece: Piece, next: Piece): Piece | null {
  const accent = combining[piece.text.at(-1) ?? ''];
  const back = piece.right - next.left;
  if (accent === undefined || next.angle !== piece.angle || next.base !== piece.base) return null;
  if (back < 0.15 * piece.size || back > piece.size) return null;
  const [first = ''] = next.text;
  const letter = accented(first, accent);
  if (letter.length !== 1) return null;
  const text = piece.text.slice(0, -1) + letter + next.text.slice(first.length);
  return { ...piece, text, right: next.right };
}

/** TeX puts accents on letters without their dots. */
function accented(letter: string, accent: string): string {
  const dotted = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
  return (dotted + accent).normalize('NFC');
}

/** Whether an accent stands over the letter at that end of a piece. */
function overlaps(accent: Piece, piece: Piece, end: number): boolean {
  const middle = (accent.left + accent.right) / 2;
  const reach = 0.6 * piece.size;
  const inside = middle > piece.left && middle < piece.right;
  return (
    accent.angle === piece.angle &&
    inside &&
    Math.abs(middle - end) < reach &&
    Math.abs(accent.base - piece.base) < 0.5 * piece.size
  );
}
