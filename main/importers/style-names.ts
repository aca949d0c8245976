/** What the style of a paragraph makes of it. */
export type StyleRole = { readonly heading: number } | 'title' | 'quote' | 'code';

// What word processors call the first heading in their languages, and so the ids of those styles.
const heading =
  /^(?:heading|berschrift|überschrift|titre|ttulo|título|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nagwek|nadpis|címsor|cmsor|заголовок|başlık|balk|titlu|naslov|επικεφαλίδα|見出し|标题|標題|제목)[ _]*(\d)(?:[ _]*(?:char|zchn))?$/i;
const title =
  /^(?:title|titel|titre|titolo|título|ttulo|tittel|otsikko|tytuł|název|cím|название|title0|标题|書名)$/i;
const quote =
  /^(?:(?:intense )?quote|block ?text|quotations?|zitat|citation|cita|citazione|block ?quote)$/i;
const code =
  /^(?:source ?code|html preformatted|preformatted(?: text)?|code(?: block)?|plain text code|macro(?: text)?)$/i;

/** By a style's name, which is English in most files whatever the language of the program, or by its id. */
export function styleRole(name: string): StyleRole | null {
  const level = heading.exec(name)?.[1];
  if (level !== undefined && level !== '0') return { heading: Number(level) };
  if (title.test(name)) return 'title';
  if (quote.test(name)) return 'quote';
  return code.test(name) ? 'code' : null;
}
