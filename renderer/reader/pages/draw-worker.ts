import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
// Its parser runs in this thread too: it is found by the name that this import gives itself in the global object.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { DrawAnswer, DrawRequest, OpenRequest, SizeRequest } from './draw-messages.ts';
import { CanvasFactory, FilterFactory } from './draw-factories.ts';

// Draws pages beside the window's own thread. It has no document, no fonts of the system and no network: what it needs
// of faces and character maps comes with the program, and glyphs are drawn as paths.

/** An image with more pixels is left out: it would take the memory of all others. */
const mostImagePixels = 100_000_000;

// The types of this room are the window's; in a worker `self` speaks to who started it.
const answer = (message: DrawAnswer, transfer: Transferable[] = []): void => {
  globalThis.postMessage(message, { transfer });
};

let opening: Promise<PDFDocumentProxy> | null = null;

/** The parser's own messages pass here too. */
type Heard = OpenRequest | SizeRequest | DrawRequest | { readonly kind?: undefined };

globalThis.addEventListener('message', ({ data }: MessageEvent<Heard>) => {
  if (data.kind === 'open') {
    opening = open(data.bytes);
    void opening.then(
      () => answer({ kind: 'opened' }),
      () => answer({ kind: 'opened' }),
    );
  } else if (data.kind === 'size') void size(data);
  else if (data.kind === 'draw') void draw(data);
});

function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const files = (folder: string): string =>
    new URL(`/pdf/${folder}/`, globalThis.location.href).href;
  return getDocument({
    data: bytes,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: true,
    isImageDecoderSupported: false,
    maxImageSize: mostImagePixels,
    enableXfa: false,
    verbosity: 0,
    cMapUrl: files('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: files('fonts'),
    wasmUrl: files('decoders'),
    CanvasFactory,
    FilterFactory,
  }).promise;
}

async function pageOf(index: number): Promise<PDFPageProxy> {
  const file = await opening;
  if (file === null) throw new Error('no file was opened');
  return file.getPage(index + 1);
}

async function size({ number, page: index }: SizeRequest): Promise<void> {
  try {
    const { width, height } = (await pageOf(index)).getViewport({ scale: 1 });
    answer({ kind: 'sized', number, width, height });
  } catch (error) {
    answer({ kind: 'failed', number, reason: String(error) });
  }
}

async function draw(request: DrawRequest): Promise<void> {
  const { number, scale, width, height } = request;
  try {
    const page = await pageOf(request.page);
    const canvas = new OffscreenCanvas(width, height);
    const canvasContext = canvas.getContext('2d', { alpha: false });
    if (canvasContext === null) throw new Error('no canvas');
    await page.render({
      canvas: null,
      // What pdf.js calls on it is what both kinds of canvas have.
      canvasContext: canvasContext as unknown as CanvasRenderingContext2D,
      viewport: page.getViewport({ scale }),
      background: 'rgb(255,255,255)',
    }).promise;
    const bitmap = canvas.transferToImageBitmap();
    answer({ kind: 'drawn', number, bitmap }, [bitmap]);
    page.cleanup();
  } catch (error) {
    answer({ kind: 'failed', number, reason: String(error) });
  }
}
