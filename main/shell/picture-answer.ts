/** The bytes of a picture of a text in the library; null where there is none of that name. */
export type PictureSource = (document: string, file: string) => Promise<Uint8Array | null>;

export const pictureFolder = '/pictures/';

const types: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
};

/** Nothing in a picture runs or loads anything, even where it were opened as a page. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

const address = /^\/pictures\/([a-z0-9-]{6,64})\/([a-z0-9]{1,40}(\.[a-z]{3,4}))$/;

/**
 * Answers `/pictures/<document>/<file>`. Id and name are taken as they are written, so nothing that needs decoding is
 * either. Only pictures are given, by what the ending says they are.
 */
export async function answerPicture(pathname: string, pictures: PictureSource): Promise<Response> {
  const [, document, file, ending] = address.exec(pathname) ?? [];
  const type = ending === undefined ? undefined : types[ending];
  if (document === undefined || file === undefined || type === undefined) return refuse();
  const bytes = await pictures(document, file);
  if (bytes === null) return refuse();
  return new Response(new Uint8Array(bytes), { headers: { ...headers, 'Content-Type': type } });
}

const headers = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

function refuse(): Response {
  return new Response(null, { status: 404, headers });
}
