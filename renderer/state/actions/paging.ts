import type { Failure, Result } from '../../../core/contract.ts';
import { isAbout, withPage, type Paged, type Part } from '../paged.ts';

interface PagingOptions<Question extends object, Row> {
  readonly atOnce: number;
  /** Rows from a place; null where `version` is what is there now. */
  readonly ask: (
    question: Question,
    from: number,
    version: number | null,
  ) => Promise<Result<Part<Row> | null>>;
  readonly read: () => (Question & Paged<Row>) | null;
  readonly write: (answer: (Question & Paged<Row>) | null) => void;
  readonly fail: (error: Failure) => void;
}

/** Looks through what main has: the window asks for the rows that are in sight. */
export function createPaging<Question extends object, Row>(options: PagingOptions<Question, Row>) {
  const { atOnce, ask, read, write, fail } = options;
  let searches = 0;
  /** The page in sight: what is asked for first when something changed. */
  let looking = 0;
  const coming = new Set<number>();

  /**
   * Asks again after a change; what is known to be as it was does not come again. Null ends it.
   * The answer says whether this was the last question.
   */
  const refind = async (question: Question | null): Promise<boolean> => {
    searches += 1;
    const search = searches;
    const known = read();
    if (question === null) {
      if (known !== null) write(null);
      return true;
    }
    const again = isAbout(known, question);
    const page = again ? Math.min(looking, Math.floor(known.rows / atOnce)) : 0;
    const reply = await ask(question, page * atOnce, again ? known.version : null);
    if (search !== searches) return false;
    if (!reply.ok) fail(reply.error);
    else if (reply.value !== null) write(withPage(read(), question, page, reply.value));
    return true;
  };

  /** Brings the rows around one that came in sight, where they are not here in this version. */
  const show = async (question: Question, row: number): Promise<void> => {
    const known = read();
    const page = Math.floor(row / atOnce);
    looking = page;
    if (!isAbout(known, question) || known.pages.has(page) || coming.has(page)) return;
    coming.add(page);
    const reply = await ask(question, page * atOnce, null);
    coming.delete(page);
    const now = read();
    if (!isAbout(now, question)) return;
    if (!reply.ok) fail(reply.error);
    else if (reply.value === null || reply.value.version < now.version) await show(question, row);
    else write(withPage(now, question, page, reply.value));
  };

  return { refind, show };
}
