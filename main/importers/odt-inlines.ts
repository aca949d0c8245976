import { attribute, child } from './docx-properties.ts';
import { bookmarkAnchor, linkTo } from './field-links.ts';
import { raised, type Look } from './line-writer.ts';
import type { OdtContext } from './odt-context.ts';
import { isoDate } from './office-comments.ts';
import { elementsOf, findElement, textOf, type XmlElement } from './xml.ts';

/** Blanks that one element may stand for. */
const mostBlanks = 400;

const left = new Set([
  'tracked-changes',
  'note-body',
  'script',
  'event-listeners',
  'number',
  'desc',
  'title',
  'forms',
  'deletion',
]);

/** Writes what stands in a paragraph; text boxes are put aside, to be read after it. */
export class OdtInlines {
  readonly boxes: XmlElement[] = [];

  constructor(private readonly context: OdtContext) {}

  children(element: XmlElement, look: Look): void {
    for (const node of element.children) {
      if (typeof node === 'string') this.context.writer.line.flow(node, look);
      else this.node(node, look);
    }
  }

  private node(element: XmlElement, look: Look): void {
    const { line } = this.context.writer;
    switch (element.local) {
      case 'span': {
        const name = attribute(element, 'style-name');
        const style = this.context.styles.style('text', name);
        if (style.hidden) return;
        const isCode =
          style.role === 'code' || /^(?:source_?(?:20_)?text|teletype)$/i.test(name ?? '');
        const added = [...style.inline, ...(isCode ? (['code'] as const) : [])].filter(
          (one) => !look.styles.includes(one),
        );
        this.children(
          element,
          added.length === 0 ? look : { ...look, styles: [...look.styles, ...added] },
        );
        return;
      }
      case 'a': {
        const href = attribute(element, 'href')?.replace(
          /\|(?:outline|region|table|graphic|frame)$/,
          '',
        );
        this.children(element, { ...look, to: linkTo(href ?? null, null) ?? look.to });
        return;
      }
      case 's': {
        const count = Number(attribute(element, 'c') ?? '1');
        line.write(' '.repeat(count >= 1 && count <= mostBlanks ? count : 1), look);
        return;
      }
      case 'tab':
        line.write('\t', look);
        return;
      case 'line-break':
        line.write('\n', look);
        return;
      case 'hidden-text':
        if (!isHidden(element)) this.children(element, look);
        return;
      case 'ruby-text': {
        const reading = textOf(element).replace(/\s+/g, ' ').trim();
        if (reading !== '') line.write(`(${reading})`, raised(look));
        return;
      }
      case 'note':
        this.note(element, look);
        return;
      case 'annotation':
        this.comment(element);
        return;
      case 'annotation-end':
        this.context.comments.end(attribute(element, 'name') ?? '');
        return;
      case 'bookmark':
      case 'bookmark-start':
      case 'reference-mark':
      case 'reference-mark-start':
        line.anchor(bookmarkAnchor(attribute(element, 'name') ?? ''));
        return;
      case 'bookmark-ref':
      case 'reference-ref':
        this.children(element, {
          ...look,
          to: linkTo(null, attribute(element, 'ref-name')) ?? look.to,
        });
        return;
      case 'change-start':
      case 'change-end':
      case 'change':
        this.context.seen.changes = true;
        return;
      case 'frame':
        this.frame(element);
        return;
      case 'custom-shape':
      case 'text-box':
      case 'rect':
      case 'ellipse':
      case 'g':
        this.boxes.push(element);
        return;
      case 'p':
        line.flow(' ', look);
        this.children(element, look);
        return;
      default:
        if (!left.has(element.local)) this.children(element, look);
    }
  }

  private note(note: XmlElement, look: Look): void {
    const body = child(note, 'note-body');
    const citation = child(note, 'note-citation');
    const { noteBodies, notes, writer } = this.context;
    if (body === null) return;
    const key = `${noteBodies.size + 1}`;
    noteBodies.set(key, body);
    const number = citation === null ? key : textOf(citation).trim() || key;
    notes.refer(key, { label: `[${number.slice(0, 40)}]`, own: false }, writer, look);
  }

  private comment(annotation: XmlElement): void {
    const { comments, commentTexts, replies } = this.context;
    const name = attribute(annotation, 'name');
    const id = name ?? `#${commentTexts.size}`;
    const words = (local: string): string | null => {
      const part = child(annotation, local);
      return part === null ? null : textOf(part).trim() || null;
    };
    const comment = {
      author: words('creator'),
      date: isoDate(words('date')),
      text: paragraphs(annotation),
    };
    const parent = attribute(annotation, 'parent-name');
    if (parent !== null && parent !== id && commentTexts.has(parent)) {
      const thread = replies.get(parent);
      if (thread === undefined) replies.set(parent, [comment]);
      else thread.push(comment);
      return;
    }
    if (commentTexts.has(id)) return;
    commentTexts.set(id, comment);
    comments.start(id);
    if (name === null) comments.point(id);
  }

  /** A frame holds one thing in several forms, the best first. */
  frame(frame: XmlElement): void {
    const { context } = this;
    const alternative = ['desc', 'title']
      .map((local) => child(frame, local))
      .map((part) => (part === null ? '' : textOf(part).trim()))
      .find((text) => text !== '');
    for (const form of elementsOf(frame)) {
      if (form.local === 'text-box') {
        this.boxes.push(form);
        return;
      }
      if (form.local === 'object') {
        const inside = child(form, 'math') ?? context.object(attribute(form, 'href') ?? '');
        const math = inside === null ? null : inside.local === 'math' ? inside : null;
        if (math !== null) {
          context.seen.formulas += 1;
          context.writer.line.write(formula(math), { styles: [], to: null });
          return;
        }
      }
      if (form.local === 'image') {
        const href = attribute(form, 'href');
        const data = child(form, 'binary-data');
        if (data !== null) {
          const key = `#${context.embedded.size}`;
          context.embedded.set(key, data);
          context.pictures.put(key, alternative ?? '');
        } else if (href !== null && /^[a-z][a-z0-9+.-]*:/i.test(href)) {
          context.pictures.elsewhere(alternative ?? '');
        } else if (href !== null) {
          context.pictures.put(href.replace(/^\.\//, ''), alternative ?? '');
        }
        return;
      }
    }
    if (child(frame, 'object') !== null) context.seen.leftOut += 1;
  }
}

/** Whether a condition hid it when the text was saved. */
export function isHidden(element: XmlElement): boolean {
  const hidden = attribute(element, 'is-hidden');
  return hidden === null ? element.local === 'hidden-text' : hidden === 'true';
}

/** As its writer typed it, where that is kept; else what stands in it. */
function formula(math: XmlElement): string {
  const typed = findElement(math, 'annotation');
  if (typed === null) return textOf(math).replace(/\s+/g, ' ').trim();
  return textOf(typed).replace(/[{}]/g, '').replace(/\s+/g, ' ').trim();
}

function paragraphs(annotation: XmlElement): string {
  const parts: string[] = [];
  const visit = (element: XmlElement): void => {
    for (const node of elementsOf(element)) {
      if (node.local === 'p' || node.local === 'h') parts.push(textOf(node).trim());
      else if (/^list/.test(node.local)) visit(node);
    }
  };
  visit(annotation);
  return parts.filter((part) => part !== '').join('\n');
}
