import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSource } from '../../../main/importers/parse-source.ts';
import { f1, wordsOf } from './word-score.ts';

// Real PDFs, and what another program reads in them. Neither is part of this project: skipped where absent.
const corpus = resolve(import.meta.dirname, '../../../../shared/corpus/pdf');
const reader = spawnSync('pdftotext', ['-v']).error === undefined;

/** Ordinary text: not forms, not drawings, not files made to break readers. */
const ordinary = new Set([
  'bug1937438_af_from_latex.pdf',
  'chrome-text-selection-markedContent.pdf',
  'file_pdfjs_test.pdf',
  'issue11656.pdf',
  'issue15053.pdf',
  'issue16500.pdf',
  'issue840.pdf',
  'issue8570.pdf',
  'standard_fonts.pdf',
  'tracemonkey.pdf',
  'tracemonkey_a11y.pdf',
  'tracemonkey_with_annotations.pdf',
]);

describe.runIf(existsSync(corpus) && reader)('real PDFs', () => {
  it('have the words that another reader finds', { timeout: 240_000 }, async () => {
    const rows: { readonly name: string; readonly score: number; readonly facts: string }[] = [];
    for (const name of readdirSync(corpus).sort()) {
      const bytes = new Uint8Array(readFileSync(join(corpus, name)));
      const begun = performance.now();
      const result = await parseSource(bytes, name, { variant: 'page' });
      const time = Math.round(performance.now() - begun);
      if (!result.ok) {
        expect(result.error.message).toContain(name);
        rows.push({ name, score: -1, facts: `${time} ms: ${result.error.message}` });
        continue;
      }
      const { content, pages } = result.value;
      const other = ordinaryText(join(corpus, name));
      const score = other === null ? NaN : f1(wordsOf(content.text), wordsOf(other));
      const notices = content.notices?.map(({ kind }) => kind).join(' ') ?? '';
      const marks = content.marks?.length ?? 0;
      rows.push({
        name,
        score,
        facts: `${pages?.length ?? 0} pages, ${time} ms, ${marks} marks ${notices}`,
      });
    }
    if (process.env['SHOW_TABLE'] !== undefined) {
      for (const { name, score, facts } of rows) console.log(name, score.toFixed(3), facts);
    }
    const poor = rows.filter(({ name, score }) => ordinary.has(name) && score < 0.97);
    expect(poor).toEqual([]);
  });
});

function ordinaryText(path: string): string | null {
  try {
    return execFileSync('pdftotext', [path, '-'], {
      timeout: 5_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString();
  } catch {
    return null;
  }
}
