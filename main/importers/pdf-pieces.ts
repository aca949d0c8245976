import { composeAccents } from './pdf-accents.ts';
import { closeLetters } from './pdf-letter-spacing.ts';
import { plainLetters } from './pdf-letters.ts';
import type { FontLetters } from './pdf-font-letters.ts';
import type { Matrix, PdfTextItem, PdfTextStyle, Piece, StyledItem } from './pdf-types.ts';

/** Space, and what fonts without a meaning for their letters give. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const unseen = /[\s\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/g;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const seen = /[^\s\u0000-\u001f\u007f-\u009f\ufffe\uffff]/;

/** The pieces of what pdf.js found on a page, placed as it is shown. */
export function piecesOf(
  items: readonly StyledItem[],
  view: Matrix,
  letters: FontLetters,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let apart = false;
  for (const { item, style } of closeLetters(items)) {
    const text = letters.plain(item.fontName, item.str);
    if (!seen.test(text)) apart = true;
    else {
      const piece = pieceOf({ ...item, str: text }, style, view, apart);
      if (piece !== null) pieces.push(piece);
      apart = false;
    }
  }
  return clean(pieces);
}

function clean(pieces: readonly Piece[]): readonly Piece[] {
  return withoutShadows(composeAccents(pieces));
}

function pieceOf(
  item: PdfTextItem,
  style: PdfTextStyle | undefined,
  view: Matrix,
  apart: boolean,
): Piece | null {
  const [a, b, c, d, e, f] = product(view, item.transform);
  const scale = Math.hypot(view[0], view[1]) || 1;
  const vertical = style?.vertical === true;
  const size = Math.hypot(c, d) || Math.hypot(a, b);
  if (![a, b, c, d, e, f, item.width, item.height].every(Number.isFinite) || size === 0)
    return null;
  const angle = straightened((Math.atan2(b, a) * 180) / Math.PI + (vertical ? 90 : 0));
  const [left, base] = turned(e, f, -angle);
  const length = (vertical ? item.height : item.width) * scale;
  const text = plainLetters(item.str).replace(unseen, ' ');
  // Spaces are told by the width that a font has; where that is nothing, all letters seem apart.
  const measured = Math.hypot(a, b) > 0.3 * size;
  const ascent = bounded(style?.ascent, 0.6, 1.1, 0.8);
  const descent = bounded(style?.descent, -0.4, -0.1, -0.2);
  return {
    text: text.trim(),
    left,
    right: left + Math.abs(length),
    base,
    size,
    up: vertical ? size / 2 : ascent * size,
    down: vertical ? size / 2 : -descent * size,
    angle,
    font: item.fontName,
    rightToLeft: item.dir === 'rtl',
    apart: measured && (apart || text.startsWith(' ')),
  };
}

function bounded(
  value: number | undefined,
  least: number,
  most: number,
  otherwise: number,
): number {
  if (value === undefined || !Number.isFinite(value) || value === 0) return otherwise;
  return Math.min(Math.max(value, least), most);
}

/** Nearly straight is straight: scans are a little askew. */
function straightened(degrees: number): number {
  const near = Math.round(degrees / 90) * 90;
  const angle = Math.abs(degrees - near) < 3 ? near : Math.round(degrees);
  return ((angle % 360) + 360) % 360;
}

export function product(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

/** A point turned around the page's corner by degrees, clockwise. */
export function turned(x: number, y: number, degrees: number): readonly [number, number] {
  if (degrees === 0) return [x, y];
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [x * cos - y * sin, x * sin + y * cos];
}

/** Bold made by drawing a word twice, and shadows: the same words at the same place count once. */
function withoutShadows(pieces: readonly Piece[]): readonly Piece[] {
  const seen = new Map<string, Piece[]>();
  return pieces.filter((piece) => {
    const same = seen.get(piece.text);
    if (same === undefined) {
      seen.set(piece.text, [piece]);
      return true;
    }
    const near = Math.min(0.2 * piece.size, 0.5 * (piece.right - piece.left));
    const drawn = same.some(
      (other) =>
        other.angle === piece.angle &&
        Math.abs(other.left - piece.left) < near &&
        Math.abs(other.base - piece.base) < near,
    );
    if (!drawn && same.length < 200) same.push(piece);
    return !drawn;
  });
}
