import type { BlockWriter } from './block-writer.ts';
import { equationText } from './field-equation.ts';
import { fieldLink } from './field-links.ts';
import { plain, type Look } from './line-writer.ts';
import type { RtfContext } from './rtf-context.ts';
import { rtfPlace } from './rtf-place.ts';
import { destination } from './rtf-destination.ts';
import { takeWord } from './rtf-collected.ts';
import { formatted } from './rtf-format.ts';
import { pictureBytes } from './rtf-picture.ts';
import { firstState, RtfGroups, type RtfRange, type RtfState } from './rtf-state.ts';
import { RtfTables } from './rtf-table.ts';
import { RtfTokens } from './rtf-tokens.ts';
import { rtfApart, rtfDestinations, rtfSigns } from './rtf-words.ts';

const longestWord = 4000;

/** Reads RTF and writes what it says, group by group on a stack of its own. */
export class RtfWalk {
  readonly #groups = new RtfGroups();
  readonly #tables: RtfTables;
  #state: RtfState;
  /** Bytes of text that wait to be decoded together: a character may take two. */
  #bytes: number[] = [];
  /** Characters still to be passed over after `\u`. */
  #pass = 0;
  #starred = false;
  #header = false;
  #marker: string | null = null;
  /** What the sink of this group has collected. */
  #collected = '';
  #picture: Uint8Array[] = [];
  readonly #boxes: RtfRange[] = [];
  /** Whether a note has no text yet: the space after its number is ours. */
  #fresh: boolean;

  constructor(
    private readonly context: RtfContext,
    private readonly writer: BlockWriter,
    private readonly depth: number,
    state: RtfState = firstState,
    /** A note: its first space is ours, and no table begins in it. */
    private readonly isNote = false,
  ) {
    this.#tables = new RtfTables(writer);
    this.#state = state;
    this.#fresh = isNote;
  }

  read(start: number, end: number): void {
    const tokens = new RtfTokens(this.context.bytes, start, end);
    for (let token = tokens.next(); token !== null; token = tokens.next()) {
      switch (token.kind) {
        case 'open':
          this.#open();
          break;
        case 'close':
          if (!this.#close()) this.context.seen.damaged = true;
          break;
        case 'text':
          this.#text(token.bytes);
          break;
        case 'binary':
          if (this.#state.sink === 'picture') this.#picture.push(token.bytes);
          break;
        case 'word':
          this.#word(token.name, token.value, tokens);
          break;
      }
    }
    this.#flush();
    this.#paragraph();
    this.#tables.at(0);
  }

  #open(): void {
    this.#flush();
    this.#pass = 0;
    this.#starred = false;
    this.#groups.open(this.#state);
    if (this.#state.twice)
      this.#state = { ...this.#state, twice: false, sink: 'skip', what: 'upr' };
  }

  #close(): boolean {
    this.#flush();
    this.#pass = 0;
    this.#starred = false;
    const inside = this.#state;
    const around = this.#groups.close(inside);
    if (around === null) return false;
    this.#state = around;
    if (inside.sink !== around.sink || inside.what !== around.what) this.#endSink(inside);
    return true;
  }

  /** What a group was for is done when it ends. */
  #endSink({ sink, what }: RtfState): void {
    const text = this.#collected;
    this.#collected = '';
    switch (sink) {
      case 'instruction': {
        const drawn = equationText(text);
        if (drawn !== null) this.#put(drawn);
        this.#state = { ...this.#state, link: fieldLink(text.trim()) ?? this.#state.link };
        return;
      }
      case 'marker':
        this.#marker = text.trim().slice(0, 60) || null;
        return;
      case 'picture':
        this.#endPicture();
        return;
      case 'info':
        this.context.facts.set(what, text.trim());
        return;
      case 'word':
        takeWord(what, text.trim(), this.context, this.writer);
        return;
      default:
    }
  }

  #text(bytes: Uint8Array): void {
    let from = 0;
    if (this.#pass > 0) {
      from = Math.min(this.#pass, bytes.length);
      this.#pass -= from;
    }
    const { sink } = this.#state;
    if (sink === 'skip') return;
    if (sink === 'picture') {
      this.#picture.push(bytes);
      return;
    }
    for (let at = from; at < bytes.length; at += 1) this.#bytes.push(bytes[at] ?? 0);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    this.#put(this.context.fonts.read(bytes, this.#state.font));
  }

