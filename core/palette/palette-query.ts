/** What the palette finds, in the order in which equals stand. */
export const paletteKinds = ['command', 'document', 'tag', 'heading', 'mark'] as const;
export type PaletteKind = (typeof paletteKinds)[number];

/** Written first, a sign leaves one kind alone. */
export const paletteSigns: Readonly<Record<PaletteKind, string>> = {
  command: '>',
  document: '/',
  tag: '#',
  heading: '@',
  mark: '"',
};

export interface PaletteQuery {
  /** Null for every kind. */
  readonly only: PaletteKind | null;
  readonly words: string;
}

/** Quotation marks of all sorts are one sign: keyboards and fields write what they like. */
export function parsePaletteQuery(written: string): PaletteQuery {
  const start = written.trimStart();
  const sign = start.charAt(0).replace(/[“”„«»]/u, '"');
  const only = paletteKinds.find((kind) => paletteSigns[kind] === sign) ?? null;
  return { only, words: (only === null ? start : start.slice(1)).trim() };
}
