/** In bytes: what of a file is looked at. */
export const messageHead = 32_768;

const archiveNames = /\.mht(?:ml)?$/i;
const mailNames = /\.(?:eml|emlx|mbox|mbx)$/i;
const plainNames = /(?:^|[/\\])[^.]*$|\.(?:txt|text)$/i;
/** Fields that only programs write. */
const written = ['received', 'return-path', 'message-id', 'mime-version', 'delivered-to'];
const known = new Set([
  ...written,
  ...'from to cc bcc subject date sender reply-to content-type in-reply-to references'.split(' '),
  ...'content-transfer-encoding content-location snapshot-content-location x-mailer'.split(' '),
]);

/** Whether bytes, one character to each, begin like a mail or a web archive: with header fields that belong to one. */
export function messageKind(head: string, name: string): 'mail' | 'mhtml' | null {
  const fields = fieldsOf(head.replace(/^(?:\xef\xbb\xbf)?\s*(?:\d{1,12}[ \t]*\r?\n)?/, ''));
  const count = [...fields.keys()].filter((field) => known.has(field)).length;
  const has = (field: string): boolean => fields.has(field);
  const isWritten = written.some(has);
  const sent = has('from') || has('received') || has('return-path');
  if (archiveNames.test(name) ? count === 0 : !isArchive(fields)) {
    if (mailNames.test(name)) return count > 0 ? 'mail' : null;
    const plain = plainNames.test(name) && has('from') && has('subject');
    return count >= 3 && sent && (isWritten || plain) ? 'mail' : null;
  }
  // A mail keeps its kind under any name.
  const mail = has('received') || (has('message-id') && has('to'));
  return mail && !isArchive(fields) ? 'mail' : 'mhtml';
}

function isArchive(fields: ReadonlyMap<string, string>): boolean {
  if (fields.has('snapshot-content-location')) return true;
  if (/^<?\s*saved by /i.test(fields.get('from')?.replace(/^"/, '') ?? '')) return true;
  if (['from', 'received', 'to', 'message-id'].some((field) => fields.has(field))) return false;
  const type = fields.get('content-type') ?? '';
  if (/^multipart\/related/i.test(type)) return true;
  return /^text\/html/i.test(type) && fields.has('content-location');
}

/** Header fields up to the first line that is none. */
function fieldsOf(head: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [index, line] of head.split(/\r?\n/, 400).entries()) {
    const match = /^([A-Za-z][A-Za-z0-9-]*)[ \t]*:[ \t]*(.*)$/.exec(line);
    if (match !== null) {
      const name = (match[1] ?? '').toLowerCase();
      if (!fields.has(name)) fields.set(name, match[2] ?? '');
    } else if (!(index === 0 && line.startsWith('From ')) && !/^[ \t>]/.test(line)) {
      break;
    }
  }
  return fields;
}
