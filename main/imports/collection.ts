import { isReadable } from '../../core/text/readable-endings.ts';
import type { Source } from '../importers/imported-draft.ts';
import { ImportRefused } from '../importers/import-refused.ts';
import { importLimits } from '../importers/limits.ts';
import { knownBinary } from '../importers/signatures.ts';
import { openArchive } from '../importers/zip.ts';
import type { SourceFile } from '../services.ts';

/** An archive that is no document itself: a folder in one file. */
export interface Collection {
  readonly members: readonly string[];
  readonly skipped: number;
  /** Null where its bytes cannot be had; throws ImportRefused for what is larger than a file may be. */
  readonly read: (member: string) => Uint8Array | null;
}

/** Members are unpacked one at a time and let go again: a limit for all of them together, and one for each. */
const limits = { ...importLimits, unpackedBytes: 16 * importLimits.unpackedBytes };

/** What only documents have at their root. */
const documentParts = [
  '[Content_Types].xml',
  '_rels/.rels',
  'META-INF/container.xml',
  'mimetype',
  'content.xml',
];

/** Null for all that an importer is to read as it is, broken archives and those with nothing to read included. */
export function openCollection({ bytes, name }: SourceFile): Collection | null {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip || knownBinary(bytes) !== 'archive') return null;
  const source: Source = { bytes, name, limits, text: () => '' };
  try {
    const archive = openArchive(source);
    if (documentParts.some((part) => archive.has(part))) return null;
    const members = archive.names.filter((member) => isShown(member) && isReadable(member, false));
    if (members.length === 0) return null;
    return {
      members,
      skipped: archive.names.length - members.length,
      read: (member) => archive.read(member, importLimits.bytes),
    };
  } catch (error) {
    if (error instanceof ImportRefused) return null;
    throw error;
  }
}

/** Not hidden, and not what a Mac puts beside each file. */
function isShown(member: string): boolean {
  return !member.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}
