import { Inflate, inflateSync } from 'fflate/browser';
import { importMessages } from '../../core/messages/en/imports.ts';
import { ImportRefused } from './import-refused.ts';
import type { Source } from './imported-draft.ts';
import { megabytes } from './import-failure.ts';
import { readZipDirectory, type ZipMember } from './zip-directory.ts';

/** The files of an archive, read one by one and never more than the limits allow. Nothing is written anywhere. */
export interface Archive {
  /** Full names with `/`, in the archive's order; folders and names that lead out of the archive are not among them. */
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** A file by its name, or by one that differs in case, in how letters are composed or in escapes alone. */
  readonly find: (name: string) => string | null;
  readonly isEncrypted: (name: string) => boolean;
  /** The archive's directory is missing: what is here was found by looking through the bytes. */
  readonly damaged: boolean;
  /** Null where there is no such file or its data is broken. Refuses what unpacks to more than `most`. */
  readonly read: (name: string, most?: number) => Uint8Array | null;
}

/** Throws ImportRefused for what is no archive and for what would unpack to more than the limits. */
export function openArchive({ bytes, name, limits }: Source): Archive {
  const { members, damaged } = readZipDirectory(bytes, limits.entries);
  if (members.length > limits.entries) {
    throw new ImportRefused('file-too-large', importMessages.tooManyEntries(name));
  }
  const byPath = new Map<string, ZipMember>();
  for (const member of members) {
    const path = inside(member.name);
    if (path !== null && !byPath.has(path)) byPath.set(path, member);
  }
  if (byPath.size === 0) {
    throw new ImportRefused('import-failed', importMessages.brokenArchive(name));
  }
  const names = [...byPath.keys()];
  const folded = new Map(names.toReversed().map((path) => [fold(path), path]));
  let left = limits.unpackedBytes;
  return {
    names,
    damaged,
    has: (path) => byPath.has(path),
    find: (path) => (byPath.has(path) ? path : (folded.get(fold(path)) ?? null)),
    isEncrypted: (path) => byPath.get(path)?.encrypted ?? false,
    read: (path, atMost = limits.unpackedBytes) => {
      const member = byPath.get(path);
      if (member === undefined || member.encrypted) return null;
      const unpacked = unpack(bytes, member, Math.min(atMost, left));
      if (unpacked === 'too-large') {
        const most = megabytes(Math.min(atMost, limits.unpackedBytes));
        throw new ImportRefused('file-too-large', importMessages.unpacksTooLarge(name, most));
      }
      left -= unpacked?.length ?? 0;
      return unpacked;
    },
  };
}

function fold(path: string): string {
  return decoded(path).normalize('NFC').toLowerCase();
}

/** Bytes are fed in pieces, so that the limit holds whatever sizes the archive states. */
const piece = 16 * 1024;

function unpack(
  archive: Uint8Array,
  { method, start, length, size }: ZipMember,
  most: number,
): Uint8Array | null | 'too-large' {
  const packed = archive.subarray(start, length === null ? undefined : start + length);
  if (method === 0) return packed.length > most ? 'too-large' : packed;
  if (method !== 8) return null;
  const stated = size !== null && size < most ? unpackTo(packed, size) : null;
  if (stated !== null) return stated;
  const parts: Uint8Array[] = [];
  const seen = { size: 0, ended: false };
  const inflate = new Inflate((part, final) => {
    seen.size += part.length;
    seen.ended = final;
    if (seen.size <= most) parts.push(part);
  });
  try {
    for (let at = 0; !seen.ended && at < packed.length && seen.size <= most; at += piece) {
      inflate.push(packed.subarray(at, at + piece), at + piece >= packed.length);
    }
  } catch {
    return null; // What it holds cannot be had; whether the rest is still a document, the importer decides.
  }
  if (seen.size > most) return 'too-large';
  const whole = new Uint8Array(seen.size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Twice as fast as in pieces, and bounded by the stated size; null where that is not what is in it. */
function unpackTo(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    const unpacked = inflateSync(packed, { out: new Uint8Array(size + 1) });
    return unpacked.length === size ? unpacked : null;
  } catch {
    return null;
  }
}

/** A member's path from the archive's root; null for folders and for what would lie outside. */
function inside(stored: string): string | null {
  const path = stored.replaceAll('\\', '/');
  if (path.endsWith('/') || path.startsWith('/') || path.includes('\0')) return null;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') || /^[a-z]:/i.test(path)
    ? null
    : parts.join('/');
}

/** Where a reference inside an archive leads, from the file that it stands in; null where that is outside. */
export function archivePath(from: string, reference: string): string | null {
  const [path = ''] = reference.split(/[?#]/, 1);
  if (path === '') return from;
  if (/^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('//')) return null;
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of decoded(path).split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
