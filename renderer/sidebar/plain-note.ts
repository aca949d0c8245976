import { fromMarkdown } from 'mdast-util-from-markdown';

interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly MarkdownNode[];
}

const longest = 1200;
const blocks = new Set(['paragraph', 'heading', 'listItem', 'blockquote', 'code', 'break']);

/** The words of a Markdown note without its signs, for the few lines of a card. */
export function plainNote(markdown: string): string {
  // Most marks have none, and the parser costs half a millisecond even then.
  if (markdown === '') return '';
  const root: MarkdownNode = fromMarkdown(markdown.slice(0, longest));
  return textOf(root).replace(/\s+/gu, ' ').trim();
}

function textOf(node: MarkdownNode): string {
  const inside = node.value ?? node.children?.map(textOf).join('') ?? '';
  return blocks.has(node.type) ? `${inside} ` : inside;
}
