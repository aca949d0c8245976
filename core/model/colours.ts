export const markColours = ['yellow', 'green', 'blue', 'purple', 'pink', 'orange', 'teal'] as const;
export type MarkColour = (typeof markColours)[number];
