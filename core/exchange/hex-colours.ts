import { markColours, type MarkColour } from '../model/colours.ts';

/** For formats that want #RRGGBB; how a colour is drawn here is the theme's. */
const hex: Readonly<Record<MarkColour, string>> = {
  yellow: '#e6c229',
  green: '#4caf50',
  blue: '#4a90d9',
  purple: '#8e6cc9',
  pink: '#e06c9f',
  orange: '#ee8434',
  teal: '#2a9d8f',
};

export function hexOf(colour: MarkColour): string {
  return hex[colour];
}

/** The colour that #RRGGBB comes nearest to; null where it is none. */
export function nearestColour(value: string): MarkColour | null {
  const wanted = channels(value.trim());
  if (wanted === null) return null;
  let best: { readonly colour: MarkColour; readonly distance: number } | null = null;
  for (const colour of markColours) {
    const own = channels(hex[colour]) ?? [];
    const distance = wanted.reduce((sum, each, i) => sum + (each - (own[i] ?? 0)) ** 2, 0);
    if (best === null || distance < best.distance) best = { colour, distance };
  }
  return best?.colour ?? null;
}

function channels(value: string): readonly number[] | null {
  if (!/^#[\da-f]{6}$/i.test(value)) return null;
  return [1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16));
}
