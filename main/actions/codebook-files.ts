import type { CodebookFormat, CodebookPreview, Result } from '../../core/contract.ts';
import type { CodebookEntry, CodebookFault } from '../../core/codebook/codebook-entry.ts';
import { importCodebook } from '../../core/codebook/import-codebook.ts';
import { codebookFromCsv, codebookToCsv } from '../../core/exchange/codebook-csv.ts';
import { codebookFromQdc, codebookToQdc } from '../../core/exchange/codebook-qdc.ts';
import { codebookFileMessages as messages } from '../../core/messages/en/codebook.ts';
import type { Services } from '../services.ts';
import { failed, ok } from '../store/outcome.ts';
import { writeWhole } from './export-to-file.ts';

const writers = { csv: codebookToCsv, qdc: codebookToQdc } as const;

/** Asks where, then writes the codebook. */
export async function exportCodebook(
  { library, dialogs }: Pick<Services, 'library' | 'dialogs'>,
  format: CodebookFormat,
): Promise<Result<{ path: string | null }>> {
  const type = { name: messages.types[format], extension: format };
  const path = await dialogs.pickSavePath(`${messages.fileName}.${format}`, type);
  if (path === null) return ok({ path });
  const written = await writeWhole(path, writers[format](library.tags()));
  return written.ok ? ok({ path }) : written;
}

/** Asks for a file and works out what it would do to the codebook; nothing is changed. */
export async function previewCodebook({
  library,
  dialogs,
  importer,
  stamp,
}: Pick<Services, 'library' | 'dialogs' | 'importer' | 'stamp'>): Promise<
  Result<CodebookPreview | null>
> {
  const path = await dialogs.pickCodebook();
  if (path === null) return ok(null);
  const read = await importer.readFile(path);
  if (!read.ok) return read;
  const { bytes, name } = read.value;
  const entries = entriesIn(new TextDecoder().decode(bytes));
  if ('problem' in entries) return failed('import-failed', messages.unreadable(name, entries));
  return ok({ name, ...importCodebook(entries, library.tags(), stamp) });
}

/** By what is in it: a file may have any name. */
function entriesIn(text: string): readonly CodebookEntry[] | CodebookFault {
  return text.trimStart().startsWith('<') ? codebookFromQdc(text) : codebookFromCsv(text);
}
