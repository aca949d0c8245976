import { isIdeograph } from './pdf-fragments.ts';

/** How two lines of a paragraph meet: what of the first one's end is dropped, and what stands between them. */
export interface Meeting {
  readonly drop: number;
  readonly between: '' | ' ';
}

const hyphenEnd = /\p{L}[-\u2010]$/u;

/** `compounds` are the words with hyphens or inner capitals that stand inside lines. */
export function meeting(before: string, after: string, compounds: ReadonlySet<string>): Meeting {
  if (before.endsWith('\u00ad')) return { drop: 1, between: '' };
  if (hyphenEnd.test(before)) {
    if (/^\p{Ll}/u.test(after)) {
      const first = /[\p{L}\p{M}\p{N}'’-]*[-\u2010]$/u.exec(before.slice(-60))?.[0] ?? '';
      const second = /^[\p{L}\p{M}\p{N}]*/u.exec(after)?.[0] ?? '';
      const compound = (first + second).replace(/\u2010/g, '-').toLowerCase();
      return { drop: compounds.has(compound) ? 0 : 1, between: '' };
    }
    const whole =
      (/\p{L}+[-\u2010]$/u.exec(before)?.[0] ?? '').slice(0, -1) +
      (/^\p{L}+/u.exec(after)?.[0] ?? '');
    if (compounds.has(whole)) return { drop: 1, between: '' };
    return { drop: 0, between: /^[\p{Lu}\p{N}]/u.test(after) ? '' : ' ' };
  }
  if (/\p{N}[-\u2010\u2013]$/u.test(before) && /^\p{N}/u.test(after))
    return { drop: 0, between: '' };
  if (isIdeograph(before.at(-1)) && isIdeograph(after[0])) return { drop: 0, between: '' };
  if (/[\u2014/]$/u.test(before) && /^\p{L}/u.test(after)) return { drop: 0, between: '' };
  return { drop: 0, between: ' ' };
}

/** The words of a line with a hyphen, in lower case, and those with a capital inside (TraceMonkey). */
export function collectCompounds(text: string, into: Set<string>): void {
  if (into.size > 200_000) return;
  for (const [word] of text.matchAll(/\p{L}*\p{Ll}\p{Lu}\p{L}+/gu)) into.add(word);
  if (!text.includes('-')) return;
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}'’]+(?:-[\p{L}\p{M}\p{N}]+)+/gu)) {
    into.add(word.toLowerCase());
  }
}
