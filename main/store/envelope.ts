import { z } from 'zod';
import type { Problem } from '../../core/messages/en/store.ts';
import type { FileKind } from '../../core/model/library-files.ts';
import { migrate } from '../../core/model/migrations.ts';

const envelopeSchema = z.object({ kind: z.string(), version: z.int().min(0), data: z.unknown() });

/** What the bytes of a file turn out to be. `newer` has data as far as this program can read it. */
export type Decoded<T> =
  | { readonly state: 'good'; readonly data: T; readonly migrated: boolean }
  | { readonly state: 'newer'; readonly data: T | null }
  | { readonly state: 'damaged'; readonly problem: Problem };

export function decodeFile<T>(kind: FileKind<T>, bytes: Uint8Array): Decoded<T> {
  if (bytes.length === 0) return { state: 'damaged', problem: 'empty' };
  const json = parseJson(bytes);
  if (json === undefined) {
    const zeros = bytes.every((byte) => byte === 0);
    return { state: 'damaged', problem: zeros ? 'zeros' : 'notJson' };
  }
  const envelope = envelopeSchema.safeParse(json);
  if (!envelope.success) return { state: 'damaged', problem: 'wrongSchema' };
  const { version, data } = envelope.data;
  if (envelope.data.kind !== kind.kind) return { state: 'damaged', problem: 'wrongKind' };
  if (version > kind.version) {
    return { state: 'newer', data: kind.schema.safeParse(data).data ?? null };
  }
  const current = migrate(kind.migrations, data, version, kind.version);
  if (current === null) return { state: 'damaged', problem: 'outdated' };
  const parsed = kind.schema.safeParse(current.data);
  if (!parsed.success) return { state: 'damaged', problem: 'wrongSchema' };
  return { state: 'good', data: parsed.data, migrated: version < kind.version };
}

export function encodeFile<T>(kind: FileKind<T>, data: T, indented: boolean): Uint8Array {
  const envelope = { kind: kind.kind, version: kind.version, data };
  return Buffer.from(`${JSON.stringify(envelope, null, indented ? 2 : 0)}\n`);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    // Fatal: bytes that are not UTF-8 must not slip in as replacement characters.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}
