import type { DocumentFormat } from '../../core/model/document.ts';
import { importHtml } from './html.ts';
import type { Importer } from './imported-draft.ts';
import { importMarkdown } from './markdown.ts';
import { importText } from './text.ts';

/** One function per format. A new format is a file, a line here, and its name in `documentFormats`. */
export const importers: Readonly<Record<DocumentFormat, Importer>> = {
  text: importText,
  markdown: importMarkdown,
  html: importHtml,
};
