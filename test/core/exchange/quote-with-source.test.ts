import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../core/exchange/csv.ts';
import { toJsonld } from '../../../core/exchange/jsonld.ts';
import { parsePlaceLink, placeLink } from '../../../core/exchange/place-link.ts';
import { quoteWithSource } from '../../../core/exchange/quote-with-source.ts';
import { exportable, heading, paragraph, tag, uuid } from './sample.ts';

const document = exportable(
  [heading(1, 'Part one'), paragraph('Before.'), heading(2, 'Ants'), paragraph('Ants are small.')],
  [
    {
      on: 'Ants are',
      tags: [uuid(1)],
      colourBy: 'tag',
      links: [{ to: uuid(7), document: 'other-text', kind: 'supports' }],
    },
  ],
  [{ ...tag(1, 'insects'), colour: 'green' }],
);

it('a quote is copied with author, title, place, day and a link that opens it', () => {
  const [mark] = document.annotations;
  if (mark === undefined) throw new Error('no mark');
  const copied = quoteWithSource(mark, document, { dateRead: '22 November 2026' });
  expect(copied).toBe(
    `“Ants are”
Ana: “A”, “On “Reading””, 2026-01-02. Part one › Ants › ¶ 4 › 62%. Read on 22 November 2026.
commonplace://open?document=sample-document&mark=${mark.id}`,
  );
  expect(parsePlaceLink(copied.split('\n').at(-1) ?? '')).toEqual({
    document: 'sample-document',
    mark: mark.id,
  });
});

it('exports carry links, and the colour that a mark is shown in', () => {
  expect(toJsonld(document).text).toContain(`"source": "urn:uuid:${uuid(7)}",`);
  expect(toJsonld(document).text).toContain('"label": "supports"');
  expect(toJsonld(document).text).toContain('"styleClass": "green"');
  expect(toCsv(document).text).toContain(`,supports ${uuid(7)}\r\n`);
});

describe('links to places', () => {
  it('are read as they are written', () => {
    const id = fc.stringMatching(/^[a-z0-9-]{6,64}$/);
    fc.assert(
      fc.property(id, fc.option(fc.uuid()), (document, mark) => {
        expect(parsePlaceLink(placeLink({ document, mark }))).toEqual({ document, mark });
      }),
    );
  });

  it.each([
    'https://open?document=sample-document',
    'commonplace://evil.example/?document=sample-document',
    'commonplace://open@evil/?document=sample-document',
    'commonplace://open?document=../../etc/passwd',
    'commonplace://open?document=sample-document&mark=1',
    'commonplace://open?document=sample-document&file=/x',
    'commonplace://open?document=sample-document#x',
    'commonplace://open?document=sample-document\n--inspect',
    ' commonplace://open?document=sample-document',
    'commonplace://open?document=sample%2ddocument',
    `commonplace://open?document=${'a'.repeat(65)}`,
    'commonplace://open?mark=00000000-0000-4000-8000-000000000000',
    'COMMONPLACE://open?document=sample-document',
    '',
  ])('refuses %s', (link) => {
    expect(parsePlaceLink(link)).toBeNull();
  });
});
