import { markColours } from '../../../core/model/colours.ts';

/** The theme's colours as the canvas takes them. */
export interface Palette {
  /** In the order of `markColours`. */
  readonly marks: readonly string[];
  readonly heading: string;
  readonly hit: string;
}

export function paletteOf(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    marks: markColours.map((colour) => token(`--${colour}`)),
    heading: token('--minimap-heading'),
    hit: token('--minimap-hit'),
  };
}
