import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LightDocument, LightElement } from '../../../main/importers/light-element.ts';
import type { LightChild, LightText } from '../../../main/importers/light-node.ts';

const document = new LightDocument();
const made = (name: string, ...nodes: readonly LightChild[]): LightElement => {
  const element = document.createElement(name);
  for (const node of nodes) element.appendChild(node);
  return element;
};
const text = (value: string): LightText => document.createTextNode(value);

describe('The tree that an article is looked for in', () => {
  it('finds elements in the order of the text, however their names are written', () => {
    const root = made('div', made('p', made('B', text('1'))), text('2'), made('ul', made('b')));
    const names = (found: readonly { readonly localName: string }[]): string[] =>
      found.map(({ localName }) => localName);
    expect(names(root.querySelectorAll('UL,b'))).toEqual(['b', 'ul', 'b']);
    expect(names(root.getElementsByTagName('*'))).toEqual(['p', 'b', 'ul', 'b']);
    expect(names(made('p', made('b')).getElementsByTagName('P'))).toEqual([]);
    expect(root.textContent).toBe('12');
  });

  it('keeps neighbours, children and text together through any changes', () => {
    const step = fc.record({ kind: fc.constantFrom('add', 'remove', 'replace'), at: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const root = made('div');
        const kept: LightChild[] = [];
        steps.forEach(({ kind, at }, number) => {
          const old = kept[at];
          const node = number % 3 === 0 ? text(String(number)) : made('p', text(String(number)));
          if (kind === 'add' || old === undefined) kept.push(root.appendChild(node));
          else if (kind === 'remove') {
            old.remove();
            kept.splice(at, 1);
          } else {
            root.replaceChild(node, old);
            kept[at] = node;
          }
        });
        const elements = kept.filter((node) => node instanceof LightElement);
        expect(root.childNodes).toEqual(kept);
        expect(root.children).toEqual(elements);
        expect(root.lastChild).toBe(kept.at(-1) ?? null);
        expect(root.firstElementChild).toBe(elements[0] ?? null);
        expect(elements[0]?.nextElementSibling ?? null).toBe(elements[1] ?? null);
        expect(elements.at(-1)?.previousElementSibling ?? null).toBe(elements.at(-2) ?? null);
        expect(root.textContent).toBe(kept.map(({ textContent }) => textContent).join(''));
      }),
    );
  });

  it('puts back what was set aside, whatever became of it', () => {
    const first = made('p', text('a'), made('i', text('b')));
    const root = made('body', first, text('c'));
    first.setAttribute('class', 'x');
    const held = root.innerHTML;
    for (const times of [1, 2]) {
      root.firstChild?.remove();
      root.appendChild(text(String(times)));
      root.innerHTML = held;
      expect(root.textContent).toBe('abc');
      expect(root.children[0]?.getAttribute('class')).toBe('x');
    }
  });
});
