import { importLimits } from '../../main/importers/limits.ts';
import { parseSource } from '../../main/importers/parse-source.ts';
import { wrongWith } from './check-answer.ts';

/** What became of a file: opened, refused with a code, or wrong, in words. */
export type Tried =
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'wrong'; readonly why: string };

/** Reads a file as an importing process does, and checks the answer. */
export async function tryFile(name: string, bytes: Uint8Array): Promise<Tried> {
  try {
    const result = await parseSource(bytes, name, { variant: 'article' }, importLimits);
    const why = wrongWith(result, name);
    if (why !== null) return { kind: 'wrong', why };
    return result.ok ? { kind: 'opened' } : { kind: 'refused', code: result.error.code };
  } catch (error) {
    return {
      kind: 'wrong',
      why: error instanceof Error ? (error.stack ?? error.message) : 'threw',
    };
  }
}
