import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { documentContentSchema } from '../../../core/model/document.ts';
import { parseSource } from '../../../main/importers/parse-source.ts';
import {
  attachmentPart,
  madePng,
  makeMail,
  message,
  multipart,
  picturePart,
  textPart,
  type MadePart,
} from '../../support/make-mail.ts';
import { bytesOf, imported, inlinesOf, outlineOf } from './samples.ts';

const head =
  'paragraph From: Ann <ann@example.org>\nTo: Bo <bo@example.org>\nDate: Tue, 5 Mar 2024 10:20:30 +0100';
const mailOf = (part: MadePart, ...headers: readonly string[]): Uint8Array =>
  message(
    ['From: Ann <ann@example.org>', 'To: Bo <bo@example.org>', 'Subject: S', ...headers],
    part,
  );
const bodyOf = async (bytes: Uint8Array): Promise<string[]> =>
  outlineOf(await imported(bytes, 'a.eml')).slice(2);
const plain = (text: string, parameters = ''): MadePart => ({
  headers: [`Content-Type: text/plain; charset=utf-8${parameters}`],
  body: text,
});

describe('mail', () => {
  it('has its subject, its people and its time, in the text and beside it', async () => {
    const content = await imported(
      makeMail({ subject: 'Grüße', from: '=?utf-8?q?J=C3=B6rg?= <j@x.y>', text: 'Hällo.' }),
      'a.eml',
    );
    expect(content.format).toBe('mail');
    expect(content.title).toBe('Grüße');
    expect(outlineOf(content)).toEqual([
      'h1 Grüße',
      'paragraph From: Jörg <j@x.y>\nTo: Bo <bo@example.org>\nDate: Tue, 5 Mar 2024 10:20:30 +0100',
      'paragraph Hällo.',
    ]);
    expect(inlinesOf(content)).toEqual(['strong: From:', 'strong: To:', 'strong: Date:']);
    expect(content.details).toMatchObject({
      author: 'Jörg',
      date: '2024-03-05T10:20:30+01:00',
      more: [{ name: 'To', value: 'Bo <bo@example.org>' }],
    });
  });

  it('shows the richer form with its pictures, unless it says less', async () => {
    const picture = { bytes: madePng(300, 200), type: 'image/png', id: 'p@x' };
    const content = await imported(
      makeMail({
        text: 'Some words.',
        html: '<p>Some <b>words</b>.</p><img src="cid:p@x" alt="P"><img src="https://t.t/track.png"><blockquote>Before</blockquote>',
        pictures: [picture],
        attachments: [attachmentPart('a.pdf', 'application/pdf', new Uint8Array(5))],
      }),
      'a.eml',
    );
    expect(outlineOf(content).slice(1)).toEqual([
      head,
      'paragraph Some words.',
      'image P',
      '> paragraph Before',
    ]);
    expect(content.blocks[3]).toMatchObject({ picture: { width: 300, height: 200 } });
    expect(content.notices).toEqual([
      { kind: 'attachments-left-out', count: 1 },
      { kind: 'pictures-not-fetched', count: 1 },
    ]);
    const poor = makeMail({ text: 'All of the words are here.', html: '<p>See text.</p>' });
    expect(await bodyOf(poor)).toEqual(['paragraph All of the words are here.']);
  });

  it('reads quotations and flowed text', async () => {
    const quoted = 'Yes.\n\n> Really?\n>> I say so.\n> Well.\n\nBye\n-- \nAnn';
    expect(await bodyOf(mailOf(plain(quoted)))).toEqual([
      'paragraph Yes.',
      '> paragraph Really?',
      '>> paragraph I say so.',
      '> paragraph Well.',
      'paragraph Bye\n--\nAnn',
    ]);
    const flowed = 'A line \nthat goes \non.\n\n> quoted \n> on\n>> deep\n\n From here.\n-- \nAnn';
    expect(await bodyOf(mailOf(plain(flowed, '; format=flowed')))).toEqual([
      'paragraph A line that goes on.',
      '> paragraph quoted on',
      '>> paragraph deep',
      'paragraph From here.\n--\nAnn',
    ]);
    expect(await bodyOf(mailOf(plain('日本 \n語', '; format=flowed; delsp=yes')))).toEqual([
      'paragraph 日本語',
    ]);
  });

  it('reads forwarded mails, reports and pictures between the texts', async () => {
    const inner = {
      headers: ['Content-Type: message/rfc822'],
      body: makeMail({ subject: 'Inner', text: 'Deep.' }),
    };
    const parts = multipart('mixed', [
      plain('First.'),
      picturePart({ bytes: madePng(200, 200), type: 'image/png' }),
      plain('Second.'),
      inner,
      textPart('calendar', 'BEGIN:VCALENDAR'),
      attachmentPart('winmail.dat', 'application/ms-tnef', new Uint8Array(9)),
    ]);
    const content = await imported(mailOf(parts), 'a.eml');
    expect(outlineOf(content).slice(2)).toEqual(
      ['paragraph First.', 'image ', 'paragraph Second.', 'h2 Inner', head, 'paragraph Deep.'].map(
        (line) => line.trim(),
      ),
    );
    expect(content.notices).toEqual([{ kind: 'attachments-left-out', count: 2 }]);
  });

  it('says what is encrypted', async () => {
    const locked = [
      multipart('encrypted', [plain('Version: 1'), plain('x')]),
      { headers: ['Content-Type: application/pkcs7-mime; smime-type=enveloped-data'], body: 'x' },
      plain('-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----'),
    ];
    for (const part of locked) {
      const result = await parseSource(mailOf(part), 'a.eml', { variant: 'page' });
      expect(result.ok ? '' : result.error.message).toMatch(/encryption/);
    }
    const signed = multipart('signed', [
      plain('Said.'),
      { headers: ['Content-Type: application/pgp-signature'], body: 'x' },
    ]);
    const content = await imported(mailOf(signed), 'a.eml');
    expect(outlineOf(content).at(-1)).toBe('paragraph Said.');
    expect(content.notices).toBeUndefined();
  });

  it('reads old encodings and bare texts', async () => {
    const latin = Uint8Array.from(
      'From: J\xf6rg <a@b.c>\nSubject: caf\xe9\nDate: 5 Mar 24\nMIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\n\n\x80 5 gar\xe7on',
      (unit) => unit.charCodeAt(0),
    );
    const content = await imported(latin, 'mail.txt');
    expect(content.format).toBe('mail');
    expect(content.text).toBe('café\n\nFrom: Jörg <a@b.c>\nDate: 5 Mar 24\n\n€ 5 garçon');
    const japanese = mailOf({
      headers: ['Content-Type: text/plain; charset=ISO-2022-JP'],
      body: '\x1b$B$3$s$K$A$O\x1b(B',
    });
    expect(await bodyOf(japanese)).toEqual(['paragraph こんにちは']);
  });

  it('reads all mails of a mailbox, and the form of Apple', async () => {
    const one = Buffer.from(
      makeMail({ subject: 'One', text: 'First.\n\n>From here on.' }),
    ).toString();
    const two = Buffer.from(
      makeMail({ subject: 'Two', html: '<p id=a>Second. <a href="#a">x</a></p>' }),
    ).toString();
    const box = `From a@b Tue Mar  5 10:20:30 2024\r\n${one}\r\n\r\nFrom - Tue Mar  5 10:20:31 2024\r\n${two}\r\n`;
    const content = await imported(box, 'all_mail.mbox');
    expect(content.title).toBe('All mail');
    expect(outlineOf(content).filter((line) => !line.includes('@'))).toEqual([
      'h1 One',
      'paragraph First.',
      'paragraph From here on.',
      'h1 Two',
      'paragraph Second. x',
    ]);
    const apple = `${one.length}\n${one}<?xml version="1.0"?><plist></plist>`;
    expect((await imported(apple, 'a.emlx')).text).not.toContain('plist');
  });

  it.each([
    ['From: a\nhello', 'a.txt', 'text'],
    ['To: you\nFrom: me\nSubject: it\n\nWords.', 'a.txt', 'mail'],
    ['To: you\nFrom: me\nSubject: it\n\nWords.', 'a.md', 'markdown'],
    ['Received: by x\nFrom: me\nSubject: it\n\nWords.', 'a.md', 'mail'],
    ['Received: by x\nMessage-ID: <a>\nFrom: me\nTo: b\n\nWords.', 'a.mht', 'mail'],
    ['Just words.', 'a.eml', 'text'],
    ['Subject: only\n\nWords.', 'a.eml', 'mail'],
    ['Date: today\nPlace: here\nSubject: x\n\nWords.', 'a.txt', 'text'],
  ])('%j named %s is %s', async (source, name, format) => {
    expect((await imported(source, name)).format).toBe(format);
  });

  it('ends in a document or an error, however it is cut or changed', async () => {
    const bytes = makeMail({
      text: 'a\n> b',
      html: '<p>c<img src="cid:p@x"></p>',
      pictures: [{ bytes: madePng(20, 20), type: 'image/png', id: 'p@x' }],
      attachments: [{ headers: ['Content-Type: message/rfc822'], body: makeMail({ text: 'd' }) }],
    });
    const isSound = async (source: Uint8Array): Promise<void> => {
      const result = await parseSource(source, 'a.eml', { variant: 'page' });
      if (result.ok) documentContentSchema.parse(result.value.content);
      else expect(result.error.message).toContain('a.eml');
    };
    for (let end = 0; end < bytes.length; end += 5) await isSound(bytes.subarray(0, end));
    const places = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 20,
    });
    const changed = places.map((changes) => {
      const copy = bytes.slice();
      for (const [at, byte] of changes) copy[at] = byte;
      return copy;
    });
    await fc.assert(fc.asyncProperty(changed, isSound), { numRuns: 200 });
  });

  it.each([
    [
      'forwarded mails',
      () =>
        Array.from({ length: 5000 }).reduce<string>(
          (mail) => `Subject: s\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n${mail}`,
          'x',
        ),
    ],
    ['mails', () => 'From a Tue Mar  5 10:20:30 2024\nSubject: s\n\nx\n\n'.repeat(20_000)],
    [
      'quotations',
      () => `From: a\nSubject: s\nTo: b\n\n${'>'.repeat(1_000_000)}\n${'> '.repeat(500_000)}`,
    ],
    [
      'lines',
      () =>
        `From: a\nSubject: s\nTo: b\nContent-Type: text/plain; format=flowed\n\n${'a \n'.repeat(300_000)}`,
    ],
    ['receivers', () => `From: a\nSubject: s\nTo: ${'"a" <a@b>, '.repeat(100_000)}\n\nx`],
    ['senders', () => `From: ${'((((<'.repeat(50_000)}\nSubject: s\nTo: a\n\nx`],
  ])('reads any number of %s in time', { timeout: 40_000 }, async (_, source) => {
    const started = performance.now();
    await parseSource(bytesOf(source()), 'a.eml', { variant: 'page' });
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
