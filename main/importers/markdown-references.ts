import type { FootnoteDefinition, Nodes } from 'mdast';

/** Where references lead: link definitions, and footnotes numbered as the text names them. */
export class MarkdownReferences {
  private readonly addresses = new Map<string, string>();
  private readonly notes = new Map<string, FootnoteDefinition>();
  private readonly numbers = new Map<string, number>();

  constructor(root: Nodes) {
    const waiting: Nodes[] = [root];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      // The first definition of a name counts; the walk goes backwards, so later ones are overwritten.
      if (node.type === 'definition') this.addresses.set(node.identifier, node.url);
      if (node.type === 'footnoteDefinition') this.notes.set(node.identifier, node);
      if ('children' in node) waiting.push(...node.children);
    }
  }

  address(identifier: string): string | null {
    return this.addresses.get(identifier) ?? null;
  }

  /** The number of a footnote, given when it is first named. */
  footnote(identifier: string): number {
    const number = this.numbers.get(identifier) ?? this.numbers.size + 1;
    this.numbers.set(identifier, number);
    return number;
  }

  /** The next note in the order of the numbers, and at last those that the text never names; each once. */
  takeNote(): { readonly number: number; readonly note: FootnoteDefinition } | null {
    const identifier =
      [...this.numbers.keys()].find((named) => this.notes.has(named)) ??
      // Gathered backwards, so the first of the source is the last here.
      [...this.notes.keys()].at(-1);
    const note = identifier === undefined ? undefined : this.notes.get(identifier);
    if (identifier === undefined || note === undefined) return null;
    this.notes.delete(identifier);
    return { number: this.footnote(identifier), note };
  }
}
