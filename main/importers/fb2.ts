import { damagedKinds, importMessages } from '../../core/messages/en/imports.ts';
import type { SourceNotice } from '../../core/model/document.ts';
import { BlockWriter } from './block-writer.ts';
import { attribute } from './docx-properties.ts';
import { Fb2Body } from './fb2-body.ts';
import { fb2Details } from './fb2-details.ts';
import { ImportRefused } from './import-refused.ts';
import type { ImportedDraft, Source } from './imported-draft.ts';
import { OfficePictures } from './office-pictures.ts';
import { titleFromName } from './title.ts';
import { fromBase64 } from './transfer-encoding.ts';
import { decodeXml } from './xml-encoding.ts';
import { elementsOf, findElement, parseXml, textOf, type XmlElement } from './xml.ts';
import { openArchive } from './zip.ts';

/** A FictionBook, also in an archive of its own (.fb2.zip, .fbz): its bodies in order, the one of the notes at the end. */
export function importFb2(source: Source): ImportedDraft {
  const { name } = source;
  const { root: top, whole, wellFormed } = parseXml(decodeXml(bookBytes(source)));
  const root =
    top === null ? null : top.local === 'FictionBook' ? top : findElement(top, 'FictionBook');
  if (root === null) {
    throw new ImportRefused(
      'import-failed',
      importMessages.damaged(name, damagedKinds.fictionBook),
    );
  }
  const binaries = new Map<string, XmlElement>();
  for (const binary of elementsOf(root, 'binary')) {
    const id = attribute(binary, 'id');
    if (id !== null && !binaries.has(id)) binaries.set(id, binary);
  }
  const read = (key: string): Uint8Array | null => {
    const binary = binaries.get(key);
    return binary === undefined ? null : fromBase64(new TextEncoder().encode(textOf(binary)));
  };
  const writer = new BlockWriter(source);
  const pictures = new OfficePictures(writer, read);
  const walk = new Fb2Body(writer, pictures, root);
  for (const body of elementsOf(root, 'body')) walk.body(body);
  const { title, details, cover } = fb2Details(root);
  const coverBytes = cover === null ? null : (pictures.taken.get(cover) ?? read(cover));
  const taken = new Map(pictures.taken);
  if (cover !== null && coverBytes !== null) taken.set(cover, coverBytes);
  const cut: SourceNotice[] = wellFormed && whole ? [] : [{ kind: 'damaged', count: null }];
  return {
    title: title ?? titleFromName(name.replace(/\.zip$/i, '')),
    details,
    blocks: writer.take(),
    pictures: taken,
    ...(coverBytes !== null && cover !== null && { cover }),
    notices: [...cut, ...pictures.notices()],
  };
}

/** The book itself: the file, or the only book in it. */
function bookBytes(source: Source): Uint8Array {
  const { bytes, name } = source;
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return bytes;
  const archive = openArchive(source);
  const book = archive.names.find((path) => /\.fb2$/i.test(path)) ?? archive.names[0];
  const inside = book === undefined ? null : archive.read(book);
  if (inside === null) throw new ImportRefused('import-failed', importMessages.brokenArchive(name));
  return inside;
}
