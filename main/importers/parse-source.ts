import type { Result } from '../../core/contract.ts';
import { fileKinds, importMessages } from '../../core/messages/en/imports.ts';
import type { DocumentContent } from '../../core/model/document.ts';
import { composeText } from '../../core/text/compose.ts';
import { decode } from './decode.ts';
import { detectFormat, isBinary } from './detect.ts';
import { failed } from './import-failure.ts';
import type { ImportOptions } from './imported-draft.ts';
import { importers } from './importers.ts';
import { importLimits, type ImportLimits } from './limits.ts';
import { knownBinary } from './signatures.ts';

/** All steps from bytes to a document, in this thread. Time and memory are the caller's to bound: see import-source.ts. */
export function parseSource(
  bytes: Uint8Array,
  name: string,
  options: ImportOptions,
  limits: ImportLimits = importLimits,
): Result<DocumentContent> {
  if (bytes.length === 0) return failed('empty-file', importMessages.emptyFile(name));
  const kind = knownBinary(bytes);
  if (kind !== null) {
    return failed('unsupported-file', importMessages.unsupported(name, fileKinds[kind]));
  }
  const source = decode(bytes, name);
  if (!/\S/.test(source)) return failed('empty-file', importMessages.emptyFile(name));
  if (isBinary(source)) return failed('binary-file', importMessages.binaryFile(name));

  const format = detectFormat(source, name);
  try {
    const { title, details, blocks: drafts } = importers[format](source, name, options);
    if (drafts.length > limits.blocks) {
      const limit = limits.blocks.toLocaleString('en');
      return failed('file-too-large', importMessages.tooManyBlocks(name, limit));
    }
    const { text, blocks } = composeText(drafts);
    if (text === '') return failed('empty-file', importMessages.nothingToRead(name));
    return {
      ok: true,
      value: { title, format, variant: options.variant, details, text, blocks },
    };
  } catch (error) {
    // The parsers recurse here and there, and a hostile source can exhaust the stack: that is the source's fault.
    if (error instanceof RangeError) {
      return failed('import-failed', importMessages.tooMuchMemory(name));
    }
    throw error;
  }
}