  /** Text, by where it goes. */
  #put(text: string): void {
    const { sink, font, hidden, styles, link, table } = this.#state;
    switch (sink) {
      case 'text': {
        if (hidden) return;
        this.#tables.at(table);
        const shown = this.#fresh ? text.trimStart() : text;
        if (shown === '') return;
        this.#fresh = false;
        const look: Look = styles.length === 0 && link === null ? plain : { styles, to: link };
        this.writer.line.write(shown, look);
        return;
      }
      case 'fonts':
        this.context.fonts.say(font, { name: text });
        return;
      case 'styles':
        this.context.styles.name(this.#state.style, text);
        return;
      case 'skip':
      case 'picture':
        return;
      default:
        if (this.#collected.length < longestWord) this.#collected += text;
    }
  }

  #word(name: string, value: number | null, tokens: RtfTokens): void {
    if (name === 'u') {
      this.#flush();
      if (value !== null) this.#unicode(value);
      return;
    }
    if (this.#pass > 0 && !rtfDestinations.has(name) && name !== '*') {
      this.#pass -= 1;
      if (rtfSigns.has(name)) return;
    }
    this.#flush();
    if (name === '*') {
      this.#starred = true;
      return;
    }
    const starred = this.#starred;
    this.#starred = false;
    if (this.#destination(name, starred, tokens)) return;
    const sign = rtfSigns.get(name);
    if (sign !== undefined) this.#put(sign);
    else if (!this.#inTable(name, value)) {
      if (name === 'pard' && this.#state.sink === 'text') this.#marker = null;
      this.#state = formatted(this.#state, name, value, this.context);
    }
  }

  #unicode(value: number): void {
    const unit = value < 0 ? value + 0x10000 : value;
    const letter = String.fromCodePoint(unit >= 0 && unit <= 0x10ffff ? unit : 0xfffd);
    this.#put(this.context.fonts.drawn(letter, this.#state.font));
    this.#pass = this.#state.fallback;
  }

  /** True where the word says where the text of its group goes. */
  #destination(name: string, starred: boolean, tokens: RtfTokens): boolean {
    if (this.#state.sink === 'text' && rtfApart.has(name)) {
      this.#apart(name, tokens);
      return true;
    }
    const state = destination(this.#state, name, starred);
    if (state === null) return false;
    if (state.sink !== this.#state.sink && state.sink !== 'skip') {
      this.#collected = '';
      this.#picture = [];
    }
    if (name === 'moMath') this.context.seen.formulas += 1;
    this.#state = state;
    return true;
  }

  /** Text that does not stand in the line: where it is read depends on what it is. */
  #apart(name: string, tokens: RtfTokens): void {
    const start = tokens.at;
    const end = tokens.skipGroup();
    const state = { ...firstState, font: this.#state.font, fallback: this.#state.fallback };
    const range = { start, end, state, depth: this.depth + 1 };
    if (this.depth >= this.context.mostDepth || this.#state.hidden) return;
    if (name === 'footnote') {
      this.#tables.at(this.#state.table);
      const { styles, link } = this.#state;
      this.context.note(range, this.writer, { styles, to: link });
    } else if (name === 'annotation') this.context.annotate(range);
    else this.#boxes.push(range);
  }

  #inTable(name: string, value: number | null): boolean {
    if (this.isNote && /^(?:intbl|itap)$/.test(name)) return true;
    switch (name) {
      case 'par':
      case 'sect':
        this.#tables.at(this.#state.table);
        this.#paragraph();
        return true;
      case 'page':
      case 'column':
        if (this.#state.sink === 'text' && !this.writer.line.isEmpty) this.#put('\n');
        return true;
      case 'cell':
      case 'nestcell':
        if (this.#state.sink !== 'text') return true;
        this.#tables.at(name === 'cell' ? 1 : Math.max(this.#state.table, 2));
        this.#paragraph();
        this.#tables.cell();
        return true;
      case 'row':
      case 'nestrow':
        if (this.#state.sink !== 'text') return true;
        this.#tables.at(name === 'row' ? 1 : Math.max(this.#state.table, 2));
        this.#paragraph();
        this.#tables.row(this.#header);
        this.#header = false;
        return true;
      case 'trowd':
        this.#header = false;
        return true;
      case 'trhdr':
        this.#header = true;
        return true;
      case 'intbl':
        this.#state = { ...this.#state, table: Math.max(this.#state.table, 1) };
        return true;
      case 'itap':
        this.#state = { ...this.#state, table: Math.max(value ?? 0, 0) };
        return true;
      default:
        return false;
    }
  }

  #paragraph(): void {
    if (this.#state.sink !== 'text' && this.#state.sink !== 'skip') return;
    const place = rtfPlace(this.#state, this.#marker, this.context.styles);
    const seen = !this.writer.line.isEmpty;
    if (seen && this.#marker !== null) this.#marker = null;
    this.writer.end(place);
    for (const { start, end, state, depth } of this.#boxes.splice(0)) {
      new RtfWalk(this.context, this.writer, depth, state).read(start, end);
    }
  }

  #endPicture(): void {
    const parts = this.#picture;
    this.#picture = [];
    if (this.#state.hidden || parts.length === 0) return;
    this.#tables.at(this.#state.table);
    this.context.picture(pictureBytes(parts), this.writer);
  }
}
