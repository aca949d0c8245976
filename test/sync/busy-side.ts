import { randomUUID } from 'node:crypto';
import { addMark, removeMarks, setTags, writeNote } from '../../core/edit/marks.ts';
import type { Stamp } from '../../core/edit/patch.ts';
import { addTag, newTag } from '../../core/edit/tags.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { Library } from '../../main/store/library-types.ts';
import { mark, open, value, wordSpans } from '../main/store/workshop.ts';

/** What became of a mark, told when the library has acknowledged it. */
export interface Fate {
  readonly id: string;
  readonly kept: boolean;
}

/** One of the two who work at once: makes marks; if asked, removes its own, notes and tags, and starts again at times. */
export class BusySide {
  readonly #folder: string;
  readonly #name: string;
  readonly #stamp: Stamp;
  readonly #tell: (fate: Fate) => void;
  readonly #kept = new Set<string>();
  library: Library;

  private constructor(
    folder: string,
    name: string,
    stamp: Stamp,
    tell: (fate: Fate) => void,
    library: Library,
  ) {
    this.#folder = folder;
    this.#name = name;
    this.#stamp = stamp;
    this.#tell = tell;
    this.library = library;
  }

  /** `skew`: milliseconds by which this side's clock is wrong. */
  static async open(
    folder: string,
    name: string,
    skew: number,
    tell: (fate: Fate) => void,
  ): Promise<BusySide> {
    const stamp = { id: randomUUID, now: () => new Date(Date.now() + skew).toISOString() };
    return new BusySide(folder, name, stamp, tell, await openSide(folder, name, stamp));
  }

  async step(mixed: boolean): Promise<void> {
    const document = this.library.documents()[0]?.id ?? '';
    const { text } = value(await this.library.content(document));
    const span = pick(wordSpans(text)) ?? { start: 0, end: 1 };
    const made = mark(document, text, span.start, span.end, this.#stamp, { author: this.#name });
    value(await this.library.apply(addMark(made, this.#stamp)));
    this.#kept.add(made.id);
    this.#tell({ id: made.id, kept: true });
    const chance = mixed ? Math.random() : 1;
    if (chance < 0.1) {
      value(await this.library.undo());
      this.#lose(made.id);
    } else if (chance < 0.3) await this.#remove(document);
    else if (chance < 0.6) await this.#note(document);
    else if (chance < 0.7) await this.#tag(document);
    else if (chance < 0.73) await this.#restart();
  }

  async #restart(): Promise<void> {
    await this.library.close();
    this.library = await openSide(this.#folder, this.#name, this.#stamp);
  }

  async #remove(document: string): Promise<void> {
    const victim = await this.#someOwn(document);
    if (victim === undefined) return;
    if (!(await this.library.apply(removeMarks([victim], this.#stamp))).ok) return;
    if (Math.random() < 0.3) value(await this.library.undo());
    else this.#lose(victim.id);
  }

  async #note(document: string): Promise<void> {
    const noted = await this.#someOwn(document);
    if (noted !== undefined) await this.library.apply(writeNote(noted, randomUUID(), this.#stamp));
  }

  async #tag(document: string): Promise<void> {
    const names = ['Argument', 'Beleg', 'Citation'];
    const tag = newTag(pick(names) ?? '', 'blue', null, this.#stamp);
    await this.library.apply(addTag(tag, this.#stamp));
    const known = pick(this.library.tags());
    const bearer = await this.#someOwn(document);
    if (known === undefined || bearer === undefined) return;
    await this.library.apply(setTags(bearer, [known.id], this.#stamp));
  }

  async #someOwn(document: string): Promise<Annotation | undefined> {
    const all = value(await this.library.annotations(document));
    return pick(all.filter((each) => this.#kept.has(each.id)));
  }

  #lose(id: string): void {
    this.#kept.delete(id);
    this.#tell({ id, kept: false });
  }
}

function openSide(folder: string, name: string, stamp: Stamp): Promise<Library> {
  const onChanged = (): void => undefined;
  return open(folder, {
    stamp,
    installation: name,
    onChanged,
    watchEvery: 100,
    checkpointDelay: 50,
  });
}

function pick<T>(list: readonly T[]): T | undefined {
  return list[Math.floor(Math.random() * list.length)];
}
