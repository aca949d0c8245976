import { unzipSync } from 'fflate';
import { importMessages } from '../../core/messages/en/imports.ts';
import { ImportRefused } from './import-refused.ts';
import type { Source } from './imported-draft.ts';
import { megabytes } from './import-failure.ts';

/** The files of an archive, read one by one and never more than the limits allow. Nothing is written anywhere. */
export interface Archive {
  /** Full names with `/`, in the archive's order; folders and names that lead out of the archive are not among them. */
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** Null where there is no such file or its data is broken. */
  readonly read: (name: string) => Uint8Array | null;
}

interface Member {
  readonly stored: string;
  readonly size: number;
}

/** Throws ImportRefused for what is no archive and for what would unpack to more than the limits. */
export function openArchive({ bytes, name, limits }: Source): Archive {
  const members = new Map<string, Member>();
  let count = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name: stored, originalSize, size, compression }) => {
        count += 1;
        if (count > limits.entries) {
          throw new ImportRefused('file-too-large', importMessages.tooManyEntries(name));
        }
        const path = inside(stored);
        // Sizes as the archive states them: no more than that is ever unpacked.
        const stated = compression === 0 ? size : originalSize;
        if (path !== null && !members.has(path)) members.set(path, { stored, size: stated });
        return false;
      },
    });
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    throw new ImportRefused('import-failed', importMessages.brokenArchive(name));
  }
  let unpacked = 0;
  return {
    names: [...members.keys()],
    has: (path) => members.has(path),
    read: (path) => {
      const member = members.get(path);
      if (member === undefined) return null;
      unpacked += member.size;
      if (unpacked > limits.unpackedBytes) {
        const most = megabytes(limits.unpackedBytes);
        throw new ImportRefused('file-too-large', importMessages.unpacksTooLarge(name, most));
      }
      let taken = false;
      try {
        const found = unzipSync(bytes, {
          filter: ({ name: stored }) => {
            if (taken || stored !== member.stored) return false;
            taken = true;
            return true;
          },
        });
        return found[member.stored] ?? null;
      } catch {
        return null; // What it holds cannot be had; whether the rest is still a document, the importer decides.
      }
    },
  };
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
