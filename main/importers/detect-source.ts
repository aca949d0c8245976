import { importMessages, type FileKind } from '../../core/messages/en/imports.ts';
import { detectArchive } from './detect-archive.ts';
import { detectFormat, isBinary } from './detect.ts';
import { ImportRefused } from './import-refused.ts';
import type { Source } from './imported-draft.ts';
import type { SourceKind } from './importers.ts';
import { messageHead, messageKind } from './message-kind.ts';
import { knownBinary, latin1 } from './signatures.ts';

/** Kinds that are known by their first bytes and have an importer. */
const opened: Readonly<Partial<Record<FileKind, SourceKind>>> = {
  epub: 'epub',
  pdf: 'pdf',
  richText: 'rtf',
};

/** What a source is, by what is in it; its name counts only between kinds of plain text. */
export function detectSource(
  source: Source,
): { readonly kind: SourceKind } | { readonly known: FileKind } {
  const { bytes, name } = source;
  const found = knownBinary(bytes);
  if (found === 'office') refuseOldOffice(source);
  if (found === 'oldWord')
    throw new ImportRefused('unsupported-file', importMessages.oldWord(name));
  const inside = found === 'archive' && isZip(bytes) ? detectArchive(source) : { known: found };
  if ('kind' in inside) return inside;
  const { known } = inside;
  if (known !== null) {
    const kind = opened[known];
    return kind === undefined ? { known } : { kind };
  }
  const message = messageKind(latin1(bytes.subarray(0, messageHead)), name);
  if (message !== null) return { kind: message };
  const text = source.text();
  if (!/\S/.test(text)) throw new ImportRefused('empty-file', importMessages.emptyFile(name));
  if (isBinary(text)) throw new ImportRefused('binary-file', importMessages.binaryFile(name));
  return { kind: detectFormat(text, name) };
}

function isZip([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b;
}

/** The old container of Office: names of streams in it are UTF-16. Word's new documents stand in one when they are locked. */
function refuseOldOffice({ bytes, name }: Source): void {
  const text = latin1(bytes);
  if (text.includes(wide('EncryptedPackage'))) {
    throw new ImportRefused('unsupported-file', importMessages.needsPassword(name));
  }
  if (text.includes(wide('WordDocument'))) {
    throw new ImportRefused('unsupported-file', importMessages.oldWord(name));
  }
}

function wide(text: string): string {
  return text.replace(/./g, '$&\0');
}
