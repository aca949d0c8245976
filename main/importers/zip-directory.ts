// Where the members of a ZIP archive lie, after APPNOTE.TXT 6.3: by its central directory, or, where that is missing or
// leads nowhere, by the headers in front of the members.

export interface ZipMember {
  readonly name: string;
  /** 0 stored, 8 deflated; others cannot be read. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Of the packed data, in bytes of the archive; `length` is null where the header does not tell. */
  readonly start: number;
  readonly length: number | null;
  /** Unpacked, as the archive states it; null where it does not. */
  readonly size: number | null;
}

export interface ZipDirectory {
  readonly members: readonly ZipMember[];
  /** The central directory was not to be had, or did not fit the members. */
  readonly damaged: boolean;
}

const endMark = 0x06054b50;
const end64Locator = 0x07064b50;
const end64Mark = 0x06064b50;
const entryMark = 0x02014b50;
const memberMark = 0x04034b50;

/** At most `most` + 1 members: who gets more than `most` knows that there are too many. */
export function readZipDirectory(bytes: Uint8Array, most: number): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const listed = centralMembers(view, bytes, most);
  if (listed !== null) return { members: listed, damaged: false };
  return { members: looseMembers(view, bytes, most), damaged: true };
}

function centralMembers(view: DataView, bytes: Uint8Array, most: number): ZipMember[] | null {
  const end = findEnd(view);
  if (end === null) return null;
  let { count, at } = end;
  const members: ZipMember[] = [];
  for (; count > 0 && members.length <= most; count -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) return null;
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const wide = zip64Sizes(view, at + 46 + nameLength, extraLength, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    const [size, length, header] = wide;
    const start = dataStart(view, header);
    if (start === null) return null;
    const flags = view.getUint16(at + 8, true);
    members.push({
      name: nameOf(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) !== 0,
      start,
      length: Math.max(0, Math.min(length, bytes.length - start)),
      size,
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return members;
}

/** The end record stands at the end, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): { readonly count: number; readonly at: number } | null {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) !== endMark) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (count !== 0xffff && start !== 0xffffffff) return { count, at: start };
    return findEnd64(view, at - 20) ?? { count, at: start };
  }
  return null;
}

function findEnd64(
  view: DataView,
  locator: number,
): { readonly count: number; readonly at: number } | null {
  if (locator < 0 || view.getUint32(locator, true) !== end64Locator) return null;
  const at = bigNumber(view, locator + 8);
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== end64Mark) return null;
  return { count: bigNumber(view, at + 32), at: bigNumber(view, at + 48) };
}

/** Sizes that do not fit 32 bits stand in an extra field of their own, in this order and only where they are needed. */
function zip64Sizes(
  view: DataView,
  from: number,
  length: number,
  sizes: readonly [number, number, number],
): readonly [number, number, number] {
  if (!sizes.includes(0xffffffff)) return sizes;
  const end = Math.min(from + length, view.byteLength);
  for (let at = from; at + 4 <= end;) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let next = at + 4;
      const [full, packed, header] = sizes.map((value) => {
        if (value !== 0xffffffff || next + 8 > end) return value;
        next += 8;
        return bigNumber(view, next - 8);
      });
      return [full ?? 0, packed ?? 0, header ?? 0];
    }
    at += 4 + size;
  }
  return sizes;
}

/** Exact up to 2^53, which no archive reaches. */
function bigNumber(view: DataView, at: number): number {
  if (at < 0 || at + 8 > view.byteLength) return Number.MAX_SAFE_INTEGER;
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

function dataStart(view: DataView, header: number): number | null {
  if (header + 30 > view.byteLength || view.getUint32(header, true) !== memberMark) return null;
  return header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
}

/** Every header that is found, with its data up to the next one where its own length is missing or wrong. */
function looseMembers(view: DataView, bytes: Uint8Array, most: number): ZipMember[] {
  const members: ZipMember[] = [];
  for (let at = nextHeader(bytes, 0); at !== null && members.length <= most;) {
    const start = dataStart(view, at);
    if (start === null || start > bytes.length) break;
    const flags = view.getUint16(at + 6, true);
    const stated = view.getUint32(at + 18, true);
    const known = (flags & 8) === 0 && stated !== 0xffffffff && start + stated <= bytes.length;
    const next: number | null = nextHeader(bytes, known ? start + stated : start);
    const method = view.getUint16(at + 8, true);
    members.push({
      name: nameOf(bytes.subarray(at + 30, at + 30 + view.getUint16(at + 26, true))),
      method,
      encrypted: (flags & 1) !== 0,
      start,
      length: known ? stated : method === 0 && next !== null ? next - start : null,
      size: null,
    });
    at = next;
  }
  return members;
}

function nextHeader(bytes: Uint8Array, from: number): number | null {
  for (let at = bytes.indexOf(0x50, from); at >= 0; at = bytes.indexOf(0x50, at + 1)) {
    if (bytes[at + 1] === 0x4b && bytes[at + 2] === 3 && bytes[at + 3] === 4) {
      return at + 30 <= bytes.length ? at : null;
    }
  }
  return null;
}

/** UTF-8 as a flag says or the bytes show; else one character to a byte, which keeps ASCII and tells names apart. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}
