import { z } from 'zod';
import { markColourSchema } from './annotation.ts';
import { documentIdSchema } from './document.ts';
import { keymaps } from './keymaps.ts';
import { themes } from './themes.ts';

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
    /** The strip of tags by digit below the text. */
    tagStrip: z.boolean().default(true),
    /** How marks are told apart: by fills in their hues, or by lines of another kind for each. */
    marksLook: z.enum(['fill', 'lines']).default('fill'),
    /** No new tags while reading: only those of the codebook are offered. */
    closedCodebook: z.boolean().default(false),
    /** Tags, and pairs of them, that are to stay although they are not used or look alike. */
    keptTags: z.array(z.string().max(80)).max(10_000).readonly().default([]),
    /** Texts whose own marks the reader does not want; they are not offered again. */
    declinedMarks: z.array(documentIdSchema).max(10_000).readonly().default([]),
    lastColour: markColourSchema,
    author: z.string().max(200),
    keymap: z.enum(keymaps).default('arrows'),
    /** By command, instead of the keymap's key; what is not known or cannot be read is passed over. */
    shortcuts: z.record(z.string(), z.string().max(60).nullable()).readonly().default({}),
    /** A passage selected with the pointer takes in the words that it begins and ends in. */
    snapToWord: z.boolean().default(false),
  })
  .readonly();
export type Settings = z.infer<typeof settingsSchema>;
