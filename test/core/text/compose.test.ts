import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../core/model/block.ts';
import { cleanText } from '../../../core/text/clean-draft.ts';
import { composeText } from '../../../core/text/compose.ts';
import type { DraftBlock } from '../../../core/text/draft.ts';
import { drafts } from './drafts.ts';

const plain = (text: string, rest: Partial<DraftBlock> = {}): DraftBlock =>
  ({ kind: 'paragraph', text, inlines: [], quote: 0, list: null, ...rest }) as DraftBlock;

const textsOf = (block: Block): readonly { start: number; end: number }[] =>
  block.kind === 'table' ? block.rows.flat() : [block];

describe('composeText', () => {
  it('parts blocks by an empty line, list items by a line end, cells by a tab', () => {
    const list = { depth: 1, marker: '•' };
    const { text } = composeText([
      plain('a'),
      plain('b', { list }),
      plain('c', { list }),
      {
        kind: 'table',
        quote: 0,
        list: null,
        rows: [
          [
            { text: 'd', inlines: [], header: true },
            { text: 'e\nf', inlines: [], header: true },
          ],
          [{ text: 'g', inlines: [], header: false }],
        ],
      },
      { kind: 'rule', quote: 0, list: null },
      plain('  \n'),
      plain('h'),
    ]);
    expect(text).toBe('a\n\nb\nc\n\nd\te f\ng\n\nh');
  });

  it('moves inlines with the text where cleaning shortens it', () => {
    const draft = plain('\ufeffa\r\nbold\r\n', {
      inlines: [{ kind: 'style', style: 'strong', start: 4, end: 8 }],
    });
    const { text, blocks } = composeText([plain('x'), draft]);
    expect(text).toBe('x\n\na\nbold\n');
    const block = blocks[1];
    const inline = block?.kind === 'paragraph' ? block.inlines[0] : undefined;
    expect(text.slice(inline?.start, inline?.end)).toBe('bold');
  });

  it('gives each block its slice, in order and apart', () => {
    fc.assert(
      fc.property(drafts, (list) => {
        const { text, blocks } = composeText(list);
        let end = 0;
        for (const block of blocks) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(block.end).toBeGreaterThanOrEqual(block.start);
          end = block.end;
        }
        expect(end).toBe(text.length);
        const kept = list.flatMap((draft) =>
          draft.kind === 'rule' || draft.kind === 'table'
            ? []
            : [cleanText(draft.text)].filter((part) => /\S/.test(part)),
        );
        const found = blocks
          .filter((block) => block.kind !== 'rule' && block.kind !== 'table')
          .map((block) => text.slice(block.start, block.end));
        expect(found).toEqual(kept);
      }),
    );
  });

  it('keeps inlines inside their text, and cells on one line', () => {
    fc.assert(
      fc.property(drafts, (list) => {
        const { text, blocks } = composeText(list);
        for (const block of blocks) {
          for (const place of textsOf(block)) {
            expect(place.start).toBeGreaterThanOrEqual(block.start);
            expect(place.end).toBeLessThanOrEqual(block.end);
            if (block.kind === 'table') {
              expect(text.slice(place.start, place.end)).not.toMatch(/[\n\t]/);
            }
          }
          if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
          for (const inline of block.inlines) {
            expect(inline.start).toBeGreaterThanOrEqual(block.start);
            expect(inline.end).toBeLessThanOrEqual(block.end);
            expect(inline.end).toBeGreaterThan(inline.start);
          }
        }
      }),
    );
  });

  it('holds no line end but LF, no control and no half of a pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        const text = cleanText(source);
        // eslint-disable-next-line no-control-regex -- control characters are what is looked for
        expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/);
        expect(text.isWellFormed()).toBe(true);
        expect(cleanText(text)).toBe(text);
      }),
    );
    expect(cleanText('a\ud800b\u00a0\u00ad𝒳')).toBe('a\ufffdb\u00a0\u00ad𝒳');
  });
});
