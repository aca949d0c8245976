import fc from 'fast-check';
import type { DraftBlock, DraftInline } from '../../../core/text/draft.ts';

/** Text of the kinds that offsets stumble over: pairs, joined emoji, accents apart, other scripts, odd spaces. */
export const pieces = [
  'a',
  'word ',
  '𝒳',
  '👩‍👩‍👧',
  'é',
  'e\u0301',
  'العربية ',
  '中文',
  '\r\n',
  '\ufeff',
  '\u00a0',
  '\u00ad',
  '🇩🇪',
  '한',
  'क्षि',
  '\n',
  '\t',
  '\u2028',
] as const;

export const richText = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 24 })
  .map((parts) => parts.join(''));

const inline: fc.Arbitrary<DraftInline> = fc
  .tuple(fc.nat(60), fc.nat(60), fc.boolean())
  .map(([start, end, link]) =>
    link ? { kind: 'link', href: '#x', start, end } : { kind: 'style', style: 'code', start, end },
  );
const inlines = fc.array(inline, { maxLength: 4 });
const quote = fc.nat(2);
const list = fc.option(
  fc.record({ depth: fc.integer({ min: 1, max: 3 }), marker: fc.constant('•') }),
);
const cell = fc.record({ text: richText, inlines, header: fc.boolean() });
const level = fc.constantFrom(1, 2, 3, 4, 5, 6);

export const drafts: fc.Arbitrary<DraftBlock[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('paragraph'), text: richText, inlines, quote, list }),
    fc.record({ kind: fc.constant('heading'), level, text: richText, inlines, quote, list }),
    fc.record({
      kind: fc.constant('code'),
      text: richText,
      language: fc.constant(null),
      quote,
      list,
    }),
    fc.record({ kind: fc.constant('image'), text: richText, quote, list }),
    fc.record({ kind: fc.constant('rule'), quote, list }),
    fc.record({
      kind: fc.constant('table'),
      rows: fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 }),
      quote,
      list,
    }),
  ),
  { maxLength: 40 },
);
