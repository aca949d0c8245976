import type { Settings } from './settings.ts';

export const defaultSettings: Settings = {
  theme: 'system',
  readingFace: 'literata',
  fontSize: 18,
  lineHeight: 1.62,
  measure: 66,
  libraryPane: true,
  marksPane: true,
  libraryWidth: 256,
  marksWidth: 328,
  tagStrip: true,
  marksLook: 'fill',
  closedCodebook: false,
  keptTags: [],
  declinedMarks: [],
  lastColour: 'yellow',
  author: '',
  keymap: 'arrows',
  shortcuts: {},
  snapToWord: false,
};
