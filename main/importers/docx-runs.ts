import type { DocxContext, DocxPlace } from './docx-context.ts';
import { mathText } from './docx-math.ts';
import { writeMedia } from './docx-media.ts';
import { alternativeOf } from './docx-parts.ts';
import {
  attribute,
  child,
  inlineStyles,
  layered,
  noRunProperties,
  runProperties,
  toggle,
  valueOf,
  type RunProperties,
} from './docx-properties.ts';
import { bookmarkAnchor, fieldLink, linkTo } from './field-links.ts';
import { plain, raised, type LinkTo, type Look } from './line-writer.ts';
import { formatNumber } from './number-formats.ts';
import { inFont, symbolOf } from './symbols.ts';
import { elementsOf, textOf, type XmlElement } from './xml.ts';

/** What the paragraph and the links around say of a run. */
export interface Around {
  readonly paragraph: RunProperties;
  readonly link: LinkTo | null;
}

/** Writes what stands in a paragraph. `block` takes what cannot stand in one. */
export class DocxRuns {
  constructor(
    private readonly context: DocxContext,
    private readonly place: DocxPlace,
    private readonly block: (element: XmlElement) => void,
  ) {}

  children(element: XmlElement, around: Around): void {
    for (const node of elementsOf(element)) this.node(node, around);
  }

  private node(element: XmlElement, around: Around): void {
    const { context, place } = this;
    switch (element.local) {
      case 'r':
        this.run(element, around);
        return;
      case 'pPr':
      case 'rPr':
      case 'sdtPr':
      case 'sdtEndPr':
      case 'rt':
        return;
      case 'p':
      case 'tbl':
        this.block(element);
        return;
      case 'ins':
      case 'moveTo':
        context.seen.changes = true;
        this.children(element, around);
        return;
      case 'del':
      case 'moveFrom':
        context.seen.changes = true;
        return;
      case 'hyperlink':
        this.children(element, { ...around, link: this.hyperlink(element) ?? around.link });
        return;
      case 'fldSimple': {
        const link = fieldLink((attribute(element, 'instr') ?? '').trim());
        this.children(element, { ...around, link: link ?? around.link });
        return;
      }
      case 'bookmarkStart':
        context.writer.line.anchor(bookmarkAnchor(attribute(element, 'name') ?? ''));
        return;
      case 'commentRangeStart':
        context.comments.start(attribute(element, 'id') ?? '');
        return;
      case 'commentRangeEnd':
        context.comments.end(attribute(element, 'id') ?? '');
        return;
      case 'oMath':
      case 'oMathPara':
        context.seen.formulas += 1;
        if (place.fields.shown) context.writer.line.write(mathText(element), plain);
        return;
      case 'AlternateContent': {
        const chosen = alternativeOf(element);
        if (chosen !== null) this.children(chosen, around);
        return;
      }
      default:
        this.children(element, around);
    }
  }

  private hyperlink(element: XmlElement): LinkTo | null {
    const relationship = this.place.relationships.get(attribute(element, 'id') ?? '');
    const anchor = attribute(element, 'anchor');
    if (relationship === undefined) return linkTo(null, anchor);
    const { target } = relationship;
    const full = anchor === null || target.includes('#') ? target : `${target}#${anchor}`;
    return linkTo(full, null);
  }

  private run(run: XmlElement, around: Around): void {
    const properties = child(run, 'rPr');
    const style =
      properties === null ? null : this.context.styles.character(valueOf(properties, 'rStyle'));
    const own = layered(runProperties(properties), style?.run ?? noRunProperties);
    const hidden = own.hidden ?? around.paragraph.hidden ?? false;
    const code =
      style?.role === 'code' ||
      /^(?:verbatim|html ?code)/i.test(valueOf(properties, 'rStyle') ?? '');
    const link = this.place.fields.link ?? around.link;
    const styles = inlineStyles(own, code);
    const look: Look = styles.length === 0 && link === null ? plain : { styles, to: link };
    this.pieces(run, { look, hidden, font: own.font ?? around.paragraph.font });
  }

