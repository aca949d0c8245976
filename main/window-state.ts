import { z } from 'zod';
import type { WindowState } from './window-bounds.ts';

export const windowStateSchema: z.ZodType<WindowState> = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
});
