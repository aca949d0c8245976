import type { Result } from '../../core/contract.ts';
import { toCsv } from '../../core/exchange/csv.ts';
import type { Exportable } from '../../core/exchange/exportable.ts';
import { toMarkdownList } from '../../core/exchange/markdown.ts';
import { passageMessages as messages } from '../../core/messages/en/passages.ts';
import type { PassageQuery } from '../../core/search/passage-query.ts';
import { tagPaths } from '../../core/text/tag-path.ts';
import type { Services } from '../services.ts';
import { saveExport } from './export-to-file.ts';

/** Writes the passages of a list, text by text, into one file. */
export async function exportPassages(
  services: Pick<Services, 'library' | 'dialogs' | 'emit' | 'stamp'>,
  query: PassageQuery,
  format: 'markdown' | 'csv',
): Promise<Result<{ path: string | null }>> {
  const { library } = services;
  const tags = library.tags();
  const documents: Exportable[] = [];
  for (const [entry, annotations] of await library.passages.byText(query)) {
    const content = await library.content(entry.id);
    if (!content.ok) return content;
    documents.push({ entry, content: content.value, annotations, tags });
  }
  const path = query.tag === null ? undefined : tagPaths(tags).get(query.tag);
  const title = path ?? messages.title;
  const exported = format === 'csv' ? toCsv(...documents) : toMarkdownList(title, documents);
  return saveExport(services, title, format, exported);
}
