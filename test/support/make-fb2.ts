import { escapeXml, runsOf, type OfficeSample, type SampleBlock } from './office-sample.ts';

/** A FictionBook; comments are not known to it and left out. */
export function makeFb2({ title = '', author = '', blocks }: OfficeSample): Uint8Array {
  const notes: string[] = [];
  const binaries: string[] = [];
  const block = (one: SampleBlock): string => {
    if ('heading' in one) return `</section><section><title><p>${escapeXml(one.text)}</p></title>`;
    if ('table' in one) {
      const rows = one.table.map(
        (row) => `<tr>${row.map((cell) => `<td>${escapeXml(cell)}</td>`).join('')}</tr>`,
      );
      return `<table>${rows.join('')}</table>`;
    }
    if ('picture' in one) {
      const id = `p${binaries.length}.png`;
      const data = Buffer.from(one.picture).toString('base64');
      binaries.push(`<binary id="${id}" content-type="image/png">${data}</binary>`);
      return `<image l:href="#${id}" alt="${escapeXml(one.alternative)}"/>`;
    }
    const runs = runsOf(one).map(({ text, bold, link, footnote }) => {
      let inside = escapeXml(text);
      if (bold === true) inside = `<strong>${inside}</strong>`;
      if (link !== undefined) inside = `<a l:href="${escapeXml(link)}">${inside}</a>`;
      if (footnote === undefined) return inside;
      notes.push(footnote);
      return `${inside}<a l:href="#n${notes.length}" type="note">[${notes.length}]</a>`;
    });
    return `<p>${runs.join('')}</p>`;
  };
  const body = blocks.map(block).join('');
  const noted = notes.map(
    (note, index) =>
      `<section id="n${index + 1}"><title><p>${index + 1}</p></title><p>${escapeXml(note)}</p></section>`,
  );
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink"><description><title-info><author><first-name>${escapeXml(author)}</first-name></author><book-title>${escapeXml(title)}</book-title><lang>en</lang></title-info></description><body><section>${body}</section></body><body name="notes">${noted.join('')}</body>${binaries.join('')}</FictionBook>`,
  );
}
