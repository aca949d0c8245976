import type { PhrasingContent } from 'mdast';
import type { InlineStyle } from '../../core/model/block.ts';
import { linkTarget } from './links.ts';
import { htmlText } from './html-text.ts';
import type { MarkdownReferences } from './markdown-references.ts';
import type { TextRun } from './text-run.ts';

const styles: Readonly<Partial<Record<PhrasingContent['type'], InlineStyle>>> = {
  strong: 'strong',
  emphasis: 'emphasis',
  delete: 'strike',
};

/** Writes the content of a line with its styles and links. HTML in it is only ever its text. */
export function writePhrasing(
  nodes: readonly PhrasingContent[],
  run: TextRun,
  references: MarkdownReferences,
): void {
  const inside = (inline: { style: InlineStyle } | { href: string } | null, write: () => void) => {
    if (inline !== null) run.start(inline);
    write();
    if (inline !== null) run.end();
  };
  const link = (address: string | null) => {
    const href = linkTarget(address, null);
    return href === null ? null : { href };
  };
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
        run.write(node.value);
        break;
      case 'inlineCode':
        inside({ style: 'code' }, () => run.writeVerbatim(node.value));
        break;
      case 'break':
        run.breakLine();
        break;
      case 'html':
        if (/^<br\s*\/?>$/i.test(node.value)) run.breakLine();
        else run.write(htmlText(node.value));
        break;
      case 'strong':
      case 'emphasis':
      case 'delete':
        inside({ style: styles[node.type] ?? 'strong' }, () =>
          writePhrasing(node.children, run, references),
        );
        break;
      case 'link':
        inside(link(node.url), () => writePhrasing(node.children, run, references));
        break;
      case 'linkReference':
        inside(link(references.address(node.identifier)), () =>
          writePhrasing(node.children, run, references),
        );
        break;
      case 'image':
      case 'imageReference':
        if (node.alt !== null && node.alt !== undefined && node.alt.trim() !== '') {
          run.writeAlternative({ text: node.alt.trim() });
        }
        break;
      case 'footnoteReference':
        inside({ style: 'sup' }, () => run.write(`[${references.footnote(node.identifier)}]`));
        break;
      default:
        break;
    }
  }
}
