import type { ErrorCode } from '../../core/contract.ts';

/**
 * Thrown anywhere inside an importer where a source cannot or must not be read on: parse-source.ts turns it into the
 * answer. `message` is for the reader: what happened, what is safe, what to do.
 */
export class ImportRefused extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'ImportRefused';
    this.code = code;
  }
}
