const number = new Intl.NumberFormat('en');

/** The parts of a run that its summary is made of. */
interface Run {
  readonly results: readonly {
    readonly name: string;
    readonly result: { readonly kind: string; readonly code?: string };
  }[];
  readonly skipped: number;
  readonly more: boolean;
  readonly cancelled: boolean;
}

/** Many files at once: how far it is, and what came of it. */
export const importRunMessages = {
  adding: (done: number, total: number): string =>
    `Adding ${number.format(done)} of ${number.format(total)}`,
  opening: (name: string): string => `Opening ${name}…`,
  reading: (name: string): string =>
    `${name}: reading its text. Look at the pages meanwhile; marking starts when it is done.`,
  progress: 'Adding files',
  title: 'Files added',
  cancelledTitle: 'Adding was stopped',
  close: 'Close',
  copy: 'Copy as Text',
  copied: 'Report copied',
  failures: 'What could not be read',
  moreFailures: (count: number): string =>
    `And ${number.format(count)} more: the copied text has all of them.`,
  /** "987 added, 9 were there already, 4 could not be read." */
  inAll: ({ results, skipped, cancelled }: Run): string => {
    const count = (kind: string): number =>
      results.filter(({ result }) => result.kind === kind && result.code !== 'cancelled').length;
    const [added, known, failed] = [count('added'), count('known'), count('failed')];
    const parts = [
      `${number.format(added)} added`,
      ...(known > 0
        ? [`${number.format(known)} ${known === 1 ? 'was' : 'were'} there already`]
        : []),
      ...(failed > 0 ? [`${number.format(failed)} could not be read`] : []),
      ...(skipped > 0 ? [`${number.format(skipped)} of other kinds passed over`] : []),
    ];
    return `${cancelled ? 'Stopped: ' : ''}${parts.join(', ')}.`;
  },
  nothing: (skipped: number): string =>
    skipped === 0
      ? 'There was nothing to add.'
      : `There was nothing to add: ${number.format(skipped)} ${skipped === 1 ? 'file is' : 'files are'} of other kinds.`,
  more: 'There are more files than are taken at once. Add the other folders by themselves.',
  kept: 'What was added before stays in the library.',
} as const;
