import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type Protocol } from 'electron';
import { host, importHost, scheme } from './identity.ts';
import { answerPicture, pictureFolder, type PictureSource } from './picture-answer.ts';

const windowPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  // For the one thread that draws pages (renderer/reader/pages/draw-worker-address.ts).
  'trusted-types commonplace-worker',
].join('; ');

/** Its scripts and nothing else. */
const importPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const headers: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
  'Cache-Control': 'no-store',
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
};

/** Must be called before the app is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
  // Node loads what it is made of when it is first asked for: now, not while the page waits for its first answer.
  Reflect.get(globalThis, 'Response');
}

interface Place {
  readonly host: string;
  readonly folder: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly pictures?: PictureSource;
}

/** Serves the files of `folder`, of known types, and the pictures of the library to the window; nothing else. */
export function servePages(folder: string, pictures: PictureSource): void {
  serve(protocol, { host, folder, headers: withPolicy(windowPolicy), pictures });
}

/** The files for the page that sources are read in, in a session of its own. */
export function serveImportPage(own: Protocol, folder: string): void {
  serve(own, { host: importHost, folder, headers: withPolicy(importPolicy) });
}

function withPolicy(policy: string): Place['headers'] {
  return { 'Content-Security-Policy': policy, ...headers };
}

function serve(own: Protocol, place: Place): void {
  own.handle(scheme, (request) =>
    answer(request, { ...place, folder: path.resolve(place.folder) }),
  );
}

async function answer(request: Request, place: Place): Promise<Response> {
  const { host: asked, pathname } = new URL(request.url);
  const { folder, headers: said, pictures } = place;
  const refuse = (status: 400 | 403 | 404) => new Response(null, { status, headers: said });
  if (request.method !== 'GET' || asked !== place.host) return refuse(403);
  if (pictures !== undefined && pathname.startsWith(pictureFolder)) {
    return answerPicture(pathname, pictures);
  }
  const name = decoded(pathname);
  if (name === null) return refuse(400);
  const file = path.resolve(folder, `.${name === '/' ? '/index.html' : name}`);
  if (name.includes('\0') || name.includes('\\') || !file.startsWith(folder + path.sep)) {
    return refuse(403);
  }
  const type = types[path.extname(file)];
  if (type === undefined) return refuse(404);
  try {
    const body = new Uint8Array(await readFile(file));
    return new Response(body, { headers: { ...said, 'Content-Type': type } });
  } catch {
    return refuse(404); // Whatever keeps a file from being read, to the page it is not there.
  }
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
