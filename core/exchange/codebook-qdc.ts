import type { CodebookEntry, CodebookFault } from '../codebook/codebook-entry.ts';
import { exportMessages as messages } from '../messages/en/exports.ts';
import { inTree } from '../codebook/tag-names.ts';
import type { Tag } from '../model/tag.ts';
import { codeText, rulesIn } from './code-text.ts';
import { hexOf, nearestColour } from './hex-colours.ts';
import { readXml, xmlText, type XmlElement } from './xml-reader.ts';

const namespace = 'urn:QDA-XML:codebook:1.0';

/** A REFI-QDA codebook (`.qdc`): codes nested as the tags are, each under its own lasting id. */
export function codebookToQdc(tags: readonly Tag[]): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<CodeBook xmlns="${namespace}" origin="${xmlText(messages.generator)}">`,
    '<Codes>',
  ];
  let depth = 0;
  const close = (to: number): void => {
    for (; depth > to; depth--) lines.push('</Code>');
  };
  for (const { tag, path } of inTree(tags)) {
    close(path.length - 1);
    lines.push(
      `<Code guid="${tag.id}" name="${xmlText(tag.name)}" isCodable="true" color="${hexOf(tag.colour)}">`,
    );
    depth = path.length;
    const text = codeText(tag);
    if (text !== '') lines.push(`<Description>${xmlText(text)}</Description>`);
  }
  close(0);
  return `${[...lines, '</Codes>', '</CodeBook>'].join('\n')}\n`;
}

export function codebookFromQdc(source: string): readonly CodebookEntry[] | CodebookFault {
  const root = readXml(source);
  if ('problem' in root) return root;
  // A project holds the same element.
  const book = root.name === 'CodeBook' ? root : child(root, 'CodeBook');
  if (book === undefined) return { problem: 'no-codebook', line: 1 };
  const codes = child(book, 'Codes');
  return codes === undefined ? [] : entriesOf(codes, []);
}

function entriesOf(parent: XmlElement, above: readonly string[]): readonly CodebookEntry[] {
  return parent.children.flatMap((code): readonly CodebookEntry[] => {
    if (code.name !== 'Code') return [];
    const path = [...above, (code.attributes.get('name') ?? '').trim()];
    const guid = code.attributes.get('guid')?.replace(/[{}]/g, '').toLowerCase() ?? null;
    const colour = nearestColour(code.attributes.get('color') ?? '');
    const rules = rulesIn(child(code, 'Description')?.text ?? '');
    return [{ guid, path, colour, ...rules }, ...entriesOf(code, path)];
  });
}

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((each) => each.name === name);
}
