import type { Fragment, Piece, PlacedPiece } from './pdf-types.ts';

/** Wider than this many ems, a gap parts columns or cells. */
const widestGap = 1.3;
const narrowestSpace = 0.17;

/** Strings pieces that touch into fragments: in the order they were drawn, then those that were drawn out of order. */
export function fragmentsOf(pieces: readonly Piece[]): readonly Fragment[] {
  const groups: Group[] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    if (group === undefined || !group.takes(piece)) groups.push(new Group(piece));
    else group.add(piece);
  }
  return merged(groups).map((group) => group.fragment());
}

class Group {
  readonly pieces: Piece[];
  left: number;
  right: number;
  /** The largest piece says where the line stands. */
  main: Piece;

  constructor(first: Piece) {
    this.pieces = [first];
    this.left = first.left;
    this.right = first.right;
    this.main = first;
  }

  takes(piece: Piece, widest = widestGap): boolean {
    const { main } = this;
    if (piece.angle !== main.angle) return false;
    const size = Math.max(main.size, piece.size);
    const shift = Math.abs(piece.base - main.base);
    const raised = Math.min(main.size, piece.size) < 0.85 * size;
    if (shift > (raised ? 0.6 : 0.2) * size) return false;
    const gap = Math.max(piece.left - this.right, this.left - piece.right);
    return gap < widest * size && gap > -0.5 * size;
  }

  add(piece: Piece): void {
    this.pieces.push(piece);
    this.left = Math.min(this.left, piece.left);
    this.right = Math.max(this.right, piece.right);
    if (piece.size > this.main.size * 1.05) this.main = piece;
  }

  fragment(): Fragment {
    const { main, left, right } = this;
    const ordered = inReadingOrder(this.pieces);
    const rightToLeft = reads(this.pieces);
    let text = '';
    const placed: PlacedPiece[] = [];
    ordered.forEach((piece, index) => {
      const before = ordered[index - 1];
      if (before !== undefined && isApart(before, piece)) text += ' ';
      const last = index === ordered.length - 1;
      const words = last
        ? piece.text.replace(/\u00ad(?!$)/g, '')
        : piece.text.replace(/\u00ad/g, '');
      const raised = piece.size < 0.85 * main.size && main.base - piece.base > 0.15 * main.size;
      const start = text.length;
      text += words;
      const side = { left: piece.left, right: piece.right, rightToLeft: piece.rightToLeft };
      placed.push({ start, end: text.length, raised, ...side });
    });
    const { base, size, up, down, angle } = main;
    const font = longest(this.pieces).font;
    return { text, left, right, base, size, up, down, angle, font, rightToLeft, pieces: placed };
  }
}

function longest(pieces: readonly Piece[]): Piece {
  return pieces.reduce((a, b) => (b.text.length > a.text.length ? b : a));
}

function isApart(before: Piece, piece: Piece): boolean {
  const gap = Math.max(piece.left - before.right, before.left - piece.right);
  const size = Math.min(before.size, piece.size);
  const joined = isIdeograph(before.text.at(-1)) && isIdeograph(piece.text[0]);
  if (piece.apart || (piece.rightToLeft && before.apart)) return gap > (joined ? 0.4 : -0.3) * size;
  return gap > (joined ? 0.6 : narrowestSpace) * size;
}

export function isIdeograph(character = ''): boolean {
  return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u.test(character);
}

/** Whether a line reads from right to left: most of its letters do. */
function reads(pieces: readonly Piece[]): boolean {
  let balance = 0;
  for (const { text } of pieces) {
    balance += (text.match(rightToLeftLetters)?.length ?? 0) * 2;
    balance -= text.match(/\p{L}/gu)?.length ?? 0;
  }
  return balance > 0;
}

const rightToLeftLetters = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/gu;

function inReadingOrder(pieces: readonly Piece[]): readonly Piece[] {
  const sorted = pieces.every(
    (piece, index) => index === 0 || piece.left >= (pieces[index - 1]?.left ?? 0),
  )
    ? pieces
    : pieces.toSorted((a, b) => a.left - b.left);
  if (!reads(pieces)) return sorted;
  // From the right; what reads from left to right in between keeps its order.
  const ordered: Piece[] = [];
  let stretch: Piece[] = [];
  for (const piece of sorted.toReversed()) {
    if (!piece.rightToLeft && /[\p{L}\p{N}]/u.test(piece.text)) stretch.unshift(piece);
    else {
      ordered.push(...stretch, piece);
      stretch = [];
    }
  }
  return [...ordered, ...stretch];
}

/** Groups that touch on one line become one; far fewer groups than pieces, sorted by line. */
function merged(groups: readonly Group[]): readonly Group[] {
  const byLine = new Map<string, Group[]>();
  const made: Group[] = [];
  for (const group of groups) {
    const row = Math.round(group.main.base / 2);
    const near = [row - 1, row, row + 1].flatMap(
      (one) => byLine.get(`${String(group.main.angle)} ${String(one)}`) ?? [],
    );
    const home = near.slice(-40).find((other) => fits(other, group));
    if (home !== undefined) {
      for (const piece of group.pieces) home.add(piece);
      continue;
    }
    made.push(group);
    const key = `${String(group.main.angle)} ${String(row)}`;
    const line = byLine.get(key);
    if (line === undefined) byLine.set(key, [group]);
    else line.push(group);
  }
  return made;
}

function fits(home: Group, group: Group): boolean {
  const size = Math.max(home.main.size, group.main.size);
  const gap = Math.max(group.left - home.right, home.left - group.right);
  return (
    Math.abs(home.main.base - group.main.base) < 0.2 * size &&
    gap < 0.45 * size &&
    gap > -0.2 * size
  );
}
