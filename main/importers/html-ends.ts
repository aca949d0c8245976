const xmlStart = /^[\s\ufeff]*<\?xml\s|\sxmlns\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml["']/;
const headLength = 4096;
const closed = /<([a-z][a-z0-9]*)(\s[^<>]*)?\/>/gi;
const withoutEnd = new Set(
  'area base basefont br col embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);

/**
 * A page that calls itself XML closes what is empty in its own tag. For HTML that tag is open: a script would take all of
 * the page with it. Such tags get their ends.
 */
export function withEnds(html: string): string {
  if (!xmlStart.test(html.slice(0, headLength))) return html;
  return html.replace(closed, (tag, name: string, attributes = '') =>
    withoutEnd.has(name.toLowerCase()) ? tag : `<${name}${String(attributes)}></${name}>`,
  );
}