  private pieces(
    run: XmlElement,
    how: { readonly look: Look; readonly hidden: boolean; readonly font: string | null },
  ): void {
    const { context, place } = this;
    const { look, hidden, font } = how;
    let ownSign = false;
    for (const piece of elementsOf(run)) {
      if (piece.local === 'fldChar') {
        this.field(piece, hidden);
        continue;
      }
      if (piece.local === 'instrText') {
        place.fields.instruct(textOf(piece));
        continue;
      }
      if (hidden || !place.fields.shown) continue;
      const link = place.fields.link;
      const now = link === null || link === look.to ? look : { ...look, to: link };
      switch (piece.local) {
        case 't': {
          const text = textOf(piece).replace(/[\n\r\t]/g, ' ');
          if (!ownSign) this.text(inFont(text, font), now);
          break;
        }
        case 'tab':
        case 'ptab':
          this.text('\t', now);
          break;
        case 'br':
        case 'cr':
          this.text('\n', now);
          break;
        case 'noBreakHyphen':
          this.text('\u2011', now);
          break;
        case 'softHyphen':
          this.text('\u00ad', now);
          break;
        case 'sym': {
          const code = Number.parseInt(attribute(piece, 'char') ?? '', 16);
          if (code > 0 && code <= 0xffff && !ownSign) {
            const sign = symbolOf(attribute(piece, 'font') ?? '', code);
            this.text(sign ?? inFont(String.fromCharCode(code), attribute(piece, 'font')), now);
          }
          break;
        }
        case 'footnoteReference':
        case 'endnoteReference':
          ownSign = this.note(piece, run, now);
          break;
        case 'commentReference':
          context.comments.point(attribute(piece, 'id') ?? '');
          break;
        case 'AlternateContent': {
          const chosen = alternativeOf(piece);
          if (chosen !== null) this.pieces(chosen, how);
          break;
        }
        case 'ruby': {
          const around = { paragraph: noRunProperties, link: now.to };
          const [base, reading] = [child(piece, 'rubyBase'), child(piece, 'rt')];
          if (base !== null) this.children(base, around);
          if (reading !== null && textOf(reading).trim() !== '') {
            const small = raised(now);
            this.text('(', small);
            for (const part of elementsOf(reading)) this.pieces(part, { ...how, look: small });
            this.text(')', small);
          }
          break;
        }
        case 'rPr':
          break;
        default:
          // Drawings, also those of formats to come.
          writeMedia(piece, context, place);
      }
    }
  }

  private text(text: string, look: Look): void {
    const shown = this.place.fresh ? text.trimStart() : text;
    if (shown === '') return;
    this.place.fresh = false;
    this.context.writer.line.write(shown, look);
  }

  /** True where the sign of the note is the author's own and stands in the rest of the run. */
  private note(reference: XmlElement, run: XmlElement, look: Look): boolean {
    const { notes, noteCounts, noteFormats, writer } = this.context;
    const id = attribute(reference, 'id') ?? '';
    const kind = reference.local === 'footnoteReference' ? 'footnote' : 'endnote';
    const own = /^(?:1|true|on)$/i.test(attribute(reference, 'customMarkFollows') ?? '');
    const sign = own ? elementsOf(run, 't').map(textOf).join('').trim() : '';
    if (sign !== '') {
      notes.refer(`${kind}:${id}`, { label: sign, own: true }, writer, look);
      return true;
    }
    noteCounts[kind] += 1;
    const label = `[${formatNumber(noteCounts[kind], noteFormats[kind])}]`;
    notes.refer(`${kind}:${id}`, { label, own: false }, writer, look);
    return false;
  }

  private field(mark: XmlElement, hidden: boolean): void {
    const { fields } = this.place;
    const { writer } = this.context;
    switch (attribute(mark, 'fldCharType')) {
      case 'begin': {
        fields.begin();
        const form = child(mark, 'ffData');
        if (form !== null) this.form(form);
        break;
      }
      case 'separate':
        fields.part(writer.written);
        break;
      case 'end': {
        const drawn = fields.end(writer.written);
        if (drawn !== null && fields.shown && !hidden) this.text(drawn, plain);
        break;
      }
      default:
    }
  }

  /** A check box of a form has no result: it is drawn as it stands. */
  private form(form: XmlElement): void {
    this.context.seen.forms = true;
    const box = child(form, 'checkBox');
    if (box === null) return;
    const checked = toggle(box, 'checked') ?? toggle(box, 'default') ?? false;
    this.context.writer.line.write(checked ? '☑' : '☐', plain);
  }
}
