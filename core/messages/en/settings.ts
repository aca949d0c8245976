import type { Settings } from '../../model/settings.ts';
import type { Theme } from '../../model/themes.ts';

const themeNames: Record<Theme, string> = {
  system: 'System',
  light: 'Light',
  sepia: 'Sepia',
  dark: 'Dark',
};
const faceNames: Record<Settings['readingFace'], string> = {
  literata: 'Literata',
  inter: 'Inter',
  system: 'System',
};

/** The panel of type and theme. */
export const settingsMessages = {
  title: 'Type and theme',
  theme: 'Theme',
  themeNames,
  face: 'Face',
  faceNames,
  size: 'Size',
  lineHeight: 'Line height',
  measure: 'Line length',
  marksLook: 'Marks',
  marksLooks: { fill: 'Fill', lines: 'Lines' },
  sizeValue: (px: number): string => `${px} px`,
  lineHeightValue: (value: number): string => value.toFixed(2),
  measureValue: (characters: number): string => `${characters} letters`,
  less: (name: string): string => `Less: ${name.toLowerCase()}`,
  more: (name: string): string => `More: ${name.toLowerCase()}`,
  reset: 'Back to standard',
} as const;
