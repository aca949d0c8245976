/// <reference types="vite/types/importMeta.d.ts" />

// The predefined character maps that East Asian PDFs name without holding them: 1.2 MB, bundled into a chunk that is
// loaded when the first such font comes.
const cmaps = import.meta.glob<string>('../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url&inline',
  import: 'default',
  eager: true,
});

/** The bytes of a character map by its name; null for one that nobody knows. */
export function predefinedCmap(name: string): Uint8Array | null {
  const address = cmaps[`../../node_modules/pdfjs-dist/cmaps/${name}.bcmap`];
  if (address === undefined) return null;
  return Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (one) => one.charCodeAt(0));
}
