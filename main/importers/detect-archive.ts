import type { FileKind } from '../../core/messages/en/imports.ts';
import type { Source } from './imported-draft.ts';
import type { SourceKind } from './importers.ts';
import { mainPart } from './ooxml-package.ts';
import { isFictionBook } from './detect-xml.ts';
import { latin1 } from './signatures.ts';
import { decodeXml } from './xml-encoding.ts';
import { openArchive, type Archive } from './zip.ts';

/** What a ZIP is, by the files that it holds and not by how they are ordered; `archive` where it is just that. */
export function detectArchive(
  source: Source,
): { readonly kind: SourceKind } | { readonly known: FileKind } {
  const archive = openArchive(source);
  const type = mediaType(archive);
  if (type.startsWith('application/epub+zip') || isBook(archive)) return { known: 'epub' };
  if (type.startsWith('application/vnd.oasis.opendocument')) {
    const isText = /^application\/vnd\.oasis\.opendocument\.text(?:-|$)/.test(type);
    return isText ? { kind: 'odt' } : { known: 'openDocument' };
  }
  if (archive.find('[Content_Types].xml') !== null || archive.find('_rels/.rels') !== null) {
    const main = mainPart(archive);
    if (main !== null) return main.isText ? { kind: 'docx' } : { known: 'office' };
  }
  return isFb2(archive) ? { kind: 'fb2' } : { known: 'archive' };
}

/** A FictionBook is often sent in an archive of its own. */
function isFb2(archive: Archive): boolean {
  const [only, ...others] = archive.names;
  if (only === undefined || others.length > 0) return false;
  const bytes = /\.(?:fb2|xml)$/i.test(only) ? archive.read(only) : null;
  return bytes !== null && isFictionBook(decodeXml(bytes.subarray(0, 8192)));
}

/** A book whose first file is not what it must be. */
function isBook(archive: Archive): boolean {
  const container = archive.find('META-INF/container.xml');
  return container !== null || archive.names.some((name) => /(?:^|\/)[^/]*\.opf$/i.test(name));
}

/** What the file `mimetype` says, which EPUB and OpenDocument begin with. */
function mediaType(archive: Archive): string {
  const bytes = archive.has('mimetype') ? archive.read('mimetype') : null;
  return bytes === null ? '' : latin1(bytes.subarray(0, 200)).trim();
}
