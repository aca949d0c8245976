import type { Result } from '../../core/contract.ts';
import { fileKinds, importMessages } from '../../core/messages/en/imports.ts';
import { composeDocument } from './compose-document.ts';
import { decode } from './decode.ts';
import { detectSource } from './detect-source.ts';
import { failed } from './import-failure.ts';
import { ImportRefused } from './import-refused.ts';
import type { FormatImporter, ImportedDocument, ImportOptions, Source } from './imported-draft.ts';
import { importers, type SourceKind } from './importers.ts';
import { importLimits, type ImportLimits } from './limits.ts';

/** All steps from bytes to a document, in this thread. Time and memory are the caller's to bound: see import-host.ts. */
export async function parseSource(
  bytes: Uint8Array,
  name: string,
  options: ImportOptions,
  limits: ImportLimits = importLimits,
): Promise<Result<ImportedDocument>> {
  if (bytes.length === 0) return failed('empty-file', importMessages.emptyFile(name));
  let text: string | null = null;
  const source: Source = { bytes, name, limits, text: () => (text ??= decode(bytes, name)) };
  try {
    const found = detectSource(source);
    if ('known' in found) {
      return failed('unsupported-file', importMessages.unsupported(name, fileKinds[found.known]));
    }
    const { format, load }: FormatImporter = importers[found.kind];
    const draft = await (await load())(source, options);
    if (draft.blocks.length > limits.blocks) {
      const limit = limits.blocks.toLocaleString('en');
      return failed('file-too-large', importMessages.tooManyBlocks(name, limit));
    }
    const document = composeDocument(draft, format, options, limits);
    const { content, pages } = document;
    if (content.blocks.every(({ kind }) => kind === 'rule') && pages === null) {
      return failed('empty-file', nothingIn(found.kind)(name));
    }
    return { ok: true, value: document };
  } catch (error) {
    if (error instanceof ImportRefused) return failed(error.code, error.message);
    // The parsers recurse here and there, and a hostile source can exhaust the stack: that is the source's fault.
    if (error instanceof RangeError) {
      return failed('import-failed', importMessages.tooMuchMemory(name));
    }
    throw error;
  }
}

function nothingIn(kind: SourceKind): (name: string) => string {
  if (kind === 'mail') return importMessages.nothingInMail;
  return kind === 'html' || kind === 'mhtml'
    ? importMessages.nothingOnPage
    : importMessages.nothingToRead;
}
