import type { DraftBlock } from '../../../core/text/draft.ts';
import { between, seeded, type Random } from './random.ts';
import { vocabulary, zipfWord } from './words.ts';

export interface MadeText {
  readonly title: string;
  /** Markdown that an importer reads as exactly these blocks. */
  readonly source: string;
  readonly drafts: readonly DraftBlock[];
}

/** A text of about so many characters, in chapters of some dozens of paragraphs; the same for the same seed. */
export function makeText(title: string, characters: number, seed: number): MadeText {
  const random = seeded(seed);
  const words = vocabulary(random, 6000);
  const drafts: DraftBlock[] = [heading(1, title)];
  let length = title.length;
  let left = 0;
  for (let chapter = 1; length < characters;) {
    const draft =
      left === 0
        ? heading(
            2,
            `Chapter ${chapter++}: ${capital(phrase(random, words, between(random, 2, 5)))}`,
          )
        : paragraph(random, words);
    left = left === 0 ? between(random, 35, 90) : left - 1;
    drafts.push(draft);
    length += draft.text.length + 2;
  }
  const source = drafts.map((draft) => sourceOf(draft)).join('\n\n');
  return { title, source: `${source}\n`, drafts };
}

type Draft = Extract<DraftBlock, { kind: 'heading' | 'paragraph' }>;

const place = { inlines: [], quote: 0, list: null } as const;

function heading(level: 1 | 2, text: string): Draft {
  return { kind: 'heading', level, text, ...place };
}

function paragraph(random: Random, words: readonly string[]): Draft {
  const sentences = Array.from({ length: between(random, 2, 9) }, () => sentence(random, words));
  return { kind: 'paragraph', text: sentences.join(' '), ...place };
}

function sentence(random: Random, words: readonly string[]): string {
  const first = phrase(random, words, between(random, 3, 12));
  const more = random() < 0.5 ? `, ${phrase(random, words, between(random, 3, 11))}` : '';
  return `${capital(first + more)}${random() < 0.08 ? '?' : '.'}`;
}

function phrase(random: Random, words: readonly string[], count: number): string {
  return Array.from({ length: count }, () => zipfWord(random, words)).join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sourceOf(draft: DraftBlock): string {
  if (draft.kind === 'heading') return `${'#'.repeat(draft.level)} ${draft.text}`;
  if (draft.kind === 'paragraph') return draft.text;
  throw new Error(`no Markdown for ${draft.kind}`);
}
