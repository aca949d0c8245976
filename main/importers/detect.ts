import { isSubtitles } from './cues.ts';
import { xmlKind } from './detect-xml.ts';
import { looksLikeHtml, startsWithTag } from './html-start.ts';
import type { SourceKind } from './importers.ts';
import { isTranscript } from './transcript-turns.ts';

const markdownNames = /\.(?:md|markdown|mdown|mkd|mkdn|mdtext)$/i;
const subtitleNames = /\.(?:srt|vtt|sbv|ass|ssa)$/i;
const spokenNames = /(?:^|[/\\])[^.]*$|\.(?:txt|text)$/i;
const textNames = /\.(?:txt|text|log|csv|tsv|json|ya?ml|tex|org|rst|adoc)$/i;

/**
 * The format of a decoded text: what it begins with counts first, then its name. A Markdown or text file may begin with
 * a tag or two, so for those only a whole HTML document is one.
 */
export function detectFormat(text: string, name: string): SourceKind {
  const head = text.slice(0, 8192);
  if (isSubtitles(head) || subtitleNames.test(name)) return 'subtitles';
  const xml = xmlKind(head);
  if (xml !== null) return xml;
  if (looksLikeHtml(head, name)) return 'html';
  if (markdownNames.test(name)) return 'markdown';
  if (spokenNames.test(name) && isTranscript(text)) return 'transcript';
  if (textNames.test(name)) return 'text';
  return startsWithTag(head) && /<\/[a-z][a-z0-9]*\s*>/i.test(text) ? 'html' : 'text';
}

const sample = 200_000;
const mostControls = 0.02;

/** NUL characters, or more control characters than any text has. */
export function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const length = Math.min(text.length, sample);
  let odd = 0;
  for (let index = 0; index < length; index += 1) if (isOdd(text.charCodeAt(index))) odd += 1;
  return odd > Math.max(2, length * mostControls);
}

/** Controls other than white space and Escape, which colours logs; broken characters, which no encoding explains. */
function isOdd(unit: number): boolean {
  if (unit === 0xfffd) return true;
  if (unit < 0x20) return !(unit >= 0x09 && unit <= 0x0d) && unit !== 0x1b;
  return unit >= 0x7f && unit < 0xa0 && unit !== 0x85;
}
