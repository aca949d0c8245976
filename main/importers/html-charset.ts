// The encoding that an HTML document declares in its first bytes, by the prescan of the HTML standard, simplified.

const comment = /<!--[\s\S]*?(?:-->|$)/g;
const meta = /<meta[\s/][^>]*>/gi;
const attribute = (name: string): RegExp =>
  new RegExp(`[\\s/"']${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
const charset = attribute('charset');
const content = attribute('content');

/** Takes one character to a byte, as every encoding that can be declared so agrees on ASCII. */
export function declaredCharset(head: string): string | null {
  const xml = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/i.exec(head);
  for (const [tag] of head.replace(comment, '').matchAll(meta)) {
    const direct = value(charset.exec(tag));
    if (direct !== null) return direct;
    const described = value(content.exec(tag));
    const named = /charset\s*=\s*["']?([^\s;"']+)/i.exec(described ?? '');
    if (named?.[1] !== undefined) return named[1].toLowerCase();
  }
  return xml?.[1]?.trim().toLowerCase() ?? null;
}

function value(match: RegExpExecArray | null): string | null {
  const found = (match?.[1] ?? match?.[2] ?? match?.[3])?.trim().toLowerCase();
  return found === undefined || found === '' ? null : found;
}
