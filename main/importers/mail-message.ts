import type { DraftBlock } from '../../core/text/draft.ts';
import { htmlBlocks } from './html-blocks.ts';
import { parseHtml } from './html-document.ts';
import { deepestMail } from './limits.ts';
import { mailTextBlocks } from './mail-text.ts';
import { MimeFiles, mimeLeaves, mimeText } from './mime-files.ts';
import { messageStart, mimeBody, parseMime, type MimeMessage, type MimePart } from './mime.ts';
import { pictureFacts } from './pictures.ts';
import { webPage } from './web-page.ts';
import { inert, WebPictures } from './web-pictures.ts';

/** What is collected of a mail, and of those inside it. */
export class MailReader {
  readonly blocks: DraftBlock[] = [];
  readonly pictures = new Map<string, Uint8Array>();
  missing = 0;
  attachments = 0;
  /** Parts that cannot be read without a key. */
  encrypted = 0;
  whole = true;
  /** Whether anything was said below the headers. */
  hasBody = false;
  private bodies = 0;

  /** In a mailbox a line that begins with "From " has a mark before it. */
  constructor(private readonly fromMailbox: boolean) {}

  /** Heading, headers and body of a mail; one inside another stands a level lower. */
  message({ root, whole }: MimeMessage, depth: number): void {
    this.whole &&= whole;
    const subject = root.headers.words('subject');
    if (subject !== null) {
      const level = Math.min(depth + 1, 6) as 1 | 2 | 3 | 4 | 5 | 6;
      this.blocks.push({ kind: 'heading', level, text: subject, inlines: [], ...place });
    }
    const head = headBlock(root);
    if (head !== null) this.blocks.push(head);
    const leaves = mimeLeaves(root);
    const files = new MimeFiles(leaves, root.headers.get('content-location'));
    this.part(root, { files, depth, shown: new Set() });
  }

  private part(part: MimePart, around: Around): void {
    const { type } = part.headers;
    if (type.startsWith('multipart/') && part.parts.length > 0) this.multipart(part, around);
    else if (type === 'message/rfc822' || type === 'message/global') this.inner(part, around);
    else if (isAttached(part)) this.attachment(part, around);
    else if (type === 'text/html' || type === 'application/xhtml+xml') this.html(part, around);
    else if (isText(part)) this.plain(part);
    else if (type.startsWith('image/')) this.image(part, around);
    else if (/^application\/(?:x-)?pkcs7-mime$/.test(type)) this.encrypted += 1;
    else this.attachment(part, around);
  }

  private multipart(part: MimePart, around: Around): void {
    const { parts, headers } = part;
    switch (headers.type) {
      case 'multipart/alternative':
        this.alternative(parts, around);
        return;
      case 'multipart/encrypted':
        this.encrypted += 1;
        return;
      case 'multipart/related': {
        const [first] = parts;
        const start = headers.parameters.get('start');
        const root = parts.find((item) => item.headers.get('content-id') === start) ?? first;
        if (root !== undefined) this.part(root, around);
        for (const other of parts) if (other !== root) this.relation(other, around);
        return;
      }
      default:
        for (const child of parts) this.part(child, around);
    }
  }

  /** The richer form, if it says all that the plain one says. */
  private alternative(parts: readonly MimePart[], around: Around): void {
    const plain = parts.find(({ headers }) => headers.type === 'text/plain');
    const rich = parts.findLast(
      ({ headers }) => headers.type === 'text/html' || headers.type.startsWith('multipart/'),
    );
    if (rich === undefined) {
      const [first] = parts;
      const only = plain ?? first;
      if (only !== undefined) this.part(only, around);
      return;
    }
    const from = this.blocks.length;
    this.part(rich, around);
    if (plain === undefined) return;
    const said = letters(this.blocks.slice(from));
    const blocks = mailTextBlocks(mimeText(plain), plain.headers.parameters);
    if (said * 2 >= letters(blocks)) return;
    this.blocks.splice(from);
    this.add(blocks);
  }

