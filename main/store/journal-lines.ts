import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { patchSchema } from '../../core/edit/patch-schema.ts';
import type { Change, Patch } from '../../core/edit/patch.ts';
import { journalKind } from '../../core/model/library-files.ts';

/**
 * A change as the history keeps it. `undo` and `redo` hold the patch as it was applied, under the id of the edit they
 * belong to, so that every record can be replayed by itself; `put` (a document came in) cannot be undone.
 */
export interface JournalRecord {
  readonly seq: number;
  readonly type: 'do' | 'undo' | 'redo' | 'put';
  readonly patch: Patch;
  /** When it happened, where that is not the patch's own time: an undo bears the patch of the edit. */
  readonly at?: string | undefined;
  /** The exact times of what was merged, by the entity's id: they are another machine's. */
  readonly times?: Readonly<Record<string, string>> | undefined;
}

/** A change with the time at which it was made; `exact` where that time must be kept as it is. */
export interface TimedChange {
  readonly change: Change;
  readonly at: string;
  readonly exact: boolean;
}

export function timedChanges({ patch, at, times }: JournalRecord): readonly TimedChange[] {
  return patch.changes.map((change) => {
    const exact = times?.[change.id];
    return { change, at: exact ?? at ?? patch.at, exact: exact !== undefined };
  });
}

/** The first line; `after` is the number of the last record that was dropped, 0 for none. */
export interface JournalHeader {
  readonly kind: string;
  readonly version: number;
  readonly data: { readonly after: number };
}

export function newHeader(after: number): JournalHeader {
  return { ...journalKind, data: { after } };
}

/** A line of JSON that ends in the CRC-32 of what stands before it. */
export function encodeLine(value: JournalRecord | JournalHeader): Buffer {
  const body = JSON.stringify(value).slice(0, -1);
  return Buffer.from(`${body},"crc":"${checksum(Buffer.from(body))}"}\n`);
}

export interface ReadLine {
  readonly record: JournalRecord;
  /** Where the line stands in the file, line end included. */
  readonly at: number;
  readonly length: number;
}

export interface JournalScan {
  readonly header: JournalHeader | null;
  readonly lines: readonly ReadLine[];
  /** Where the good lines end, if nothing bad stands between them. */
  readonly end: number;
  /** Bytes after the last line end: a write that was cut short. */
  readonly torn: number;
  /** Whole lines that are not as they were written. */
  readonly bad: number;
}

export function scanJournal(bytes: Uint8Array): JournalScan {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const lines: ReadLine[] = [];
  let header: JournalHeader | null = null;
  let bad = 0;
  let at = 0;
  let end = 0;
  for (let stop = buffer.indexOf(10, at); stop !== -1; stop = buffer.indexOf(10, at)) {
    const value = decodeLine(buffer.subarray(at, stop));
    const length = stop + 1 - at;
    if (value === null) bad += 1;
    else if ('kind' in value) {
      if (at === 0) header = value;
      else bad += 1;
    } else if (value.seq > (lines.at(-1)?.record.seq ?? 0)) {
      lines.push({ record: value, at, length });
    } else bad += 1;
    at = stop + 1;
    if (bad === 0) end = at;
  }
  return { header, lines, end, torn: buffer.length - at, bad };
}

const tail = /^,"crc":"([0-9a-f]{8})"\}$/;
const tailLength = ',"crc":"00000000"}'.length;

/** The header or record in a line without its line end; null where it is not as it was written. */
export function decodeLine(line: Buffer): JournalRecord | JournalHeader | null {
  const cut = line.length - tailLength;
  if (cut < 1) return null;
  const found = tail.exec(line.toString('latin1', cut))?.[1];
  if (found !== checksum(line.subarray(0, cut))) return null;
  try {
    return valueOf(JSON.parse(`${line.toString('utf8', 0, cut)}}`));
  } catch (error) {
    // Only a line made by hand has a right checksum and no JSON.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const headerSchema = z.object({
  kind: z.literal(journalKind.kind),
  version: z.int(),
  data: z.object({ after: z.int().min(0) }),
});
// The checksum vouches for the patch, so only its frame is checked here; a replay checks what it applies.
const recordSchema = z.object({
  seq: z.int().min(1),
  type: z.enum(['do', 'undo', 'redo', 'put']),
  patch: z.custom<Patch>((value) => typeof value === 'object' && value !== null),
  at: z.iso.datetime().optional(),
  times: z.record(z.string(), z.iso.datetime()).optional(),
});

function valueOf(json: unknown): JournalRecord | JournalHeader | null {
  return recordSchema.safeParse(json).data ?? headerSchema.safeParse(json).data ?? null;
}

/** The record with its patch checked in full; null where it does not fit. */
export function checkedPatch(record: JournalRecord): Patch | null {
  return patchSchema.safeParse(record.patch).data ?? null;
}

function checksum(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, '0');
}
