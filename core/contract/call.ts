import { z } from 'zod';

/** A call's input, which main checks, and output, which types both sides. */
export const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  input,
  output,
});

export const nothing = z.object({}).strict();
