import { describe, expect, it } from 'vitest';
import { parseLooseXml, parseXml, textOf, type XmlNode } from '../../../main/importers/xml.ts';

const written = (node: XmlNode | null): string =>
  node === null || typeof node === 'string'
    ? (node ?? '')
    : `<${node.name}>${node.children.map(written).join('')}</${node.name}>`;

describe('XML', () => {
  it('is read with its names, attributes and entities', () => {
    const source =
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "no">]><x:a y:b="caf&eacute; &#65;">1 &amp;nbsp;&nbsp;<b/><![CDATA[&amp;]]>&b;</x:a>';
    const { root, wellFormed } = parseXml(source);
    expect(root).toMatchObject({ name: 'x:a', local: 'a', attributes: { 'y:b': 'café A' } });
    expect(written(root)).toBe('<x:a>1 &nbsp;\u00a0<b></b>&amp;&b;</x:a>');
    expect(wellFormed).toBe(true);
  });

  it.each(['<a><b></a>', '<a>', '<a></b></a>', '<a><b></a></b>'])(
    'says that %s is loose',
    (xml) => {
      expect(parseXml(xml).wellFormed).toBe(false);
    },
  );

  it('is read loosely as HTML, but with elements that close themselves', () => {
    const { root } = parseLooseXml(
      '<HTML><title/><script src=x /><p>a<br>b<p>c</P><ul><li>1<li><a id=x />2</ul><table><tr><td>d<tr><td>e</table>&copy f</HTML>',
    );
    expect(written(root)).toBe(
      '<html><title></title><script></script><p>a<br></br>b</p><p>c</p><ul><li>1</li><li><a></a>2</li></ul>' +
        '<table><tr><td>d</td></tr><tr><td>e</td></tr></table>© f</html>',
    );
  });

  it('costs no more than its length when it is deep or closes what is not open', () => {
    const { root } = parseXml(`<r>${'<a>'.repeat(400_000)}deep`);
    expect(root === null ? '' : textOf(root)).toBe('deep');
    const { wellFormed } = parseXml('<a>'.repeat(100_000) + '</b>'.repeat(400_000));
    expect(wellFormed).toBe(false);
  });
});
