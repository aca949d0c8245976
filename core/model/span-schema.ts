import { z } from 'zod';
import type { Span } from './span.ts';

export const spanSchema: z.ZodType<Span> = z
  .object({ start: z.int().min(0), end: z.int().min(0) })
  .refine((span) => span.start <= span.end, 'a span ends before it starts')
  .readonly();
