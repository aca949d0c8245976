export const errorCodes = [
  'unknown-call',
  'invalid-input',
  'forbidden',
  'not-found',
  'conflict',
  'not-saved',
  'read-only',
  'library-busy',
  'empty-file',
  'binary-file',
  'unreadable-file',
  'file-too-large',
  'file-vanished',
  'unsupported-file',
  'import-failed',
  'search-failed',
  'cancelled',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** `message` says what happened, what is safe and what to do, in words for the reader. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
}
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };
