import type { FormatImporter } from './imported-draft.ts';

/**
 * One importer per kind of source, loaded when the first such source comes. A new one is a file, a line here, a line in
 * detect.ts and, where the library should call it by another name, one in `documentFormats`.
 */
export const importers = {
  text: { format: 'text', load: async () => (await import('./text.ts')).importText },
  markdown: {
    format: 'markdown',
    load: async () => (await import('./markdown.ts')).importMarkdown,
  },
  epub: { format: 'epub', load: async () => (await import('./epub.ts')).importEpub },
  html: { format: 'html', load: async () => (await import('./html.ts')).importHtml },
  mhtml: { format: 'html', load: async () => (await import('./mhtml.ts')).importMhtml },
  mail: { format: 'mail', load: async () => (await import('./mail.ts')).importMail },
  subtitles: {
    format: 'subtitles',
    load: async () => (await import('./subtitles.ts')).importSubtitles,
  },
  transcript: {
    format: 'transcript',
    load: async () => (await import('./transcript.ts')).importTranscript,
  },
  fb2: { format: 'fb2', load: async () => (await import('./fb2.ts')).importFb2 },
  odt: { format: 'odt', load: async () => (await import('./odt.ts')).importOdt },
  rtf: { format: 'rtf', load: async () => (await import('./rtf.ts')).importRtf },
  docx: { format: 'docx', load: async () => (await import('./docx.ts')).importDocx },
  pdf: { format: 'pdf', load: async () => (await import('./pdf.ts')).importPdf },
} as const satisfies Record<string, FormatImporter>;

export type SourceKind = keyof typeof importers;
