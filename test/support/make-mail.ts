// Mails and web archives as programs write them, made in memory for tests, fuzzing and measuring.

export interface MadePart {
  /** Header lines without their line ends, Content-Type among them. */
  readonly headers: readonly string[];
  readonly body: string | Uint8Array;
}

export interface MadePicture {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** The Content-ID, without angle brackets. */
  readonly id?: string;
  readonly location?: string;
}

export interface MadeMail {
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
  readonly date?: string;
  readonly text?: string;
  readonly html?: string;
  readonly pictures?: readonly MadePicture[];
  readonly attachments?: readonly MadePart[];
}

/** A mail with the usual nesting: mixed around related around alternative, each only where it is needed. */
export function makeMail(mail: MadeMail): Uint8Array {
  const { subject = 'A mail', from = 'Ann <ann@example.org>', to = 'Bo <bo@example.org>' } = mail;
  const { date = 'Tue, 5 Mar 2024 10:20:30 +0100', pictures = [], attachments = [] } = mail;
  const texts = [
    ...(mail.text === undefined ? [] : [textPart('plain', mail.text)]),
    ...(mail.html === undefined ? [] : [textPart('html', mail.html)]),
  ];
  const [only = textPart('plain', '')] = texts;
  const body = texts.length > 1 ? multipart('alternative', texts) : only;
  const shown =
    pictures.length === 0 ? body : multipart('related', [body, ...pictures.map(picturePart)]);
  const whole = attachments.length === 0 ? shown : multipart('mixed', [shown, ...attachments]);
  return message(
    [`From: ${from}`, `To: ${to}`, `Subject: ${encodedWord(subject)}`, `Date: ${date}`],
    whole,
  );
}

export interface MadeArchive {
  readonly title?: string;
  readonly url: string;
  readonly html: string;
  readonly pictures?: readonly MadePicture[];
}

/** A web archive as Chromium saves it. */
export function makeMhtml({ title = 'A page', url, html, pictures = [] }: MadeArchive): Uint8Array {
  const page = textPart('html', html, `Content-Location: ${url}`);
  const whole = multipart('related', [page, ...pictures.map(picturePart)], 'type="text/html"');
  return message(
    [
      'From: <Saved by Blink>',
      `Snapshot-Content-Location: ${url}`,
      `Subject: ${encodedWord(title)}`,
      'Date: Tue, 5 Mar 2024 10:20:30 -0000',
    ],
    whole,
  );
}

export function textPart(kind: string, text: string, ...headers: readonly string[]): MadePart {
  return {
    headers: [
      `Content-Type: text/${kind}; charset=utf-8`,
      'Content-Transfer-Encoding: quoted-printable',
      ...headers,
    ],
    body: quotedPrintable(text),
  };
}

export function picturePart({ bytes, type, id, location }: MadePicture): MadePart {
  return {
    headers: [
      `Content-Type: ${type}`,
      'Content-Transfer-Encoding: base64',
      ...(id === undefined ? [] : [`Content-ID: <${id}>`]),
      ...(location === undefined ? [] : [`Content-Location: ${location}`]),
    ],
    body: base64(bytes),
  };
}

export function attachmentPart(name: string, type: string, bytes: Uint8Array): MadePart {
  const { headers, body } = picturePart({ bytes, type });
  return { headers: [...headers, `Content-Disposition: attachment; filename="${name}"`], body };
}

export function multipart(
  kind: string,
  parts: readonly MadePart[],
  ...parameters: readonly string[]
): MadePart {
  const inside = joined(parts.map(bytesOfPart));
  let number = 1;
  while (text(inside).includes(`--=_${kind}_${number}`)) number += 1;
  const boundary = `=_${kind}_${number}`;
  return {
    headers: [
      `Content-Type: ${[`multipart/${kind}`, ...parameters, `boundary="${boundary}"`].join('; ')}`,
    ],
    body: joined([
      ...parts.flatMap((part) => [bytes(`--${boundary}\r\n`), bytesOfPart(part), bytes('\r\n')]),
      bytes(`--${boundary}--\r\n`),
    ]),
  };
}

export function message(headers: readonly string[], part: MadePart): Uint8Array {
  return bytesOfPart({
    headers: [...headers, 'MIME-Version: 1.0', ...part.headers],
    body: part.body,
  });
}

export function quotedPrintable(source: string): string {
  const lines = source.split(/\r?\n/).map((line) => {
    const encoded = [...bytes(line)].map((byte) =>
      (byte >= 0x21 && byte <= 0x7e && byte !== 0x3d) || byte === 0x20
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    );
    const rows: string[] = [''];
    for (const piece of encoded) {
      const row = rows.at(-1) ?? '';
      if (row.length + piece.length > 75) rows.push(piece);
      else rows[rows.length - 1] = row + piece;
    }
    return rows.join('=\r\n').replace(/ $/, '=20');
  });
  return lines.join('\r\n');
}

function base64(source: Uint8Array): string {
  return (
    Buffer.from(source)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');
}

function encodedWord(source: string): string {
  return /^[\x20-\x7e]*$/.test(source)
    ? source
    : `=?utf-8?B?${Buffer.from(source).toString('base64')}?=`;
}

function bytesOfPart({ headers, body }: MadePart): Uint8Array {
  const head = bytes(`${headers.join('\r\n')}\r\n\r\n`);
  return joined([head, typeof body === 'string' ? bytes(body) : body]);
}

function bytes(source: string): Uint8Array {
  return new TextEncoder().encode(source);
}

function text(source: Uint8Array): string {
  return Buffer.from(source).toString('latin1');
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** The head of a PNG file of that size, and no pixels: what an importer looks at. */
export function madePng(width: number, height: number): Uint8Array {
  const file = Buffer.alloc(600);
  file.set(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'));
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  return new Uint8Array(file);
}
