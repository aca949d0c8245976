import { z } from 'zod';
import { errorCodes, type Result } from '../../core/contract/result.ts';
import { documentContentSchema } from '../../core/model/document.ts';
import { documentPagesSchema } from '../../core/model/pages.ts';
import type { ImportedDocument } from './imported-draft.ts';

// An importing process has read what anybody may have written: its answer is checked like that of a stranger.

const answerSchema = z.object({
  json: z.string(),
  pictures: z.array(z.instanceof(Uint8Array)),
  fault: z.string().nullable(),
});

const resultSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    value: z.object({
      content: documentContentSchema,
      pages: documentPagesSchema.nullable(),
      files: z.array(z.string()),
    }),
  }),
  z.object({
    ok: z.literal(false),
    error: z.object({ code: z.enum(errorCodes), message: z.string() }),
  }),
]);

export interface ReadAnswer {
  readonly result: Result<ImportedDocument>;
  readonly fault: string | null;
}

/** Null for what no importing process of ours would say. */
export function readAnswer(answer: unknown): ReadAnswer | null {
  const outer = answerSchema.safeParse(answer);
  if (!outer.success) return null;
  const { json, pictures: bytes, fault } = outer.data;
  const inner = resultSchema.safeParse(parsed(json));
  if (!inner.success) return null;
  if (!inner.data.ok) return { result: inner.data, fault };
  const { content, pages, files } = inner.data.value;
  if (files.length !== bytes.length) return null;
  const pictures = files.map((file, index) => ({ file, bytes: bytes[index] ?? new Uint8Array() }));
  return { result: { ok: true, value: { content, pages, pictures } }, fault };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
