import { strToU8, zipSync, type Zippable } from 'fflate';

export interface EpubDocument {
  /** Relative to the package file, which is `OPS/package.opf`. */
  readonly name: string;
  /** What stands in the body, or the whole file where that begins with `<?xml`, a document type or `<html`. */
  readonly body: string;
  readonly linear?: 'no';
  readonly properties?: string;
}

export interface EpubParts {
  readonly documents?: readonly EpubDocument[];
  readonly version?: '2.0' | '3.0';
  /** Elements of the metadata; a title, an author and a language where there are none. */
  readonly metadata?: string;
  /** More items of the manifest, and whatever else the package holds after the spine. */
  readonly manifest?: string;
  readonly guide?: string;
  /** Attributes of the spine. */
  readonly spine?: string;
  /** The body of `nav.xhtml`, and the points of `toc.ncx`. */
  readonly nav?: string;
  readonly ncx?: string;
  /** Files by their path in the archive; one that is there already takes its place, null leaves it out. */
  readonly files?: Readonly<Record<string, string | Uint8Array | null>>;
}

export const defaultMetadata =
  '<dc:title>A Book</dc:title><dc:creator>Ada Example</dc:creator><dc:language>en</dc:language>' +
  '<dc:identifier id="id">urn:uuid:1</dc:identifier>';

/** A page of a book, with namespaces. */
export function makeXhtml(body: string, title = 'Page'): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n' +
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" ' +
    'xmlns:m="http://www.w3.org/1998/Math/MathML" xmlns:xlink="http://www.w3.org/1999/xlink">' +
    `<head><title>${title}</title></head><body>${body}</body></html>`
  );
}

/** An EPUB as files and bytes; broken ones are made by taking files away or writing them otherwise. */
export function makeEpub(parts: EpubParts): Uint8Array<ArrayBuffer> {
  const files: Zippable =
    parts.files?.['mimetype'] === undefined
      ? { mimetype: [strToU8('application/epub+zip'), { level: 0 }] }
      : {};
  for (const [path, content] of Object.entries({ ...standardFiles(parts), ...parts.files })) {
    if (content !== null) files[path] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(files, { mtime: '2024-01-01T00:00:00' });
}

function standardFiles(parts: EpubParts): Record<string, string> {
  const { documents = [], nav, ncx } = parts;
  const files: Record<string, string> = {
    'META-INF/container.xml':
      '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">' +
      '<rootfiles><rootfile full-path="OPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OPS/package.opf': packageFile(parts),
  };
  for (const { name, body } of documents) {
    const whole = /^(?:<\?xml|<!doctype|<html)/i.test(body);
    files[`OPS/${decodeURIComponent(name)}`] = whole ? body : makeXhtml(body);
  }
  if (nav !== undefined) files['OPS/nav.xhtml'] = makeXhtml(nav, 'Contents');
  if (ncx !== undefined) {
    files['OPS/toc.ncx'] =
      '<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">' +
      `<docTitle><text>Contents</text></docTitle><navMap>${ncx}</navMap></ncx>`;
  }
  return files;
}

function packageFile(parts: EpubParts): string {
  const { documents = [], version = '3.0', metadata = defaultMetadata, nav, ncx } = parts;
  const items = documents.map(({ name, properties = '' }, index) => {
    const more = properties === '' ? '' : ` properties="${properties}"`;
    return `<item id="d${index}" href="${name}" media-type="application/xhtml+xml"${more}/>`;
  });
  if (nav !== undefined) {
    items.push(
      '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    );
  }
  if (ncx !== undefined) {
    items.push('<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>');
  }
  const refs = documents.map(({ linear }, index) => {
    return `<itemref idref="d${index}"${linear === undefined ? '' : ` linear="${linear}"`}/>`;
  });
  const toc = ncx === undefined ? '' : ' toc="ncx"';
  return (
    `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="${version}" unique-identifier="id">` +
    `<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata>` +
    `<manifest>${items.join('')}${parts.manifest ?? ''}</manifest>` +
    `<spine${toc} ${parts.spine ?? ''}>${refs.join('')}</spine>${parts.guide ?? ''}</package>`
  );
}
