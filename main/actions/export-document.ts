import type { ExportFormat } from '../../core/exchange/export-formats.ts';
import type { Result } from '../../core/contract.ts';
import { toCsv } from '../../core/exchange/csv.ts';
import type { Exportable, Exported, RefusedMark } from '../../core/exchange/exportable.ts';
import { toJsonld } from '../../core/exchange/jsonld.ts';
import { toMarkdown } from '../../core/exchange/markdown.ts';
import { exportMessages } from '../../core/messages/en/exports.ts';
import type { DocumentEntry } from '../../core/model/document.ts';
import type { Library } from '../store/library-types.ts';
import { ok } from '../store/outcome.ts';

export const exportExtensions: Record<ExportFormat, string> = {
  markdown: 'md',
  jsonld: 'jsonld',
  csv: 'csv',
};

const exporters: Record<ExportFormat, (document: Exportable) => Exported> = {
  markdown: toMarkdown,
  jsonld: toJsonld,
  csv: (document) => toCsv(document),
};

export async function exportDocument(
  library: Library,
  entry: DocumentEntry,
  format: ExportFormat,
): Promise<Result<Exported>> {
  const content = await library.content(entry.id);
  if (!content.ok) return content;
  const annotations = await library.annotations(entry.id);
  if (!annotations.ok) return annotations;
  const document = {
    entry,
    content: content.value,
    annotations: annotations.value,
    tags: library.tags(),
  };
  return ok(exporters[format](document));
}

/** One line about marks that were left out; null where there are none. */
export function leftOut(refused: readonly RefusedMark[]): string | null {
  const first = refused[0];
  if (first === undefined) return null;
  const quote = first.annotation.selector.quote.replace(/\s+/g, ' ').slice(0, 60).toWellFormed();
  return exportMessages.leftOut(refused.length, quote);
}
