import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteTags } from '../../../core/codebook/note-tags.ts';

const paths = (note: string): string[] => noteTags(note).map(({ path }) => path);
const letters = fc.stringMatching(/^[a-zäßéжλعמ漢かน]{1,12}$/u);
const path = fc.array(letters, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
const prose = fc.stringMatching(/^[a-z ,.\n]{0,40}$/);

describe('tags named in a note', () => {
  it('are found wherever they stand among words, with their places', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(prose, path), { maxLength: 6 }), prose, (pairs, end) => {
        const note = `${pairs.map(([words, name]) => `${words}\n#${name} `).join('')}${end}`;
        const found = noteTags(note);
        expect(found.map((each) => each.path)).toEqual(pairs.map(([, name]) => name));
        for (const each of found) expect(note.slice(each.start, each.end)).toBe(`#${each.path}`);
      }),
    );
  });

  it('are none in code, in links and in addresses, whatever stands around', () => {
    fc.assert(
      fc.property(path, prose, (name, words) => {
        expect(paths(`${words} \`#${name}\` ${words}`)).toEqual([]);
        expect(paths(`\n\`\`\`\n#${name}\n\`\`\`\n`)).toEqual([]);
        expect(paths(`\n~~~ js\n #${name}`)).toEqual([]);
        expect(paths(`a\n\n    #${name}\n`)).toEqual([]);
        expect(paths(`a [#${name}](page) b`)).toEqual([]);
        expect(paths(`a [words](#${name}) b`)).toEqual([]);
        expect(paths(`a [words](page#${name} "#${name}") b`)).toEqual([]);
        expect(paths(`a <https://example.org/ #${name}> b`)).toEqual([]);
        expect(paths(`a https://example.org/#${name} b`)).toEqual([]);
        expect(paths(`a \\#${name} b`)).toEqual([]);
        expect(paths(`word#${name}`)).toEqual([]);
      }),
    );
  });

  it('stop before punctuation and are no numbers and no headings', () => {
    expect(paths('See (#claim), #source/anonymous. And „#Zeuge“: #on-the-record!')).toEqual([
      'claim',
      'source/anonymous',
      'Zeuge',
      'on-the-record',
    ]);
    expect(paths('# Heading\n## Two\n#3 and #2024 and # alone and ##twice')).toEqual([]);
    expect(paths('#covid19 #2024-budget')).toEqual(['covid19', '2024-budget']);
    expect(paths('#نقل #मराठी #日本語/東京')).toEqual(['نقل', 'मराठी', '日本語/東京']);
  });

  it('are found in no time in a long note of signs', () => {
    const started = performance.now();
    for (const sign of ['#', '[', '`', '<', '(', '~~~\n', '![', '    \n', '[a](', '` ``', 'a://']) {
      noteTags(sign.repeat(100_000 / sign.length) + ' #x');
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
