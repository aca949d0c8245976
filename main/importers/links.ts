const kept = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address a link may keep as data: the web, mail, or a place in the same text. Relative ones only where the source
 * says what they are relative to; code, files and data addresses never.
 */
export function linkTarget(href: string | null, base: URL | null): string | null {
  if (href === null) return null;
  const trimmed = href.trim();
  if (trimmed === '' || trimmed.length > 4000) return null;
  if (trimmed.startsWith('#')) return trimmed.length > 1 ? trimmed : null;
  const url = tryUrl(trimmed, base);
  return url !== null && kept.has(url.protocol) ? url.href : null;
}

/** A base is of use only if it is an address on the web. */
export function baseAddress(...candidates: readonly (string | null)[]): URL | null {
  for (const candidate of candidates) {
    const url = candidate === null ? null : tryUrl(candidate.trim(), null);
    if (url !== null && (url.protocol === 'http:' || url.protocol === 'https:')) return url;
  }
  return null;
}

function tryUrl(text: string, base: URL | null): URL | null {
  if (base === null ? !URL.canParse(text) : !URL.canParse(text, base.href)) return null;
  return base === null ? new URL(text) : new URL(text, base);
}
