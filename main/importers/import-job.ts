import type { ImportOptions } from './imported-draft.ts';
import type { ImportLimits } from './limits.ts';

/** What is sent to an importing process. */
export interface ImportJob {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly options: ImportOptions;
  readonly limits: ImportLimits;
}

/**
 * What comes back. The document is JSON text, which is the quickest way for many small objects; the bytes of its
 * pictures go as they are.
 */
export interface ImportAnswer {
  readonly json: string;
  readonly pictures: readonly Uint8Array[];
  /** Where a parser broke: for the log, not for the reader. */
  readonly fault: string | null;
}

/** Bytes alone in their buffer: what is sent of a part would be the whole. */
export function alone(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}
