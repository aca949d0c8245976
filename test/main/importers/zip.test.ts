import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importLimits } from '../../../main/importers/limits.ts';
import { archivePath, openArchive } from '../../../main/importers/zip.ts';

const source = (bytes: Uint8Array, limits = importLimits) => ({
  bytes,
  name: 'a.zip',
  limits,
  text: () => '',
});
const textIn = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : new TextDecoder().decode(bytes);

describe('an archive', () => {
  const made = zipSync({
    mimetype: [strToU8('a/b'), { level: 0 }],
    'dir/größe.txt': strToU8('words '.repeat(5000)),
    'dir/': new Uint8Array(),
    '../out.txt': strToU8('x'),
    '/abs.txt': strToU8('x'),
    'C:/win.txt': strToU8('x'),
  });

  it('gives its files by name, and none that leads out of it', () => {
    const archive = openArchive(source(made));
    expect(archive.names).toEqual(['mimetype', 'dir/größe.txt']);
    expect(archive.damaged).toBe(false);
    expect(textIn(archive.read('mimetype'))).toBe('a/b');
    expect(textIn(archive.read('dir/größe.txt'))).toHaveLength(30_000);
    expect(archive.read('none')).toBeNull();
  });

  it('is read without its directory, and says so', () => {
    const archive = openArchive(source(made.subarray(0, made.length - 22)));
    expect(archive.damaged).toBe(true);
    expect(textIn(archive.read('dir/größe.txt'))).toHaveLength(30_000);
  });

  it('unpacks no more than the limit, whatever sizes it states', () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(3_000_000) });
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    for (let at = 0; at + 4 < bomb.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    const archive = openArchive(source(bomb, { ...importLimits, unpackedBytes: 1024 * 1024 }));
    expect(() => archive.read('a.txt')).toThrow(/unpacks to more than 1 MB/);
  });

  it('counts its files, and reads many of them in time by their number', () => {
    const many = zipSync(
      Object.fromEntries(
        Array.from({ length: 5000 }, (_, index) => [`${index}.txt`, strToU8(`${index}`)]),
      ),
    );
    const archive = openArchive(source(many));
    expect(archive.names.every((name) => textIn(archive.read(name)) === name.slice(0, -4))).toBe(
      true,
    );
    const limits = { ...importLimits, entries: 4999 };
    expect(() => openArchive(source(many, limits))).toThrow(/holds more files/);
  });

  it('of any bytes, whole or cut or changed, is read or refused', () => {
    fc.assert(
      fc.property(
        fc.nat(made.length),
        fc.array(fc.tuple(fc.nat(made.length - 1), fc.nat(255)), { maxLength: 6 }),
        (end, changes) => {
          const bytes = made.slice(0, end);
          for (const [at, value] of changes) if (at < end) bytes[at] = value;
          try {
            const archive = openArchive(source(bytes));
            for (const name of archive.names) archive.read(name);
          } catch (error) {
            expect((error as Error).message).toContain('a.zip');
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('a reference inside an archive', () => {
  it.each([
    ['OEBPS/a.xhtml', 'b.xhtml#x', 'OEBPS/b.xhtml'],
    ['OEBPS/text/a.xhtml', '../img/p%20q.png', 'OEBPS/img/p q.png'],
    ['a.xhtml', '../../etc/passwd', null],
    ['a/b.xhtml', '/c.png', 'c.png'],
    ['a.xhtml', 'https://x.org/a.png', null],
    ['a.xhtml', '//x.org/a.png', null],
    ['a.xhtml', '#note', 'a.xhtml'],
  ])('from %s to %s leads to %s', (from, to, path) => {
    expect(archivePath(from, to)).toBe(path);
  });
});
