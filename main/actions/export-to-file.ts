import { randomUUID } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import type { ExportFormat } from '../../core/exchange/export-formats.ts';
import type { Result } from '../../core/contract.ts';
import type { Exported } from '../../core/exchange/exportable.ts';
import { exportMessages } from '../../core/messages/en/exports.ts';
import { shellMessages as messages } from '../../core/messages/en/shell.ts';
import type { DocumentId } from '../../core/model/document.ts';
import type { Services } from '../services.ts';
import { exportDocument, exportExtensions, leftOut } from './export-document.ts';
import { failed, ok, reasonOf } from '../store/outcome.ts';

/** Asks where, then writes; marks that had to be left out are told as a notice. */
export async function exportToFile(
  { library, dialogs, emit, stamp }: Pick<Services, 'library' | 'dialogs' | 'emit' | 'stamp'>,
  id: DocumentId,
  format: ExportFormat,
): Promise<Result<{ path: string | null }>> {
  const entry = library.documents().find((document) => document.id === id);
  if (entry === undefined) return failed('not-found', messages.noDocument);
  const exported = await exportDocument(library, entry, format);
  if (!exported.ok) return exported;
  return saveExport({ dialogs, emit, stamp }, entry.title, format, exported.value);
}

/** Asks where a file of that name is to be, and writes it. */
export async function saveExport(
  { dialogs, emit, stamp }: Pick<Services, 'dialogs' | 'emit' | 'stamp'>,
  title: string,
  format: ExportFormat,
  exported: Exported,
): Promise<Result<{ path: string | null }>> {
  const path = await dialogs.pickSavePath(fileName(title, exportExtensions[format]), {
    name: exportMessages.formatNames[format],
    extension: exportExtensions[format],
  });
  if (path === null) return ok({ path });
  const written = await writeWhole(path, exported.text);
  if (!written.ok) return written;
  const message = leftOut(exported.refused);
  if (message !== null) emit('notice.raised', { id: stamp.id(), tone: 'warning', message });
  return ok({ path });
}

/** The file is there whole or not at all: a full disk does not cost the export that was there before. */
export async function writeWhole(
  path: string,
  contents: string | Uint8Array,
): Promise<Result<null>> {
  const known = await stat(path).catch(() => null);
  // A pipe or a terminal cannot be replaced, only written to.
  const inPlace = known !== null && !known.isFile() && !known.isDirectory();
  const draft = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    if (inPlace) {
      await writeFile(path, contents);
      return ok(null);
    }
    await writeFile(draft, contents, { flag: 'wx', flush: true });
    await rename(draft, path);
    return ok(null);
  } catch (error) {
    await rm(draft, { force: true });
    return failed('not-saved', messages.cannotWrite(path, reasonOf(error)));
  }
}

/** A title as a file name that every system takes. */
export function fileName(title: string, extension: string): string {
  const name = title
    // eslint-disable-next-line no-control-regex -- control characters are what is taken out
    .replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .toWellFormed()
    .replace(/^\.+|[. ]+$/g, '');
  return `${name === '' ? 'marks' : name}.${extension}`;
}
