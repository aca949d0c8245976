import type { ErrorCode, Failure } from '../../core/contract.ts';

export interface Failed {
  readonly ok: false;
  readonly error: Failure;
}

export function failed(code: ErrorCode, message: string): Failed {
  return { ok: false, error: { code, message } };
}

/** A size as the messages name it. */
export function megabytes(bytes: number): string {
  const size = bytes / (1024 * 1024);
  return size >= 1 ? `${Math.round(size)} MB` : `${bytes} bytes`;
}
