import { describe, expect, it } from 'vitest';
import { answerPicture } from '../../../main/shell/picture-answer.ts';

const asked: string[] = [];
const pictures = (document: string, file: string): Promise<Uint8Array | null> => {
  asked.push(`${document} ${file}`);
  // A view in a larger buffer, as files of Node are.
  const bytes = new TextEncoder().encode(`secret${file}secret`).subarray(6, 6 + file.length);
  return Promise.resolve(document === 'text-01' ? bytes : null);
};
const answer = (pathname: string) => answerPicture(pathname, pictures);

describe('the pictures of a text', () => {
  it.each([
    ['abc123.png', 'image/png'],
    ['abc123.jpg', 'image/jpeg'],
    ['abc123.gif', 'image/gif'],
    ['abc123.webp', 'image/webp'],
    ['abc123.svg', 'image/svg+xml'],
    ['abc123.avif', 'image/avif'],
    ['abc123.bmp', 'image/bmp'],
  ])('%s is served as %s, and cannot run anything', async (file, type) => {
    const served = await answer(`/pictures/text-01/${file}`);
    expect(served.status).toBe(200);
    expect(await served.text()).toBe(file);
    const { headers } = served;
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    );
  });

  it('are asked for by plain ids and names alone', async () => {
    asked.length = 0;
    const refused = [
      '/pictures/',
      '/pictures/text-01',
      '/pictures/text-01/',
      '/pictures/text-01/source.epub',
      '/pictures/text-01/document.json',
      '/pictures/text-01/abc.html',
      '/pictures/text-01/abc.png/x.png',
      '/pictures/text-01/../../library.json',
      '/pictures/text-01/..%2f..%2fa.png',
      '/pictures/text-01/%61bc.png',
      '/pictures/text-01/a_b.png',
      '/pictures/text-01/ABC.PNG',
      '/pictures/text-01/abc.png%00',
      '/pictures/text-01/abc\\def.png',
      '/pictures/../assets/a.png',
      '/pictures/a/abc.png',
      `/pictures/${'x'.repeat(65)}/abc.png`,
      `/pictures/text-01/${'x'.repeat(41)}.png`,
    ];
    for (const pathname of refused) {
      expect([pathname, (await answer(pathname)).status]).toEqual([pathname, 404]);
    }
    expect(asked).toEqual([]);
  });

  it('that are not there are not found', async () => {
    expect((await answer('/pictures/text-02/abc.png')).status).toBe(404);
  });
});