  /** What stands beside a page is a picture of it, or something that came with it. */
  private relation(part: MimePart, around: Around): void {
    if (around.files.used.has(part) || part.headers.type === 'text/css') return;
    const { type } = part.headers;
    if (type.startsWith('multipart/') || type.startsWith('message/')) this.part(part, around);
    else if (!type.startsWith('image/') || isAttached(part)) this.attachment(part, around);
  }

  private inner(part: MimePart, around: Around): void {
    if (around.depth + 1 >= deepestMail) {
      this.attachment(part, around);
      return;
    }
    const bytes = mimeBody(part);
    this.message(parseMime(bytes, messageStart(bytes)), around.depth + 1);
  }

  private html(part: MimePart, { files }: Around): void {
    this.bodies += 1;
    const { document, data } = parseHtml(mimeText(part));
    const prefix = `${this.bodies}/`;
    const pictures = new WebPictures(data, files.files, prefix);
    const blocks = htmlBlocks(document.body, webPage(null, null, data, pictures, prefix));
    for (const [key, bytes] of pictures.taken) this.pictures.set(key, bytes);
    this.missing += pictures.missing.size;
    this.add(blocks);
  }

  private plain(part: MimePart): void {
    const read = mimeText(part);
    const text = this.fromMailbox ? read.replace(/^>(>*From )/gm, '$1') : read;
    if (/^\s*-----BEGIN PGP MESSAGE-----/.test(text)) this.encrypted += 1;
    else this.add(mailTextBlocks(text, part.headers.parameters));
  }

  /** A picture between the texts of a mail. */
  private image(part: MimePart, around: Around): void {
    if (around.files.used.has(part)) return;
    const bytes = inert(mimeBody(part));
    if (pictureFacts(bytes) === null) {
      this.attachment(part, around);
      return;
    }
    this.bodies += 1;
    const picture = `${this.bodies}/inline`;
    this.pictures.set(picture, bytes);
    this.add([{ kind: 'image', text: '', picture, ...place }]);
  }

  private attachment(part: MimePart, { files, shown }: Around): void {
    const { type } = part.headers;
    const signature = /^application\/(?:pgp-(?:signature|encrypted|keys)|(?:x-)?pkcs7-signature)$/;
    if (files.used.has(part) || shown.has(part) || signature.test(type)) return;
    shown.add(part);
    this.attachments += 1;
  }

  private add(blocks: readonly DraftBlock[]): void {
    if (blocks.length > 0) this.hasBody = true;
    for (const block of blocks) this.blocks.push(block);
  }
}

interface Around {
  readonly files: MimeFiles;
  readonly depth: number;
  /** Attachments that are counted. */
  readonly shown: Set<MimePart>;
}

const place = { quote: 0, list: null } as const;

/** Who wrote to whom and when, as the mail says it: whoever cites a mail cites that. */
function headBlock({ headers }: MimePart): DraftBlock | null {
  const lines = ['From', 'To', 'Cc', 'Date'].flatMap((name) => {
    const value = headers.words(name.toLowerCase());
    return value === null ? [] : [{ name, value }];
  });
  if (lines.length === 0) return null;
  let at = 0;
  const inlines = lines.map(({ name, value }) => {
    const start = at;
    at += name.length + 2 + value.length + 1;
    return { kind: 'style', style: 'strong', start, end: start + name.length + 1 } as const;
  });
  const text = lines.map(({ name, value }) => `${name}: ${value}`).join('\n');
  return { kind: 'paragraph', text, inlines, ...place };
}

function isAttached({ headers }: MimePart): boolean {
  return /^\s*attachment/i.test(headers.get('content-disposition') ?? '');
}

/** A calendar or a visiting card is text for programs. */
function isText({ headers: { type } }: MimePart): boolean {
  if (type.startsWith('multipart/')) return true;
  return (
    (type.startsWith('text/') && !/calendar|card|rtf/.test(type)) ||
    /^message\/(?:delivery-status|disposition-notification)$/.test(type)
  );
}

function letters(blocks: readonly DraftBlock[]): number {
  let count = 0;
  const add = (text: string): void => {
    count += text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  };
  for (const block of blocks) {
    if (block.kind === 'table')
      for (const row of block.rows) for (const cell of row) add(cell.text);
    else if (block.kind !== 'rule') add(block.text);
  }
  return count;
}
