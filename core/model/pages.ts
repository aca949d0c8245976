import { z } from 'zod';

// How the pages of a PDF carry the canonical text. Derived like document.json, in a file of its own (pages.json), and
// sent to the window a few pages at a time. Points (1/72 inch) from the top left corner of the page as it is shown.

/**
 * One line's stretch of text in a row of numbers: start and end in the canonical text, left, top, width and height of
 * its box before turning, and the angle in degrees, clockwise around the box's top left corner.
 */
export const runNumbers = 7;

export const pageSchema = z
  .object({
    /** As the document names the page ("iv"), else its number. */
    label: z.string(),
    width: z.number().positive(),
    height: z.number().positive(),
    /** Pages cover the text without a gap; an empty page has start = end. */
    start: z.int().min(0),
    end: z.int().min(0),
    /** `runNumbers` numbers for each run, in the order of the text. */
    runs: z.array(z.number()).readonly(),
    links: z
      .array(
        z
          .object({
            left: z.number(),
            top: z.number(),
            width: z.number(),
            height: z.number(),
            /** A web or mail address, or an offset in the text. */
            to: z.union([z.string(), z.int().min(0)]),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type Page = z.infer<typeof pageSchema>;

export const documentPagesSchema = z.array(pageSchema).readonly();
export type DocumentPages = z.infer<typeof documentPagesSchema>;
