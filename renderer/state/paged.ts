/** Rows by page: a page is a place among the rows, divided by how many come at once. */
type Pages<Row> = ReadonlyMap<number, readonly Row[]>;

/** The answer to a question, as far as it was looked at. */
export interface Paged<Row> {
  readonly version: number;
  readonly rows: number;
  readonly marks: number;
  readonly pages: Pages<Row>;
  /** Pages of the version before, shown until the new ones come. */
  readonly stale: Pages<Row>;
}

/** A part of the answer, as main gives it. */
export interface Part<Row> {
  readonly version: number;
  readonly rows: number;
  readonly marks: number;
  readonly part: readonly Row[];
}

/** With a page that came. Pages of another version stay in sight until they are replaced. */
export function withPage<Question extends object, Row>(
  known: (Question & Paged<Row>) | null,
  question: Question,
  page: number,
  found: Part<Row>,
): Question & Paged<Row> {
  const { version, rows, marks } = found;
  const same = isAbout(known, question);
  const current = same && known.version === version;
  return {
    ...question,
    version,
    rows,
    marks,
    pages: new Map([...(current ? known.pages : []), [page, found.part]]),
    stale: current ? known.stale : same ? new Map([...known.stale, ...known.pages]) : new Map(),
  };
}

/** Whether an answer is to this very question. */
export function isAbout<Question extends object, Answer extends Question>(
  answer: Answer | null,
  question: Question,
): answer is Answer {
  if (answer === null) return false;
  const names = Object.keys(question) as (keyof Question)[];
  return names.every((name) => answer[name] === question[name]);
}

export function rowAt<Row>(
  { pages, stale }: Paged<Row>,
  index: number,
  atOnce: number,
): Row | undefined {
  const page = Math.floor(index / atOnce);
  return (pages.get(page) ?? stale.get(page))?.[index % atOnce];
}
