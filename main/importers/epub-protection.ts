import { importMessages } from '../../core/messages/en/imports.ts';
import { xmlFile } from './epub-package.ts';
import { ImportRefused } from './import-refused.ts';
import { elementsOf, findElement } from './xml.ts';
import type { Archive } from './zip.ts';

/** Fonts made unreadable by these do not matter: the text is drawn in the reader's own. */
const fontsOnly = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#rc']);
/** Files that may be unreadable and leave all of the text: pictures, fonts, sound, what is run or sets the look. */
const besideText =
  /\.(?:jpe?g|png|gif|webp|svgz?|avif|bmp|tiff?|otf|ttf|ttc|woff2?|mp[34]|m4[av]|ogg|aac|css|js)$/i;
const licences = ['META-INF/rights.xml', 'META-INF/sinf.xml', 'META-INF/license.lcpl'];

/** Refuses a book that says that some of its text is encrypted. */
export function refuseEncrypted(archive: Archive, name: string): void {
  const root = xmlFile(archive, 'META-INF/encryption.xml');
  const sealed = (root === null ? [] : elementsOf(root)).some((data) => {
    if (data.local !== 'EncryptedData') return false;
    const method = elementsOf(data, 'EncryptionMethod')[0]?.attributes['Algorithm'] ?? '';
    const file = findElement(data, 'CipherReference')?.attributes['URI'] ?? '';
    return !fontsOnly.has(method.trim().toLowerCase()) && !besideText.test(file.trim());
  });
  if (sealed) refuse(name);
}

/** For a book of which no page can be read: whether a licence says why. */
export function refuseLicensed(archive: Archive, name: string): void {
  if (archive.names.some(archive.isEncrypted)) {
    throw new ImportRefused('import-failed', importMessages.needsPassword(name));
  }
  if (licences.some((path) => archive.has(path))) refuse(name);
}

function refuse(name: string): never {
  throw new ImportRefused('import-failed', importMessages.encrypted(name));
}
