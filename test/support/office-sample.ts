import { deflateSync } from 'node:zlib';

/** A small document that make-docx, make-odt, make-rtf and make-fb2 can all write. */
export interface OfficeSample {
  readonly title?: string;
  readonly author?: string;
  readonly blocks: readonly SampleBlock[];
}
export type SampleBlock =
  | { readonly heading: 1 | 2 | 3; readonly text: string }
  | { readonly paragraph: string }
  | { readonly runs: readonly SampleRun[] }
  | { readonly table: readonly (readonly string[])[] }
  | { readonly picture: Uint8Array; readonly alternative: string };
export interface SampleRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly link?: string;
  readonly footnote?: string;
  readonly comment?: { readonly author: string; readonly text: string };
}

export function runsOf(
  block: { readonly paragraph: string } | { readonly runs: readonly SampleRun[] },
): readonly SampleRun[] {
  return 'runs' in block ? block.runs : [{ text: block.paragraph }];
}

export function escapeXml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** A picture of one colour. */
export function samplePng(width = 4, height = 3): Uint8Array {
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x80)]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(4);
  ends.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([ends, body, sum]);
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
