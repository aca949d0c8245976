import { zlibSync } from 'fflate';

/** The objects of a PDF, numbered from 1 as they come, and the bytes of the file that holds them. One character to a byte. */
export class PdfObjects {
  readonly #bodies: string[] = [];
  readonly #compress: boolean;

  constructor(compress: boolean) {
    this.#compress = compress;
  }

  /** A number to refer to before the object is known. */
  reserve(): number {
    return this.#bodies.push('null');
  }

  set(number: number, body: string): number {
    this.#bodies[number - 1] = body;
    return number;
  }

  add(body: string): number {
    return this.set(this.reserve(), body);
  }

  stream(content: string, dictionary = ''): number {
    const raw = Uint8Array.from(content, (character) => character.charCodeAt(0));
    const packed = this.#compress ? zlibSync(raw) : raw;
    const filter = this.#compress ? ' /Filter /FlateDecode' : '';
    const head = `<< /Length ${String(packed.length)}${filter} ${dictionary} >>`;
    return this.add(`${head}\nstream\n${latin1(packed)}\nendstream`);
  }

  /** With a cross-reference table and a trailer that are right to the byte. */
  file(trailer: string): Uint8Array<ArrayBuffer> {
    const parts = ['%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'];
    let length = parts[0]?.length ?? 0;
    const offsets = this.#bodies.map((body, index) => {
      const offset = length;
      const part = `${String(index + 1)} 0 obj\n${body}\nendobj\n`;
      parts.push(part);
      length += part.length;
      return offset;
    });
    const size = String(this.#bodies.length + 1);
    const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
    parts.push(`xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}`);
    parts.push(`trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${String(length)}\n%%EOF\n`);
    const text = parts.join('');
    const bytes = new Uint8Array(text.length);
    for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
    return bytes;
  }
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return text;
}

/** A string of the PDF's own structure, in UTF-16 where it must be. */
export function pdfText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<feff${utf16(text)}>`;
}

/** The UTF-16 units of a text in hexadecimal. */
export function utf16(text: string): string {
  let hex = '';
  for (let index = 0; index < text.length; index += 1) {
    hex += text.charCodeAt(index).toString(16).padStart(4, '0');
  }
  return hex;
}

/** A4, for pages that name no size. */
export const paper = { width: 595, height: 842 } as const;

export const number = (value: number): string => String(Math.round(value * 1000) / 1000);
export const numbers = (...values: readonly number[]): string => values.map(number).join(' ');
export const reference = (object: number): string => `${number(object)} 0 R`;
export const references = (objects: readonly number[]): string => objects.map(reference).join(' ');
