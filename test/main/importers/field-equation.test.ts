import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equationText } from '../../../main/importers/field-equation.ts';

describe('what a field of the kind EQ draws', () => {
  it('has all of its words, whatever stands around them', () => {
    const sign = fc.constantFrom(
      ...String.raw`\ \o \s \f \r \b \co2 \up 9 ( ) , ; { } "`.split(' '),
    );
    const part = fc.oneof(sign, fc.constantFrom('wordy', '漢字'));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const drawn = equationText(`EQ ${parts.join(' ')}`) ?? '';
        const words = (text: string): string[] => text.match(/wordy|漢字/g) ?? [];
        expect(words(drawn).sort()).toEqual(words(parts.join(' ')).sort());
      }),
      { seed: 6 },
    );
  });

  it.each([
    ['depth', String.raw`\o(`],
    ['options', String.raw`\b\lc\5`],
    ['quotes', String.raw`\*"`],
    ['numbers', '1 -2'],
  ])('ends in time with endless %s', (_, part) => {
    expect(equationText(`EQ ${part.repeat(5000)}`)).not.toBeNull();
  });
});
