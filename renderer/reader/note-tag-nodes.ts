import { noteTags } from '../../core/codebook/note-tags.ts';

interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly position?: { readonly start: { readonly offset?: number } };
  readonly data?: { readonly hName: string };
  children?: MarkdownNode[] | undefined;
}

/** Sets the `#tags` of a note apart as elements of their own, `data`, which the note's drawing shows as chips. */
export function noteTagNodes() {
  return (root: MarkdownNode, file: { readonly value: unknown }): void => {
    const source = String(file.value);
    const tags = noteTags(source);
    const walk = (node: MarkdownNode): void => {
      node.children = node.children?.flatMap((child) => {
        if (child.type !== 'text') {
          walk(child);
          return child;
        }
        return cut(child);
      });
    };
    const cut = (node: MarkdownNode): MarkdownNode[] => {
      const { value = '', position } = node;
      const from = position?.start.offset;
      // What was written with escapes is not what is shown: its places are others.
      if (from === undefined || source.slice(from, from + value.length) !== value) return [node];
      const parts: MarkdownNode[] = [];
      let at = 0;
      for (const { start, end } of tags) {
        if (start < from + at || end > from + value.length) continue;
        parts.push({ type: 'text', value: value.slice(at, start - from) });
        const name = { type: 'text', value: value.slice(start - from, end - from) };
        parts.push({ type: 'noteTag', data: { hName: 'data' }, children: [name] });
        at = end - from;
      }
      return [...parts, { type: 'text', value: value.slice(at) }];
    };
    if (tags.length > 0) walk(root);
  };
}
