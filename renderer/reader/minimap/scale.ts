/** Height of a row of the map, CSS px. */
export const rowHeight = 2;
/** A short text is not stretched over the whole strip: its marks would look larger than they are. */
const fewestCharactersPerPx = 3;

/** How offsets stand on the map. */
export interface Scale {
  readonly characters: number;
  /** Of the part in use, CSS px; a whole number of rows. */
  readonly height: number;
  readonly rows: number;
}

export function scaleFor(characters: number, room: number): Scale {
  const wanted = Math.min(room, characters / fewestCharactersPerPx);
  const rows = Math.max(Math.floor(wanted / rowHeight), 1);
  return { characters, rows, height: rows * rowHeight };
}

export function yOf({ characters, height }: Scale, offset: number): number {
  return (Math.min(Math.max(offset, 0), characters) / Math.max(characters, 1)) * height;
}

export function offsetAt({ characters, height }: Scale, y: number): number {
  const share = Math.min(Math.max(y / height, 0), 1);
  return Math.min(Math.floor(share * characters), Math.max(characters - 1, 0));
}
