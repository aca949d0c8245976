import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { toMarkdown } from '../../../core/exchange/markdown.ts';
import { exportable, heading, paragraph, tag, uuid, worldly } from './sample.ts';

/** The text that a Markdown reader shows of each quotation. */
function quotations(markdown: string): string[] {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
  const textOf = (node: object): string => {
    if ('value' in node) return String(node.value);
    const children: unknown = 'children' in node ? node.children : [];
    return (children as readonly object[]).map(textOf).join('');
  };
  return fromMarkdown(body)
    .children.filter((node) => node.type === 'blockquote')
    .map((quote) => quote.children.map(textOf).join('\n\n'));
}

describe('toMarkdown', () => {
  it('reads as notes under the headings of the text', () => {
    const document = exportable(
      [
        heading(1, 'On “Reading”'),
        heading(2, 'First'),
        paragraph('One two three.'),
        paragraph('Four five.'),
        heading(2, 'Second'),
        paragraph('Six seven.'),
      ],
      [
        { on: 'seven' },
        { on: 'three.\n\nFour', tags: [uuid(2)], note: 'A **note**.' },
        { on: 'One' },
      ],
      [tag(1, 'source'), tag(2, 'by hearsay', uuid(1))],
    );
    expect(toMarkdown(document).text).toBe(`---
title: "On “Reading”"
author: "Ana: “A”"
source: "on reading.txt"
date: "2026-01-02"
---

# On “Reading”

## First

> One

^${uuid(102)}

> three.
>
> Four

^${uuid(101)}

#source/by-hearsay

A **note**.

## Second

> seven

^${uuid(100)}
`);
  });

  it('keeps every quote as plain text inside its quotation', () => {
    const hard = [
      '# no heading',
      '- no list',
      '1. no list',
      '*a* _b_ `c` [d](e) <i>f</i> ~~g~~ ==h== &amp; \\ $x$',
      '> no quote',
      '--- no rule',
      '===',
    ];
    const document = exportable(
      hard.map(paragraph),
      hard.map((on) => ({ on })),
    );
    expect(quotations(toMarkdown(document).text)).toEqual(hard);
  });

  it('keeps scripts and emoji as they are, and tags that a note program can read', () => {
    expect(quotations(toMarkdown(worldly()).text)).toEqual([
      '𝒳 be',
      '👩‍👩‍👧',
      'قال الكاتب',
      '读书破万卷',
      'End',
    ]);
    const document = exportable(
      [paragraph('One.')],
      [{ on: 'One', tags: [uuid(1), uuid(2), uuid(3)] }],
      [tag(1, '1984'), tag(2, '读书 📚'), tag(3, 'why? (really)')],
    );
    expect(toMarkdown(document).text).toContain('#_1984 #读书-📚 #why-really');
  });

  it('has properties that any YAML reader takes, and no more than a title without marks', () => {
    const { text } = toMarkdown(exportable([paragraph('Nothing.')]));
    const [, yaml = '', rest] = text.split(/^---$/m);
    expect(parse(yaml)).toMatchObject({ title: 'On “Reading”', author: 'Ana: “A”' });
    expect(rest?.trim()).toBe('# On “Reading”');
  });

  it('refuses a mark whose place does not hold its quote', () => {
    const { text, refused } = toMarkdown(
      exportable([paragraph('One two.')], [{ on: 'One', span: { start: 4, end: 7 } }]),
    );
    expect(quotations(text)).toEqual([]);
    expect(refused).toHaveLength(1);
  });
});
