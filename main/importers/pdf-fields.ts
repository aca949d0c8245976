import type { Fragment, PdfAnnotation, ReadPage } from './pdf-types.ts';
import { boxOn } from './pdf-view.ts';

/** What is filled into a form's fields, as text at the fields' places; those in `drawn` have shown it themselves. */
export function fieldFragments(page: ReadPage, drawn: ReadonlySet<string>): readonly Fragment[] {
  return page.annotations.flatMap((field) => {
    if (drawn.has(field.id)) return [];
    const [left, top, right, bottom] = boxOn(page, field.rect);
    const lines = valueOf(field);
    const height = (bottom - top) / Math.max(1, lines.length);
    const size = Math.min(Math.max(height * 0.7, 2), 12);
    return lines.flatMap((text, index): Fragment[] => {
      if (text === '') return [];
      const base = top + index * height + (height + size * 0.6) / 2;
      const width = Math.min(right - left, text.length * size * 0.5);
      const end = { left, right: left + width, rightToLeft: false };
      const pieces = [{ start: 0, end: text.length, raised: false, ...end }];
      return [
        {
          text,
          ...end,
          base,
          size,
          up: size * 0.8,
          down: size * 0.2,
          angle: 0,
          font: 'field',
          pieces,
        },
      ];
    });
  });
}

function valueOf({
  subtype,
  fieldType,
  fieldValue,
  password,
  hidden,
}: PdfAnnotation): readonly string[] {
  if (subtype !== 'Widget' || password === true || hidden === true) return [];
  if (fieldType !== 'Tx' && fieldType !== 'Ch') return [];
  const values: unknown[] = Array.isArray(fieldValue) ? fieldValue.slice(0, 1000) : [fieldValue];
  return values
    .filter((value) => typeof value === 'string')
    .flatMap((value) => value.slice(0, 100_000).split(/[\r\n]+/))
    .map((text) => text.replace(/\s+/g, ' ').trim());
}
