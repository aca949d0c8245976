import { damagedKinds, importMessages } from '../../core/messages/en/imports.ts';
import { noDetails, type DocumentDetails, type SourceNotice } from '../../core/model/document.ts';
import { BlockWriter, inText } from './block-writer.ts';
import { child } from './docx-properties.ts';
import { wordOf } from './docx-details.ts';
import { ImportRefused } from './import-refused.ts';
import type { ImportedDraft, Source } from './imported-draft.ts';
import { OdtBlocks } from './odt-blocks.ts';
import type { OdtContext } from './odt-context.ts';
import { OdtStyles } from './odt-styles.ts';
import { OfficeComments, withReplies } from './office-comments.ts';
import { OfficeNotes } from './office-notes.ts';
import { counted, OfficePictures } from './office-pictures.ts';
import { readXml } from './ooxml-package.ts';
import { titleFromName } from './title.ts';
import { fromBase64 } from './transfer-encoding.ts';
import { decodeXml } from './xml-encoding.ts';
import { findElement, parseXml, textOf, type XmlElement } from './xml.ts';
import { openArchive, type Archive } from './zip.ts';

/** The parts of a text: in a package they are files, in a flat one they stand in one. */
interface Parts {
  readonly content: XmlElement;
  readonly styles: XmlElement | null;
  readonly meta: XmlElement | null;
  readonly whole: boolean;
  readonly archive: Archive | null;
}

/** An OpenDocument text (.odt, .ott, and flat .fodt). */
export function importOdt(source: Source): ImportedDraft {
  const { name } = source;
  const { content, styles, meta, whole, archive } = partsOf(source);
  // Templates of tables have bodies of their own.
  const text = findElement(child(content, 'body') ?? content, 'text');
  if (text === null) throw damaged(name);
  const writer = new BlockWriter(source);
  const embedded = new Map<string, XmlElement>();
  const read = (key: string): Uint8Array | null => {
    const data = embedded.get(key);
    if (data !== undefined) return fromBase64(new TextEncoder().encode(textOf(data)));
    return archive?.read(key) ?? null;
  };
  const context: OdtContext = {
    writer,
    styles: new OdtStyles(styles === null ? [content] : [content, styles]),
    notes: new OfficeNotes(),
    comments: new OfficeComments(writer),
    commentTexts: new Map(),
    replies: new Map(),
    pictures: new OfficePictures(writer, read),
    embedded,
    object: (href) =>
      archive === null || href === ''
        ? null
        : (readXml(archive, `${href.replace(/^\.\//, '').replace(/\/$/, '')}/content.xml`)?.root ??
          null),
    noteBodies: new Map(),
    seen: { changes: false, formulas: 0, leftOut: 0 },
    title: null,
  };
  const blocks = new OdtBlocks(context);
  blocks.children(text);
  writer.end(inText);
  context.notes.finish(writer, (note) => {
    const body = context.noteBodies.get(note.key);
    if (body === undefined) return;
    context.notes.begin(note, writer);
    blocks.children(body);
    writer.end(inText);
  });
  const comments = [...context.commentTexts].map(([id, comment]) => {
    const thread = withReplies(comment.text, context.replies.get(id) ?? []);
    return [id, { ...comment, text: thread }] as const;
  });
  return {
    title: context.title ?? wordOf(meta, 'title') ?? titleFromName(name),
    details: detailsOf(meta),
    blocks: writer.take(),
    pictures: context.pictures.taken,
    marks: context.comments.marks(comments),
    notices: noticesOf(context, whole),
  };
}

function partsOf(source: Source): Parts {
  const { bytes, name } = source;
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    const { root, whole, wellFormed } = parseXml(decodeXml(bytes));
    if (root === null) throw damaged(name);
    const content = root.local === 'document' ? root : (findElement(root, 'document') ?? root);
    const meta = child(content, 'meta');
    return { content, styles: null, meta, whole: whole && wellFormed, archive: null };
  }
  const archive = openArchive(source);
  const manifest = readXml(archive, 'META-INF/manifest.xml');
  if (manifest !== null && findElement(manifest.root, 'encryption-data') !== null) {
    throw new ImportRefused('unsupported-file', importMessages.needsPassword(name));
  }
  const content = readXml(archive, 'content.xml');
  if (content === null) throw damaged(name);
  return {
    content: content.root,
    styles: readXml(archive, 'styles.xml')?.root ?? null,
    meta: readXml(archive, 'meta.xml')?.root ?? null,
    whole: content.whole,
    archive,
  };
}

function damaged(name: string): ImportRefused {
  return new ImportRefused(
    'import-failed',
    importMessages.damaged(name, damagedKinds.openDocument),
  );
}

function detailsOf(meta: XmlElement | null): DocumentDetails {
  const word = (local: string): string | null => wordOf(meta, local);
  return {
    ...noDetails,
    author: word('initial-creator') ?? word('creator'),
    date: word('creation-date') ?? word('date'),
    language: word('language'),
    more: (['subject', 'keyword', 'description'] as const).flatMap((name) => {
      const value = word(name);
      return value === null ? [] : [{ name, value }];
    }),
  };
}

function noticesOf({ seen, pictures }: OdtContext, whole: boolean): SourceNotice[] {
  return [
    ...(whole ? [] : [{ kind: 'damaged', count: null } as const]),
    ...(seen.changes ? [{ kind: 'changes-taken', count: null } as const] : []),
    ...counted('formulas-as-text', seen.formulas),
    ...counted('parts-left-out', seen.leftOut),
    ...pictures.notices(),
  ];
}
