import type { FileKind } from '../../core/messages/en/imports.ts';

interface Signature {
  readonly kind: FileKind;
  /** Latin-1 characters that stand at `at`. */
  readonly bytes: string;
  readonly at?: number;
  /** A NUL must be near as well, because the bytes alone could begin a text. */
  readonly binary?: true;
}

const signatures: readonly Signature[] = [
  { kind: 'pdf', bytes: '%PDF-' },
  { kind: 'postscript', bytes: '%!PS-' },
  { kind: 'richText', bytes: '{\\rtf' },
  { kind: 'office', bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { kind: 'oldWord', bytes: '\x9b\xa5\x21\x00' },
  { kind: 'oldWord', bytes: '\xdb\xa5\x2d\x00' },
  { kind: 'oldWord', bytes: '\xdc\xa5', binary: true },
  { kind: 'oldWord', bytes: '\xfe\x37\x00' },
  { kind: 'oldWord', bytes: '\x31\xbe\x00\x00' },
  { kind: 'archive', bytes: 'PK\x03\x04' },
  { kind: 'archive', bytes: 'PK\x05\x06' },
  { kind: 'archive', bytes: 'PK\x07\x08' },
  { kind: 'archive', bytes: '\x1f\x8b' },
  { kind: 'archive', bytes: '7z\xbc\xaf\x27\x1c' },
  { kind: 'archive', bytes: 'Rar!\x1a\x07' },
  { kind: 'archive', bytes: '\xfd7zXZ\x00' },
  { kind: 'archive', bytes: '\x28\xb5\x2f\xfd' },
  { kind: 'archive', bytes: 'BZh', binary: true },
  { kind: 'archive', bytes: 'ustar', at: 257, binary: true },
  { kind: 'image', bytes: '\x89PNG\r\n\x1a\n' },
  { kind: 'image', bytes: '\xff\xd8\xff' },
  { kind: 'image', bytes: 'GIF87a' },
  { kind: 'image', bytes: 'GIF89a' },
  { kind: 'image', bytes: 'II*\x00' },
  { kind: 'image', bytes: 'MM\x00*' },
  { kind: 'image', bytes: 'WEBP', at: 8, binary: true },
  { kind: 'image', bytes: 'BM', binary: true },
  { kind: 'image', bytes: 'ftypavif', at: 4 },
  { kind: 'image', bytes: 'ftypheic', at: 4 },
  { kind: 'video', bytes: 'ftyp', at: 4, binary: true },
  { kind: 'video', bytes: '\x1aE\xdf\xa3' },
  { kind: 'video', bytes: 'AVI ', at: 8, binary: true },
  { kind: 'audio', bytes: 'ID3', binary: true },
  { kind: 'audio', bytes: 'OggS', binary: true },
  { kind: 'audio', bytes: 'fLaC', binary: true },
  { kind: 'audio', bytes: 'WAVE', at: 8, binary: true },
  { kind: 'program', bytes: '\x7fELF' },
  { kind: 'program', bytes: 'MZ', binary: true },
  { kind: 'program', bytes: '\xcf\xfa\xed\xfe' },
  { kind: 'program', bytes: '\xca\xfe\xba\xbe' },
  { kind: 'program', bytes: '\x00asm' },
  { kind: 'database', bytes: 'SQLite format 3\x00' },
  { kind: 'font', bytes: 'wOFF', binary: true },
  { kind: 'font', bytes: 'wOF2', binary: true },
  { kind: 'font', bytes: 'OTTO', binary: true },
  { kind: 'font', bytes: '\x00\x01\x00\x00\x00' },
  { kind: 'mobipocket', bytes: 'BOOKMOBI', at: 60 },
  { kind: 'djvu', bytes: 'AT&TFORM', binary: true },
];

/** The kind of a file that is known by its first bytes and is not text; null for all others. */
export function knownBinary(bytes: Uint8Array): FileKind | null {
  const head = latin1(bytes.subarray(0, 4096));
  const hasNul = head.slice(0, 512).includes('\0');
  const found = signatures.find(
    ({ bytes: wanted, at = 0, binary }) =>
      head.startsWith(wanted, at) && (binary !== true || hasNul),
  );
  if (found !== undefined) return found.kind;
  if (isLatePdf(head)) return 'pdf';
  return lateRichText.test(head) ? 'richText' : null;
}

/** As it comes out of mails and fields of databases: a mark or space before it, and not always with its `f`. */
const lateRichText = /^(?:\xef\xbb\xbf)?\s*\{\\rt(?:f|\{)/;

/** A PDF may begin within its first kilobyte, after what a mail program or a server left there; or its first line is lost. */
function isLatePdf(head: string): boolean {
  if (/^\s*%[\x80-\xff]{4}\s+\d+ \d+ obj\s*<</.test(head)) return true;
  return /%PDF-\d\.\d\s/.test(head.slice(0, 1100)) && /\d \d+ obj\b/.test(head);
}

const piece = 8192;

/** One character to a byte. */
export function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += piece) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + piece)));
  }
  return parts.join('');
}
