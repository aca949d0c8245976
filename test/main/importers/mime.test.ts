import { describe, expect, it } from 'vitest';
import { mimeBody, parseMime, type MimePart } from '../../../main/importers/mime.ts';
import { fromBase64, fromQuotedPrintable } from '../../../main/importers/transfer-encoding.ts';
import { attachmentPart, makeMail, makeMhtml } from '../../support/make-mail.ts';
import { bytesOf } from './samples.ts';

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const tree = (part: MimePart): unknown =>
  part.parts.length === 0 ? part.headers.type : [part.headers.type, ...part.parts.map(tree)];
const leaf = (part: MimePart): MimePart => {
  const [first] = part.parts;
  return first === undefined ? part : leaf(first);
};

describe('MIME', () => {
  const picture = { bytes: new Uint8Array([0, 10, 13, 255, 45, 45]), type: 'image/png', id: 'p@x' };
  const mail = makeMail({
    subject: 'Grüße',
    text: 'Hällo = you \n-- \nends',
    html: '<p>H</p>',
    pictures: [picture],
    attachments: [attachmentPart('a.bin', 'application/octet-stream', new Uint8Array(3))],
  });

  it('reads parts inside parts, and their bytes', () => {
    const { root, whole } = parseMime(mail);
    expect(whole).toBe(true);
    expect(tree(root)).toEqual([
      'multipart/mixed',
      ['multipart/related', ['multipart/alternative', 'text/plain', 'text/html'], 'image/png'],
      'application/octet-stream',
    ]);
    expect(root.headers.words('subject')).toBe('Grüße');
    expect(textOf(mimeBody(leaf(root)))).toBe('Hällo = you \r\n-- \r\nends');
    const image = root.parts[0]?.parts[1];
    expect(image?.headers.get('content-id')).toBe('<p@x>');
    expect(image && [...mimeBody(image)]).toEqual([...picture.bytes]);
  });

  it('says when the end is missing, wherever it is cut', () => {
    for (let end = 0; end < mail.length - 4; end += 1) {
      const { root, whole } = parseMime(mail.subarray(0, end));
      expect(whole).toBe((root.headers.parameters.get('boundary') ?? '') === '');
    }
  });

  it('keeps binary parts as they are and reads headers folded, bare and in old encodings', () => {
    const head =
      'Subject: =?iso-8859-1?q?caf=E9?=\n =?utf-8?b?IMO8?=\nX-Old: caf\xe9\nContent-Type: multipart/related;\n\tboundary*0="a b";\n\tboundary*1=c\n\n--a bc\n\n\x00\r\n\x01\n--a bc--';
    const { root, whole } = parseMime(Uint8Array.from(head, (unit) => unit.charCodeAt(0)));
    expect(whole).toBe(true);
    expect(root.headers.words('subject')).toBe('café ü');
    expect(root.headers.words('x-old')).toBe('café');
    expect(root.parts.map(({ raw }) => [...raw])).toEqual([[0, 13, 10, 1]]);
  });

  it('reads a web archive', () => {
    const { root } = parseMime(
      makeMhtml({ url: 'https://a.b/', html: '<p>x</p>', pictures: [picture] }),
    );
    expect(tree(root)).toEqual(['multipart/related', 'text/html', 'image/png']);
  });

  it.each([
    [
      'nested multiparts',
      Array.from(
        { length: 100_000 },
        (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`,
      ).join(''),
    ],
    [
      'one boundary at every depth',
      'Content-Type: multipart/mixed; boundary=b\n\n--b\n'.repeat(100_000),
    ],
    ['parts', `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\n'.repeat(300_000)}`],
    ['headers', `Content-Type: text/plain${';a="\\'.repeat(200_000)}\n`],
    ['encoded words', `Subject: ${'=?utf-8?q?=?= '.repeat(100_000)}\n\nx`],
  ])('reads any number of %s in time', (_, source) => {
    const started = performance.now();
    parseMime(bytesOf(source)).root.headers.words('subject');
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('reads Base64 and quoted-printable to the end, whatever is in them', () => {
    expect(textOf(fromBase64(bytesOf('aGVs\r\nbG8=\r\n!d29ybGQ')))).toBe('helloworld');
    expect(textOf(fromBase64(bytesOf('8J-YgA')))).toBe('😀');
    expect(textOf(fromQuotedPrintable(bytesOf('a=20 \r\nb =\r\nc=3D=XX=C3=A9=')))).toBe(
      'a \r\nb c==XXé',
    );
  });
});
