import { importMessages } from '../../core/messages/en/imports.ts';
import { ImportRefused } from './import-refused.ts';
import { decodeXml } from './xml-encoding.ts';
import { elementsOf, parseXml, type XmlElement } from './xml.ts';
import { archivePath, type Archive } from './zip.ts';

export interface Relationship {
  /** The last part of the type's address: `image`, `footnotes`. The rest differs between the two kinds of OOXML. */
  readonly type: string;
  /** A part of the archive, or an address where it is `external`. */
  readonly target: string;
  readonly external: boolean;
}
export type Relationships = ReadonlyMap<string, Relationship>;

/** What an XML part of an archive holds; null where there is none or nothing can be read of it. */
export function readXml(
  archive: Archive,
  path: string,
): { readonly root: XmlElement; readonly whole: boolean } | null {
  const bytes = archive.read(archive.find(path) ?? path);
  if (bytes === null) return null;
  const { root, whole } = parseXml(decodeXml(bytes));
  return root === null ? null : { root, whole };
}

/** The relationships of a part, or of the package itself for ''. */
export function relationshipsOf(archive: Archive, part: string): Relationships {
  const at = part.lastIndexOf('/') + 1;
  const path = `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
  const found = new Map<string, Relationship>();
  const file = readXml(archive, path);
  for (const { attributes } of file === null ? [] : elementsOf(file.root, 'Relationship')) {
    const { Id, Type = '', Target = '', TargetMode } = attributes;
    const external = TargetMode === 'External';
    const target = external ? Target : archivePath(part, Target);
    if (Id === undefined || target === null || found.has(Id)) continue;
    found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target, external });
  }
  return found;
}

export function partOfType(relationships: Relationships, type: string): string | null {
  for (const relationship of relationships.values()) {
    if (relationship.type === type && !relationship.external) return relationship.target;
  }
  return null;
}

/** The main part, and whether it is a text. By what the package says of itself, never by fixed names alone. */
export function mainPart(
  archive: Archive,
): { readonly path: string; readonly isText: boolean } | null {
  const path =
    partOfType(relationshipsOf(archive, ''), 'officeDocument') ??
    ['word/document.xml', 'xl/workbook.xml', 'ppt/presentation.xml'].find(
      (name) => archive.find(name) !== null,
    ) ??
    null;
  if (path === null) return null;
  const type = contentType(archive, path);
  const isText =
    type !== null && /officedocument|ms-/i.test(type)
      ? /wordprocessingml|ms-word/i.test(type)
      : !/^(?:xl|ppt|visio)\//i.test(path);
  return { path, isText };
}

function contentType(archive: Archive, part: string): string | null {
  const types = readXml(archive, '[Content_Types].xml');
  const wanted = `/${part}`.toLowerCase();
  for (const { attributes } of types === null ? [] : elementsOf(types.root, 'Override')) {
    if (attributes['PartName']?.toLowerCase() === wanted) return attributes['ContentType'] ?? null;
  }
  return null;
}

/** Throws where a part that the text cannot do without is missing or broken. */
export function requiredXml(
  archive: Archive,
  path: string,
  name: string,
): { readonly root: XmlElement; readonly whole: boolean } {
  const file = readXml(archive, path);
  if (file === null) throw new ImportRefused('import-failed', importMessages.brokenArchive(name));
  return file;
}
