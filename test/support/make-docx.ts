import { zipSync } from 'fflate';
import {
  escapeXml,
  runsOf,
  type OfficeSample,
  type SampleBlock,
  type SampleRun,
} from './office-sample.ts';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';
const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts of a package as XML, and its other files as bytes. */
export interface DocxParts {
  /** What stands in `w:body`. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly commentsExtended?: string;
  readonly core?: string;
  /** More relationships of the main part. */
  readonly relationships?: string;
  readonly files?: Readonly<Record<string, Uint8Array>>;
  /** Where the main part stands. */
  readonly main?: string;
}

export function relationship(id: string, type: string, target: string, external = false): string {
  const mode = external ? ' TargetMode="External"' : '';
  const full = type.includes(':') ? type : `${officeTypes}${type}`;
  return `<Relationship Id="${id}" Type="${full}" Target="${escapeXml(target)}"${mode}/>`;
}

/** A Word document of parts that are given as XML. */
export function docxOf(parts: DocxParts): Uint8Array {
  const { main = 'word/document.xml', files = {} } = parts;
  const [folder, file] = [main.replace(/[^/]*$/, ''), main.replace(/^.*\//, '')];
  const bytes = new TextEncoder();
  const entries: Record<string, Uint8Array> = {};
  const links: string[] = [parts.relationships ?? ''];
  const add = (name: keyof DocxParts, root: string, type: string = name): void => {
    const inside = parts[name];
    if (typeof inside !== 'string') return;
    entries[`${folder}${name}.xml`] = bytes.encode(
      `${xml}<${root} ${namespaces}>${inside}</${root}>`,
    );
    links.push(relationship(`part-${name}`, type, `${name}.xml`));
  };
  add('styles', 'w:styles');
  add('numbering', 'w:numbering');
  add('footnotes', 'w:footnotes');
  add('endnotes', 'w:endnotes');
  add('comments', 'w:comments');
  add(
    'commentsExtended',
    'w15:commentsEx',
    'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
  );
  const relationships = (inside: string) =>
    bytes.encode(
      `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`,
    );
  const core =
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
  if (parts.core !== undefined) {
    entries['docProps/core.xml'] = bytes.encode(
      `${xml}<cp:coreProperties xmlns:cp="${core}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${parts.core}</cp:coreProperties>`,
    );
  }
  return zipSync({
    [main]: bytes.encode(
      `${xml}<w:document ${namespaces}><w:body>${parts.body}</w:body></w:document>`,
    ),
    [`${folder}_rels/${file}.rels`]: relationships(links.join('')),
    ...entries,
    ...files,
    '_rels/.rels': relationships(
      relationship('rId1', 'officeDocument', main) +
        (parts.core === undefined ? '' : relationship('rId2', core, 'docProps/core.xml')),
    ),
    // Last on purpose: what a package is must not hang on the order of its files.
    '[Content_Types].xml': bytes.encode(
      `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
  });
}

export function makeDocx(sample: OfficeSample): Uint8Array {
  const writer = new DocxSampleWriter();
  const body = sample.blocks.map((block) => writer.block(block)).join('');
  return docxOf({
    body: `${body}<w:sectPr/>`,
    styles: [1, 2, 3]
      .map(
        (level) =>
          `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`,
      )
      .join(''),
    footnotes: writer.footnotes.join(''),
    comments: writer.comments.join(''),
    core: `<dc:title>${escapeXml(sample.title ?? '')}</dc:title><dc:creator>${escapeXml(sample.author ?? '')}</dc:creator>`,
    relationships: writer.relationships.join(''),
    files: writer.files,
  });
}

export function run(text: string, properties = ''): string {
  const inside = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${inside}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

export function paragraph(inside: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
}

export function drawing(id: string, alternative: string): string {
  return `<w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${escapeXml(alternative)}"/><a:graphic><a:graphicData><a:blip r:embed="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing>`;
}

class DocxSampleWriter {
  readonly footnotes: string[] = [];
  readonly comments: string[] = [];
  readonly relationships: string[] = [];
  readonly files: Record<string, Uint8Array> = {};

  block(block: SampleBlock): string {
    if ('heading' in block) {
      return paragraph(run(block.text), `<w:pStyle w:val="Heading${block.heading}"/>`);
    }
    if ('paragraph' in block || 'runs' in block)
      return paragraph(
        runsOf(block)
          .map((one) => this.run(one))
          .join(''),
      );
    if ('table' in block) {
      const rows = block.table.map(
        (row) =>
          `<w:tr>${row.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`,
      );
      return `<w:tbl>${rows.join('')}</w:tbl>`;
    }
    const id = `picture${this.relationships.length}`;
    this.relationships.push(relationship(id, 'image', `media/${id}.png`));
    this.files[`word/media/${id}.png`] = block.picture;
    return paragraph(`<w:r>${drawing(id, block.alternative)}</w:r>`);
  }

  private run({ text, bold, link, footnote, comment }: SampleRun): string {
    let inside = run(text, bold === true ? '<w:b/>' : '');
    if (link !== undefined) {
      const id = `link${this.relationships.length}`;
      this.relationships.push(relationship(id, 'hyperlink', link, true));
      inside = `<w:hyperlink r:id="${id}">${inside}</w:hyperlink>`;
    }
    if (comment !== undefined) {
      const id = this.comments.length;
      this.comments.push(
        `<w:comment w:id="${id}" w:author="${escapeXml(comment.author)}" w:date="2024-05-06T07:08:09Z">${paragraph(run(comment.text))}</w:comment>`,
      );
      inside = `<w:commentRangeStart w:id="${id}"/>${inside}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
    }
    if (footnote !== undefined) {
      const id = this.footnotes.length + 1;
      this.footnotes.push(
        `<w:footnote w:id="${id}">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(` ${footnote}`)}`)}</w:footnote>`,
      );
      inside += `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    }
    return inside;
  }
}
