import { equationText } from './field-equation.ts';
import { fieldLink } from './field-links.ts';
import type { LinkTo } from './line-writer.ts';

interface Field {
  instruction: string;
  inResult: boolean;
  /** How much was written when its result began. */
  before: number;
  /** Where the text in its result leads, also by the fields around it. */
  link: LinkTo | null;
}

const longestInstruction = 20_000;

/** Fields that begin, part and end in the stream of runs: their results are text, their instructions never. */
export class FieldStack {
  readonly #open: Field[] = [];
  #instructions = 0;

  /** False inside an instruction. Text that stands in one directly is not part of it: then the field is broken. */
  get shown(): boolean {
    const top = this.#open.at(-1);
    return this.#instructions === (top?.inResult === false ? 1 : 0);
  }

  get link(): LinkTo | null {
    return this.#open.at(-1)?.link ?? null;
  }

  begin(): void {
    this.#open.push({ instruction: '', inResult: false, before: 0, link: this.link });
    this.#instructions += 1;
  }

  instruct(text: string): void {
    const top = this.#open.at(-1);
    if (top?.inResult === false && top.instruction.length < longestInstruction) {
      top.instruction += text;
    }
  }

  /** `written` is what the text has come to. */
  part(written: number): void {
    const top = this.#open.at(-1);
    if (top === undefined || top.inResult) return;
    top.inResult = true;
    top.before = written;
    top.link = fieldLink(top.instruction.trim()) ?? top.link;
    this.#instructions -= 1;
  }

  /** Gives what the field draws by its instruction alone, or null. */
  end(written: number): string | null {
    const top = this.#open.pop();
    if (top?.inResult === false) this.#instructions -= 1;
    const hasResult = top?.inResult === true && written > top.before;
    return top === undefined || hasResult ? null : equationText(top.instruction);
  }
}
