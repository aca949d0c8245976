export const markColours = ['yellow', 'green', 'blue', 'purple', 'pink', 'orange', 'teal'] as const;
export type MarkColour = (typeof markColours)[number];

/** New tags take the colours in turn. */
export function nextColour(count: number): MarkColour {
  return markColours[count % markColours.length] ?? markColours[0];
}
