import { strToU8, zipSync } from 'fflate';

// Small office documents with something of everything, written by hand.

const zipped = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), {
    mtime: '2024-01-01T00:00:00',
  });

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export function docxSeed(): Uint8Array {
  const run = (text: string, properties = '') =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const paragraph = (inside: string, properties = '') =>
    `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
  const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const body =
    paragraph(run('A Document'), '<w:pStyle w:val="Heading1"/>') +
    paragraph(
      `<w:bookmarkStart w:id="0" w:name="here"/>${run('Words, ')}${run('bold', '<w:b/>')}<w:commentRangeStart w:id="1"/>${run(' and noted')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:bookmarkEnd w:id="0"/>`,
    ) +
    paragraph(
      `<w:hyperlink r:id="rId9">${run('a link')}</w:hyperlink><w:hyperlink w:anchor="here">${run('a jump')}</w:hyperlink><w:ins w:id="5" w:author="A">${run('new')}</w:ins><w:del w:id="6" w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del>`,
    ) +
    paragraph(run('one'), item) +
    paragraph(run('two'), item) +
    `<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph(run('wide'))}</w:tc></w:tr><w:tr><w:tc>${paragraph(run('1'))}</w:tc><w:tc>${paragraph(run('2'))}</w:tc></w:tr></w:tbl>` +
    paragraph(
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://example.org"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('field')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:tab/><w:br/><w:sym w:font="Symbol" w:char="F061"/></w:r>`,
    );
  const part = (name: string, inside: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${w} ${r}>${inside}</w:${name}>`;
  const link = (id: string, type: string, target: string, mode = '') =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${mode}/>`;
  const links = (inside: string) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  return zipped({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/></Types>`,
    '_rels/.rels': links(link('rId1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': links(
      link('rId1', 'styles', 'styles.xml') +
        link('rId2', 'numbering', 'numbering.xml') +
        link('rId3', 'footnotes', 'footnotes.xml') +
        link('rId4', 'comments', 'comments.xml') +
        link('rId9', 'hyperlink', 'https://example.org/', ' TargetMode="External"'),
    ),
    'word/document.xml': part('document', `<w:body>${body}<w:sectPr/></w:body>`),
    'word/styles.xml': part(
      'styles',
      '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Base"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
    ),
    'word/numbering.xml': part(
      'numbering',
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    ),
    'word/footnotes.xml': part(
      'footnotes',
      `<w:footnote w:id="2">${paragraph(run('The note.'))}</w:footnote>`,
    ),
    'word/comments.xml': part(
      'comments',
      `<w:comment w:id="1" w:author="Ada" w:date="2024-01-01T00:00:00Z">${paragraph(run('A comment.'))}</w:comment>`,
    ),
  });
}

const odf = 'urn:oasis:names:tc:opendocument:xmlns';
const spaces = ['office', 'text', 'table', 'style', 'meta', 'manifest']
  .map((name) => `xmlns:${name}="${odf}:${name}:1.0"`)
  .join(' ');

export function odtSeed(): Uint8Array {
  const body =
    '<text:h text:outline-level="1">A Document</text:h><text:p text:style-name="P1">Words, <text:span text:style-name="T1">bold</text:span><text:s text:c="3"/><text:tab/>' +
    '<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>The note.</text:p></text:note-body></text:note>' +
    '<office:annotation><dc:creator>Ada</dc:creator><text:p>A comment.</text:p></office:annotation></text:p>' +
    '<text:p><text:a xlink:href="https://example.org/">a link</text:a><text:line-break/><text:bookmark text:name="here"/><text:a xlink:href="#here">a jump</text:a></text:p>' +
    '<text:list><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>deep</text:p></text:list-item></text:list></text:list-item></text:list>' +
    '<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>wide</text:p></table:table-cell><table:covered-table-cell/></table:table-row>' +
    '<table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row></table:table>';
  const more =
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"';
  const part = (name: string, inside: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><office:${name} ${spaces} ${more}>${inside}</office:${name}>`;
  return zipped({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': part(
      'document-content',
      `<office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`,
    ),
    'styles.xml': part(
      'document-styles',
      '<office:styles><style:style style:name="P1" style:family="paragraph" style:parent-style-name="P0"/></office:styles>',
    ),
    'meta.xml': part(
      'document-meta',
      '<office:meta><dc:title>A Document</dc:title><dc:creator>Ada</dc:creator></office:meta>',
    ),
    'META-INF/manifest.xml': `<?xml version="1.0"?><manifest:manifest ${spaces}><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>`,
  });
}

export const rtfSeed = String.raw`{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\froman Times;}{\f1\fnil\fcharset128 Mincho;}}
{\colortbl;\red255\green0\blue0;}{\stylesheet{\s1\outlinelevel0 heading 1;}{\*\cs2 Emphasis;}}
{\*\listtable{\list\listtemplateid1{\listlevel\levelnfc0\levelstartat1{\leveltext\'02\'00.;}{\levelnumbers\'01;}}\listid7}}{\*\listoverridetable{\listoverride\listid7\ls1}}
{\info{\title A Document}{\author Ada}{\creatim\yr2024\mo1\dy2}}
\pard\s1\b A Document\b0\par \pard Words, \b bold\b0 , \i slanted\i0  and \'e9\u8211-\u28450?. {\field{\*\fldinst HYPERLINK "https://example.org/"}{\fldrslt a link}}{\super\chftn}{\footnote\pard The note.}\par
\pard\ls1\ilvl0{\listtext 1.\tab}one\par {\listtext 2.\tab}two\line broken\par
\trowd\cellx1000\cellx2000 1\cell 2\cell\row\trowd\cellx1000\cellx2000 3\cell 4\cell\row
\pard{\*\atnid A}{\*\atnauthor Ada}{\*\annotation\pard A comment.}{\pict\pngblip\picw1\pich1 89504e470d0a1a0a}{\*\bkmkstart here}here{\*\bkmkend here}\page\bin3 abc after\par}
`;

export function fb2Seed(picture: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">
<description><title-info><genre>prose</genre><author><first-name>Ada</first-name><last-name>Example</last-name></author><book-title>A Book</book-title><annotation><p>About it.</p></annotation><date>2024</date><coverpage><image l:href="#dot.png"/></coverpage><lang>en</lang></title-info></description>
<body><title><p>A Book</p></title><epigraph><p>Words.</p><text-author>Who</text-author></epigraph><section id="s1"><title><p>One</p></title><p>Text with <emphasis>more</emphasis>, <strong>bold</strong> and a note<a l:href="#n1" type="note">1</a>.</p><image l:href="#dot.png"/><empty-line/><poem><stanza><v>A line</v><v>and one</v></stanza></poem>
<section><title><p>Deeper</p></title><cite><p>Quoted.</p></cite><table><tr><th>a</th><td>b</td></tr></table></section></section></body>
<body name="notes"><section id="n1"><title><p>1</p></title><p>The note.</p></section></body><binary id="dot.png" content-type="image/png">${picture}</binary></FictionBook>`;
}
