import { z } from 'zod';

/** How a document with pages is shown: as its pages, or as running text; how large; and which page was on screen. */
export const pageLookSchema = z
  .object({
    view: z.enum(['pages', 'text']),
    /** As wide as the window lets it be, a whole page at once, or a factor: 1 is the page's own size. */
    zoom: z.union([z.enum(['width', 'page']), z.number().min(0.1).max(8)]),
    /** The page at the upper edge, from 0, and how far down it: 2.5 is the middle of the third. */
    page: z.number().min(0),
  })
  .readonly();
export type PageLook = z.infer<typeof pageLookSchema>;
export type Zoom = PageLook['zoom'];
