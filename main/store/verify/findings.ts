/** Something that is wrong: where, which kind of wrong for scripts, and in words. */
export interface Finding {
  readonly file: string;
  readonly problem:
    'damaged' | 'missing' | 'newer' | 'journal' | 'source' | 'text' | 'mark' | 'tag' | 'orphan';
  readonly message: string;
}

export interface Report {
  readonly documents: number;
  readonly marks: number;
  readonly files: number;
  readonly findings: readonly Finding[];
}
