import { noDetails, type DocumentDetails } from '../../core/model/document.ts';
import type { PdfDocumentProxy } from './pdf-types.ts';

export interface PdfFacts {
  /** Null where the file has none that a reader would call one. */
  readonly title: string | null;
  readonly details: DocumentDetails;
  readonly hasForm: boolean;
}

/** What the information dictionary, the XMP metadata and the catalog say. */
export async function factsOf(document: PdfDocumentProxy): Promise<PdfFacts> {
  const found = await document.getMetadata().catch(() => null);
  if (found === null) return { title: null, details: noDetails, hasForm: false };
  const { info, metadata } = found;
  const entry = (name: string): string | null => line(info[name]);
  const xmp = (name: string): string | null => {
    const value = metadata?.get(name);
    return line(
      Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(', ') : value,
    );
  };
  const title =
    [xmp('dc:title'), entry('Title')].find((one) => one !== null && !isJunk(one)) ?? null;
  const language = entry('Language') ?? xmp('dc:language');
  const more = [
    { name: 'Subject', value: entry('Subject') ?? xmp('dc:description') },
    { name: 'Keywords', value: entry('Keywords') ?? xmp('pdf:keywords') },
    { name: 'Creator', value: entry('Creator') },
    { name: 'Producer', value: entry('Producer') },
  ];
  return {
    title,
    details: {
      author: xmp('dc:creator') ?? entry('Author'),
      site: null,
      date: isoDate(info['CreationDate'] ?? info['ModDate'])?.slice(0, 10) ?? null,
      language:
        language !== null && /^[a-z]{2,3}(?:[-_][a-z0-9]{1,8})*$/i.test(language)
          ? language.replaceAll('_', '-')
          : null,
      more: more.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }])),
    },
    hasForm: info['IsAcroFormPresent'] === true || info['IsXFAPresent'] === true,
  };
}

function line(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value
    .slice(0, 4000)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return text === '' ? null : text;
}

/** What programs write for a title: their own name with the file's, the file's alone, "untitled". */
function isJunk(title: string): boolean {
  return (
    /^(?:microsoft (?:word|powerpoint|excel)|powerpoint presentation|word document)\b/i.test(
      title,
    ) ||
    /\.(?:docx?|pdf|indd|qxd|qxp|tex|dvi|ps|eps|rtf|odt|pptx?|xlsx?|pages|p65|fm|cdr|ai|txt|html?)$/i.test(
      title,
    ) ||
    /^(?:untitled|unbenannt|sans titre|no title|title|document)\W*\d*$/i.test(title) ||
    /^[a-z]:\\|^\/\w+\//i.test(title) ||
    !/[\p{L}\p{N}]/u.test(title)
  );
}

/** A date as PDFs write it (`D:20240131120000+01'00'`), in ISO; null for what is no date. */
export function isoDate(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const found =
    /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?|Z)?/.exec(
      value.trim(),
    );
  if (found === null) return null;
  const [
    ,
    year,
    month = '01',
    day = '01',
    hour = '00',
    minute = '00',
    second = '00',
    sign,
    hours = '00',
    minutes = '00',
  ] = found;
  const [y, mo, d] = [Number(year), Number(month), Number(day)];
  const time = Date.UTC(y, mo - 1, d, Number(hour), Number(minute), Number(second));
  const at = new Date(time);
  if (y < 1900 || at.getUTCMonth() !== mo - 1 || at.getUTCDate() !== d) return null;
  const away = (Number(hours) * 60 + Number(minutes)) * 60_000;
  const moved = new Date(time - (sign === '+' ? away : sign === '-' ? -away : 0));
  return moved.toISOString();
}
