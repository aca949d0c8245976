import { noDetails, type DocumentDetails, type SourceNotice } from '../../core/model/document.ts';
import { BlockWriter, inText } from './block-writer.ts';
import type { ImportedDraft, Source } from './imported-draft.ts';
import { OfficeComments, type Comment } from './office-comments.ts';
import { OfficeNotes } from './office-notes.ts';
import { counted } from './office-pictures.ts';
import type { RtfContext } from './rtf-context.ts';
import { RtfFonts } from './rtf-fonts.ts';
import { RtfStyles } from './rtf-place.ts';
import type { RtfRange } from './rtf-state.ts';
import { RtfWalk } from './rtf-walk.ts';
import { titleFromName } from './title.ts';

/** Rich Text Format, by a tokenizer and a machine of our own: what there is for it knows too few code pages. */
export function importRtf(source: Source): ImportedDraft {
  const { bytes, name } = source;
  const writer = new BlockWriter(source);
  const notes = new OfficeNotes();
  const noteRanges = new Map<string, RtfRange>();
  const texts = new Map<string, Comment>();
  const pictures = new Map<string, Uint8Array>();
  const context: RtfContext = {
    bytes,
    fonts: new RtfFonts(),
    styles: new RtfStyles(),
    font: 0,
    facts: new Map(),
    comments: new OfficeComments(writer),
    comment: { id: null, author: null, date: null },
    seen: { changes: false, damaged: false, formulas: 0 },
    mostDepth: 8,
    note: (range, into, look) => {
      const key = `${noteRanges.size + 1}`;
      noteRanges.set(key, range);
      notes.refer(key, { label: `[${key}]`, own: false }, into, look);
    },
    annotate: (range) => {
      const { author } = context.comment;
      Object.assign(context.comment, { id: null, date: null });
      const apart = new BlockWriter(source);
      new RtfWalk(context, apart, range.depth, range.state).read(range.start, range.end);
      const text = apart
        .take()
        .map((block) => ('text' in block ? block.text : ''))
        .join('\n')
        .trim();
      const { id, date } = context.comment;
      const key = id ?? `#${texts.size}`;
      if (!texts.has(key)) texts.set(key, { author, date: dateOf(date), text });
      context.comments.point(key);
      Object.assign(context.comment, { id: null, author: null, date: null });
    },
    picture: (picture, into) => {
      const key = `${pictures.size + 1}`;
      pictures.set(key, picture);
      into.line.picture(key, '');
    },
  };
  // What stands before the first group, such as a mark of bytes, is no text.
  new RtfWalk(context, writer, 0).read(Math.max(bytes.indexOf(0x7b), 0), bytes.length);
  writer.end(inText);
  notes.finish(writer, (note) => {
    const range = noteRanges.get(note.key);
    if (range === undefined) return;
    notes.begin(note, writer);
    new RtfWalk(context, writer, range.depth, range.state, true).read(range.start, range.end);
    writer.end(inText);
  });
  return {
    title: context.facts.get('title') || titleFromName(name),
    details: detailsOf(context.facts),
    blocks: writer.take(),
    pictures,
    marks: context.comments.marks(texts),
    notices: noticesOf(context),
  };
}

function detailsOf(facts: ReadonlyMap<string, string>): DocumentDetails {
  const [year, month, day] = ['yr', 'mo', 'dy'].map((part) => facts.get(`creatim:${part}`) ?? '');
  const two = (part = ''): string => part.padStart(2, '0');
  return {
    ...noDetails,
    author: facts.get('author') || null,
    date: /^\d{4}$/.test(year ?? '') ? `${year}-${two(month)}-${two(day)}` : null,
    more: ['subject', 'keywords', 'doccomm'].flatMap((name) => {
      const value = facts.get(name) ?? '';
      return value === '' ? [] : [{ name: name === 'doccomm' ? 'description' : name, value }];
    }),
  };
}

/** Minutes, hours, days, months and years in the bits of one number. */
function dateOf(text: string | null): string | null {
  const bits = text !== null && /^-?\d{1,10}$/.test(text) ? Number(text) >>> 0 : 0;
  if (bits === 0) return null;
  const [minute, hour, day] = [bits & 0x3f, (bits >> 6) & 0x1f, (bits >> 11) & 0x1f];
  const [month, year] = [(bits >> 16) & 0xf, 1900 + ((bits >> 20) & 0x1ff)];
  if (month < 1 || month > 12 || day < 1) return null;
  return new Date(Date.UTC(year, month - 1, day, hour, minute)).toISOString();
}

function noticesOf({ seen }: RtfContext): SourceNotice[] {
  return [
    ...(seen.damaged ? [{ kind: 'damaged', count: null } as const] : []),
    ...(seen.changes ? [{ kind: 'changes-taken', count: null } as const] : []),
    ...counted('formulas-as-text', seen.formulas),
  ];
}
