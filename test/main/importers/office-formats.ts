import fc from 'fast-check';
import { expect } from 'vitest';
import { parseSource } from '../../../main/importers/parse-source.ts';
import { samplePng, type OfficeSample } from '../../support/office-sample.ts';

/** Something of everything that the formats of word processors share. */
export const everything: OfficeSample = {
  title: 'The title',
  author: 'Ada',
  blocks: [
    { heading: 1, text: 'One' },
    {
      runs: [
        { text: 'Words ' },
        { text: 'bold', bold: true },
        { text: ' and ' },
        { text: 'linked', link: 'https://example.org/' },
        { text: ' here', footnote: 'A note.' },
        { text: ' said', comment: { author: 'Bea', text: 'Really?' } },
      ],
    },
    {
      table: [
        ['a', 'b'],
        ['c', 'ש'],
      ],
    },
    { picture: samplePng(), alternative: 'A square' },
  ],
};

/** A document, or an error that names the file; never a throw. */
export async function endsWell(bytes: Uint8Array, name: string): Promise<void> {
  const result = await parseSource(bytes, name, { variant: 'page' });
  if (!result.ok) expect(result.error.message).toContain(name);
}

export async function survivesDamage(sample: Uint8Array, name: string, step = 1): Promise<void> {
  for (let end = 1; end < sample.length; end += step) await endsWell(sample.subarray(0, end), name);
  const change = fc.tuple(fc.nat(sample.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      const bytes = Uint8Array.from(sample);
      for (const [at, value] of changes) bytes[at] = value;
      await endsWell(bytes, name);
    }),
    { numRuns: 150, seed: 6 },
  );
}
