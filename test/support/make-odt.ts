import { zipSync } from 'fflate';
import { escapeXml, runsOf, type OfficeSample, type SampleBlock } from './office-sample.ts';

const odf = 'urn:oasis:names:tc:opendocument:xmlns';
const namespaces =
  ['office', 'text', 'table', 'style', 'meta', 'drawing']
    .map((name) => `xmlns:${name === 'drawing' ? 'draw' : name}="${odf}:${name}:1.0"`)
    .join(' ') +
  ` xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:fo="${odf}:xsl-fo-compatible:1.0" xmlns:svg="${odf}:svg-compatible:1.0"`;

export interface OdtParts {
  /** What stands in `office:text`. */
  readonly text: string;
  /** Automatic styles of the content. */
  readonly automatic?: string;
  /** What stands in `office:styles`. */
  readonly styles?: string;
  readonly meta?: string;
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

/** An OpenDocument text of parts that are given as XML. */
export function odtOf({
  text,
  automatic = '',
  styles = '',
  meta = '',
  files = {},
}: OdtParts): Uint8Array {
  const part = (name: string, inside: string): Uint8Array =>
    new TextEncoder().encode(
      `<?xml version="1.0" encoding="UTF-8"?><office:${name} ${namespaces}>${inside}</office:${name}>`,
    );
  return zipSync({
    mimetype: [new TextEncoder().encode('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': part(
      'document-content',
      `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body>`,
    ),
    'styles.xml': part('document-styles', `<office:styles>${styles}</office:styles>`),
    'meta.xml': part('document-meta', `<office:meta>${meta}</office:meta>`),
    ...files,
  });
}

export function makeOdt({ title = '', author = '', blocks }: OfficeSample): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  let notes = 0;
  const block = (one: SampleBlock): string => {
    if ('heading' in one) {
      return `<text:h text:outline-level="${one.heading}">${escapeXml(one.text)}</text:h>`;
    }
    if ('table' in one) {
      const rows = one.table.map((row) => {
        const cells = row.map(
          (cell) => `<table:table-cell><text:p>${escapeXml(cell)}</text:p></table:table-cell>`,
        );
        return `<table:table-row>${cells.join('')}</table:table-row>`;
      });
      return `<table:table>${rows.join('')}</table:table>`;
    }
    if ('picture' in one) {
      const path = `Pictures/${Object.keys(files).length}.png`;
      files[path] = one.picture;
      return `<text:p><draw:frame><draw:image xlink:href="${path}"/><svg:desc>${escapeXml(one.alternative)}</svg:desc></draw:frame></text:p>`;
    }
    const runs = runsOf(one).map(({ text, bold, link, footnote, comment }) => {
      let inside = escapeXml(text).replace(/^ | $/g, '<text:s/>');
      if (bold === true) inside = `<text:span text:style-name="B">${inside}</text:span>`;
      if (link !== undefined) inside = `<text:a xlink:href="${escapeXml(link)}">${inside}</text:a>`;
      if (comment !== undefined) {
        inside = `<office:annotation office:name="${escapeXml(comment.text)}"><dc:creator>${escapeXml(comment.author)}</dc:creator><dc:date>2024-05-06T07:08:09</dc:date><text:p>${escapeXml(comment.text)}</text:p></office:annotation>${inside}<office:annotation-end office:name="${escapeXml(comment.text)}"/>`;
      }
      if (footnote === undefined) return inside;
      notes += 1;
      return `${inside}<text:note text:note-class="footnote"><text:note-citation>${notes}</text:note-citation><text:note-body><text:p>${escapeXml(footnote)}</text:p></text:note-body></text:note>`;
    });
    return `<text:p>${runs.join('')}</text:p>`;
  };
  return odtOf({
    text: blocks.map(block).join(''),
    automatic:
      '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>',
    meta: `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator>`,
    files,
  });
}
