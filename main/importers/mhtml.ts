import { importMessages } from '../../core/messages/en/imports.ts';
import { importWeb } from './html.ts';
import type { FrameSource } from './html-document.ts';
import { ImportRefused } from './import-refused.ts';
import type { ImportedDraft, ImportOptions, Source } from './imported-draft.ts';
import { MimeFiles, mimeLeaves, mimeText } from './mime-files.ts';
import { messageStart, parseMime, type MimePart } from './mime.ts';
import { webAddress } from './saved-page.ts';

/** A web archive: a page with its pictures and frames as the parts of a mail. */
export function importMhtml(source: Source, options: ImportOptions): ImportedDraft {
  const { root, whole } = parseMime(source.bytes, messageStart(source.bytes));
  const leaves = mimeLeaves(root);
  const page = startOf(root, leaves);
  if (page === null) {
    throw new ImportRefused('empty-file', importMessages.nothingOnPage(source.name));
  }
  const location = page.headers.get('content-location') ?? root.headers.get('content-location');
  const address = webAddress(root.headers.get('snapshot-content-location') ?? location);
  const base = location !== null && URL.canParse(location) ? location : (address?.href ?? null);
  const parts = new MimeFiles(leaves, base);
  const draft = importWeb(
    {
      html: mimeText(page),
      name: source.name,
      address,
      title: root.headers.words('subject'),
      savedOn: root.headers.get('date'),
      files: parts.files,
      frames: () => framesOf(parts, page),
    },
    options,
  );
  return whole
    ? draft
    : { ...draft, notices: [{ kind: 'damaged', count: null }, ...(draft.notices ?? [])] };
}

/** The part that the archive names as its start, else the first page in it. */
function startOf(root: MimePart, leaves: readonly MimePart[]): MimePart | null {
  const start = root.headers.parameters.get('start')?.replace(/^<|>$/g, '');
  const named = leaves.find(
    ({ headers }) =>
      start !== undefined && headers.get('content-id')?.replace(/^<|>$/g, '') === start,
  );
  const isPage = ({ headers }: MimePart): boolean =>
    /^(?:text\/html|application\/xhtml\+xml)$/.test(headers.type);
  if (named !== undefined && isPage(named)) return named;
  return (
    leaves.find(isPage) ?? leaves.find(({ headers }) => headers.type.startsWith('text/')) ?? null
  );
}

/** Each frame is read once, so that none can hold itself. */
function framesOf(parts: MimeFiles, page: MimePart): FrameSource {
  const read = new Set([page]);
  return (address) => {
    const part = parts.find(address);
    if (part === null || read.has(part) || part.headers.type !== 'text/html') return null;
    read.add(part);
    return mimeText(part);
  };
}
