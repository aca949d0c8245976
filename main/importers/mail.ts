import { addressParser } from 'postal-mime';
import { detailNames, importMessages } from '../../core/messages/en/imports.ts';
import { noDetails, type DocumentDetails, type SourceNotice } from '../../core/model/document.ts';
import { ImportRefused } from './import-refused.ts';
import type { ImportedDraft, Source } from './imported-draft.ts';
import { MailReader } from './mail-message.ts';
import { messageStart, parseMime, type MimePart } from './mime.ts';
import { latin1 } from './signatures.ts';
import { titleFromName } from './title.ts';

/** A mail, or all those of a mailbox: subject, who wrote to whom and when, and what they say. */
export function importMail(source: Source): ImportedDraft {
  const { bytes, name, limits } = source;
  const mails = mailsOf(bytes);
  const reader = new MailReader(latin1(bytes.subarray(0, 5)) === 'From ');
  let only: MimePart | null = null;
  for (const mail of mails) {
    const parsed = parseMime(mail, messageStart(mail));
    if (mails.length === 1) only = parsed.root;
    reader.message(parsed, 0);
    if (reader.blocks.length > limits.blocks) {
      const limit = limits.blocks.toLocaleString('en');
      throw new ImportRefused('file-too-large', importMessages.tooManyBlocks(name, limit));
    }
  }
  if (reader.encrypted > 0 && !reader.hasBody && mails.length === 1) {
    throw new ImportRefused('import-failed', importMessages.encrypted(name));
  }
  return {
    title: only?.headers.words('subject') ?? titleFromName(name),
    details: only === null ? noDetails : detailsOf(only),
    blocks: reader.blocks,
    pictures: reader.pictures,
    notices: noticesOf(reader),
  };
}

function noticesOf(reader: MailReader): SourceNotice[] {
  const counted = [
    { kind: 'attachments-left-out', count: reader.attachments },
    { kind: 'parts-left-out', count: reader.encrypted },
    { kind: 'pictures-not-fetched', count: reader.missing },
  ] as const;
  return [
    ...(reader.whole ? [] : [{ kind: 'damaged', count: null } as const]),
    ...counted.filter(({ count }) => count > 0),
  ];
}

function detailsOf({ headers }: MimePart): DocumentDetails {
  const more = [
    { name: detailNames.to, value: headers.words('to') ?? '' },
    { name: detailNames.cc, value: headers.words('cc') ?? '' },
  ];
  return {
    ...noDetails,
    author: authorOf(headers.get('from')),
    date: dateOf(headers.get('date')),
    more: more.filter(({ value }) => value !== ''),
  };
}

function authorOf(from: string | null): string | null {
  const people = addressParser((from ?? '').slice(0, 4000), { flatten: true });
  const names = people.map(({ name, address }) => (name === '' ? (address ?? '') : name));
  const line = names.filter((name) => name !== '').join(', ');
  return line === '' ? null : line;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const written =
  /(\d{1,2})[ -]+([a-z]{3})[a-z]*[ -]+(\d{4})[ ]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[a-z]{1,5})?/i;

/** In ISO with the sender's own time, where the mail's date can be read; else as it is written. */
function dateOf(date: string | null): string | null {
  const match = written.exec(date ?? '');
  const month = months.indexOf((match?.[2] ?? '').toLowerCase()) + 1;
  if (match === null || month === 0) return date;
  const [, day = '', , year = '', hour = '', minute = '', second = '00', zone = ''] = match;
  const two = (part: string | number): string => String(part).padStart(2, '0');
  const offset = /^[+-]/.test(zone)
    ? `${zone.slice(0, 3)}:${zone.slice(3)}`
    : zone === ''
      ? ''
      : 'Z';
  // Zones with a name other than these say nothing sure.
  const sure = /^(?:[+-].*|gmt|utc?|z|)$/i.test(zone);
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${sure ? offset : ''}`;
}

const lineFeed = 0x0a;

/** The mails of a mailbox, where each begins with a line "From …" after an empty one; else the one that the file is. */
function mailsOf(bytes: Uint8Array): Uint8Array[] {
  const counted = /^(\d{1,12})[ \t]*\r?\n/.exec(latin1(bytes.subarray(0, 100)));
  if (counted !== null) {
    // Apple's form: the length of the mail, the mail, and what the program knows of it.
    const from = counted[0].length;
    return [bytes.subarray(from, from + Number(counted[1]))];
  }
  const starts: number[] = [];
  let emptyBefore = true;
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(lineFeed, at);
    const end = found < 0 ? bytes.length : found;
    if (
      emptyBefore &&
      bytes[at] === 0x46 &&
      isSeparator(bytes.subarray(at, Math.min(end, at + 300)))
    ) {
      starts.push(at);
    }
    if (starts.length === 0 && at > 4) break;
    emptyBefore = end === at || (end === at + 1 && bytes[at] === 0x0d);
    at = end + 1;
  }
  if (starts.length < 2) return [bytes];
  return starts.map((start, index) => bytes.subarray(start, starts[index + 1] ?? bytes.length));
}

function isSeparator(line: Uint8Array): boolean {
  return /^From \S.*\d{4}\s*$|^From \S+ .*\d{1,2}:\d{2}/.test(latin1(line));
}
