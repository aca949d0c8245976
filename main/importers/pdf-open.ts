import { importMessages } from '../../core/messages/en/imports.ts';
import { ImportRefused } from './import-refused.ts';
import type { Source } from './imported-draft.ts';
import type { PdfDocumentProxy } from './pdf-types.ts';

interface Loading {
  readonly promise: Promise<PdfDocumentProxy>;
  destroy(): Promise<void>;
}

export interface OpenPdf {
  readonly document: PdfDocumentProxy;
  readonly close: () => void;
}

/** Opens a PDF with pdf.js in this thread. Nothing is drawn, no font is made and nothing is fetched. */
export async function openPdf({ bytes, name }: Source): Promise<OpenPdf> {
  const getDocument = await loadPdfJs();
  const loading = getDocument({
    data: new Uint8Array(bytes), // pdf.js keeps what it is given
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    fontExtraProperties: true, // the names of its glyphs, for lookAgain
    CMapReaderFactory: BundledCmaps,
    StandardFontDataFactory: NoFiles,
    WasmFactory: NoFiles,
  }) as Loading;
  const close = (): void => {
    // It waits for pages that were given up, so nobody waits for it.
    loading.destroy().catch(() => undefined);
  };
  try {
    return { document: await loading.promise, close };
  } catch (error) {
    close();
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new ImportRefused('import-failed', importMessages.needsPassword(name));
    }
    // A certificate opens it, or a way of encrypting that nobody but its program knows.
    if (error instanceof Error && /encryption/i.test(error.message)) {
      throw new ImportRefused('import-failed', importMessages.encrypted(name));
    }
    throw new ImportRefused('import-failed', importMessages.damaged(name, 'a PDF'));
  }
}

class BundledCmaps {
  async fetch({ name }: { readonly name: string }): Promise<object> {
    const { predefinedCmap } = await import('./pdf-cmaps.ts');
    const cMapData = predefinedCmap(name);
    if (cMapData === null) throw new Error(`There is no character map ${name}`);
    return { cMapData, isCompressed: true };
  }
}

class NoFiles {
  fetch(): Promise<never> {
    return Promise.reject(new Error('Text needs no such file'));
  }
}

/**
 * Loading pdf.js outside a browser looks for a canvas, warns that there is none, and makes a DOMMatrix at once: none of
 * it is needed for text.
 */
async function loadPdfJs(): Promise<(parameters: object) => unknown> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
      if (!(name in globalThis)) Object.assign(globalThis, { [name]: Object });
    }
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    return getDocument;
  } finally {
    console.warn = warn;
  }
}
