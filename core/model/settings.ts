import { z } from 'zod';
import { markColourSchema } from './annotation.ts';

export const themes = ['system', 'light', 'sepia', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Choices of the person at this machine; they do not travel with the library. */
export const settingsSchema = z
  .object({
    theme: z.enum(themes),
    readingFace: z.enum(['literata', 'inter', 'system']),
    /** Size of reading text in CSS px. */
    fontSize: z.int().min(13).max(32),
    lineHeight: z.number().min(1.3).max(2.2),
    /** Characters to a line. */
    measure: z.int().min(45).max(100),
    libraryPane: z.boolean(),
    marksPane: z.boolean(),
    libraryWidth: z.int().min(200).max(420),
    marksWidth: z.int().min(240).max(520),
    lastColour: markColourSchema,
    author: z.string().max(200),
  })
  .readonly();
export type Settings = z.infer<typeof settingsSchema>;

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
  lastColour: 'yellow',
  author: '',
};
