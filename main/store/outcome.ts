import type { ErrorCode, Result } from '../../core/contract.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import { systemCode } from './files.ts';

export type Failed = Extract<Result<never>, { ok: false }>;

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function failed(code: ErrorCode, message: string): Failed {
  return { ok: false, error: { code, message } };
}

/** Words for an error of the file system; an error that is not the system's is a broken invariant and goes on. */
export function reasonOf(error: unknown): string {
  const code = systemCode(error);
  if (code === null) throw error;
  return storeMessages.reason(code);
}
