import { damagedKinds, importMessages } from '../../core/messages/en/imports.ts';
import type { SourceNotice } from '../../core/model/document.ts';
import { BlockWriter } from './block-writer.ts';
import { DocxBlocks } from './docx-blocks.ts';
import { placeIn, type DocxContext } from './docx-context.ts';
import { docxDetails } from './docx-details.ts';
import { DocxNumbering } from './docx-numbering.ts';
import { commentThreads, notesById, openPart } from './docx-parts.ts';
import { child, valueOf } from './docx-properties.ts';
import { DocxStyles } from './docx-styles.ts';
import { ImportRefused } from './import-refused.ts';
import type { ImportedDraft, Source } from './imported-draft.ts';
import type { NumberFormat } from './number-formats.ts';
import { OfficeComments } from './office-comments.ts';
import { OfficeNotes } from './office-notes.ts';
import { counted, OfficePictures } from './office-pictures.ts';
import { mainPart, readXml, relationshipsOf, requiredXml } from './ooxml-package.ts';
import { titleFromName } from './title.ts';
import { findElement, type XmlElement } from './xml.ts';
import { openArchive } from './zip.ts';

/** A Word document (.docx, .docm, .dotx): its main part, wherever the package has it, with notes and comments. */
export function importDocx(source: Source): ImportedDraft {
  const { name } = source;
  const archive = openArchive(source);
  const main = mainPart(archive);
  if (main === null) throw new ImportRefused('import-failed', importMessages.brokenArchive(name));
  const { root, whole } = requiredXml(archive, main.path, name);
  const body = findElement(root, 'body');
  if (body === null) {
    throw new ImportRefused('import-failed', importMessages.damaged(name, damagedKinds.word));
  }
  const relationships = relationshipsOf(archive, main.path);
  const open = (type: string) => openPart(archive, relationships, type);
  const writer = new BlockWriter(source);
  const context: DocxContext = {
    writer,
    styles: new DocxStyles(open('styles')?.root ?? null),
    numbering: new DocxNumbering(open('numbering')?.root ?? null),
    notes: new OfficeNotes(),
    comments: new OfficeComments(writer),
    pictures: new OfficePictures(writer, (path) => archive.read(archive.find(path) ?? path)),
    part: (path) => readXml(archive, path)?.root ?? null,
    noteFormats: {
      footnote: noteFormat(body, 'footnotePr', 'decimal'),
      endnote: noteFormat(body, 'endnotePr', 'roman'),
    },
    noteCounts: { footnote: 0, endnote: 0 },
    seen: { changes: false, forms: false, formulas: 0, leftOut: 0 },
    title: null,
  };
  new DocxBlocks(context, placeIn(relationships)).children(body);
  writer.end({ kind: 'paragraph', quote: 0, list: null });
  writeNotes(context, open);

  const about = docxDetails(archive, relationshipsOf(archive, ''), context.styles.language);
  const comments = commentThreads(open('comments'), open('commentsExtended'));
  return {
    title: context.title ?? about.title ?? titleFromName(name),
    details: about.details,
    blocks: writer.take(),
    pictures: context.pictures.taken,
    marks: context.comments.marks(comments),
    notices: noticesOf(context, whole),
  };
}

function writeNotes(
  context: DocxContext,
  open: (type: string) => ReturnType<typeof openPart>,
): void {
  const parts = { footnote: open('footnotes'), endnote: open('endnotes') };
  const notes = { footnote: notesById(parts.footnote), endnote: notesById(parts.endnote) };
  context.notes.finish(context.writer, (note) => {
    const [kind, id = ''] = note.key.split(':', 2);
    const from = kind === 'endnote' ? 'endnote' : 'footnote';
    const element = notes[from].get(id);
    const relationships = parts[from]?.relationships;
    if (element === undefined || relationships === undefined) return;
    context.notes.begin(note, context.writer);
    new DocxBlocks(context, placeIn(relationships, true)).children(element);
    context.writer.end({ kind: 'paragraph', quote: 0, list: null });
  });
}

const formats: Readonly<Partial<Record<string, NumberFormat>>> = {
  decimal: 'decimal',
  lowerRoman: 'roman',
  upperRoman: 'ROMAN',
  lowerLetter: 'letters',
  upperLetter: 'LETTERS',
};

function noteFormat(body: XmlElement, local: string, otherwise: NumberFormat): NumberFormat {
  const properties = child(child(body, 'sectPr'), local);
  return formats[valueOf(properties, 'numFmt') ?? ''] ?? otherwise;
}

function noticesOf({ seen, pictures }: DocxContext, whole: boolean): SourceNotice[] {
  return [
    ...(whole ? [] : [{ kind: 'parts-left-out', count: null } as const]),
    ...(seen.changes ? [{ kind: 'changes-taken', count: null } as const] : []),
    ...(seen.forms ? [{ kind: 'forms-as-text', count: null } as const] : []),
    ...counted('formulas-as-text', seen.formulas),
    ...counted('parts-left-out', seen.leftOut),
    ...pictures.notices(),
  ];
}
