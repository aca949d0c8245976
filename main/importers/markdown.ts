import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { noDetails } from '../../core/model/document.ts';
import type { DraftBlock } from '../../core/text/draft.ts';
import { readFrontMatter } from './front-matter.ts';
import type { ImportedDraft, Source } from './imported-draft.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { borrowed, definitionsOf, markdownParts } from './markdown-parts.ts';
import { titleFromName } from './title.ts';

const matter = ['yaml', 'toml'] as const;

/** CommonMark with GitHub's tables, tasks, strikes, footnotes and bare addresses, and front matter. */
export function importMarkdown(source: Source): ImportedDraft {
  const { name } = source;
  const root = parse(source.text());
  const first = root.children[0];
  const facts = first?.type === 'yaml' ? readFrontMatter(first.value) : null;
  // Front matter that says nothing clear is shown, not lost.
  const shown = facts === null ? asCode(first) : [];
  const blocks = [...shown, ...markdownBlocks(withoutMatter(root))];
  return {
    title: facts?.title ?? firstHeading(blocks) ?? titleFromName(name),
    details: facts?.details ?? noDetails,
    blocks,
  };
}

function parse(source: string): Root {
  const parts = markdownParts(source);
  const definitions = parts.length === 1 ? new Map<string, string>() : definitionsOf(source);
  return {
    type: 'root',
    children: parts.flatMap(({ text, plain }, index): RootContent[] => {
      if (plain) return [{ type: 'paragraph', children: [{ type: 'text', value: text }] }];
      // Only the text's own beginning can be front matter.
      const names = index === 0 ? [...matter] : [];
      const { children } = fromMarkdown(text + borrowed(text, definitions), {
        extensions: [gfm(), frontmatter(names)],
        mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(names)],
      });
      return children.filter((node) => (node.position?.start.offset ?? 0) < text.length);
    }),
  };
}

function isMatter(node: RootContent | undefined): node is RootContent & { value: string } {
  return node !== undefined && matter.some((type) => type === node.type);
}

function asCode(node: RootContent | undefined): DraftBlock[] {
  if (!isMatter(node)) return [];
  return [{ kind: 'code', text: node.value, language: node.type, quote: 0, list: null }];
}

function withoutMatter(root: Root): Nodes & Root {
  return isMatter(root.children[0]) ? { ...root, children: root.children.slice(1) } : root;
}

function firstHeading(blocks: readonly DraftBlock[]): string | null {
  const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1);
  if (heading?.kind !== 'heading') return null;
  const line = heading.text.replace(/\s+/g, ' ').trim();
  return line === '' ? null : line;
}
