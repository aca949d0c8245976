import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../../support/app.ts';
import type { Bench } from '../bench.ts';
import { startAndRest, type Started } from '../drive/spawned.ts';
import { figure } from '../figures.ts';
import { contentOf } from '../made/library.ts';
import { writePeerPage } from '../made/peer-pages.ts';
import { makeText } from '../made/text.ts';
import { boundRow, ratioRow, type Row } from './row.ts';

/** From the process to the welcome document, and the memory of all processes, beside a window with a page. */
export async function measureStarting(bench: Bench): Promise<readonly Row[]> {
  const rounds = bench.quick ? 3 : 11;
  const page = await staticPage(bench);
  const own: Started[] = [];
  const bare: Started[] = [];
  const fresh: Started[] = [];
  const startApp = (name: string) => {
    const userData = join(bench.folder, name);
    const args = [repository, '--library', join(userData, 'library')];
    return startAndRest(args, { COMMONPLACE_USER_DATA: userData });
  };
  const startBare = () =>
    startAndRest([bench.bare], {
      BENCH_PAGE: page,
      BENCH_USER_DATA: join(bench.folder, 'user-bare'),
    });
  // The first of each warms the caches of the system and of the profile.
  for (let round = 0; round <= rounds; round++) {
    const [first, second] = round % 2 === 0 ? [startBare, startApp] : [startApp, startBare];
    const results = [await first('user-start'), await second('user-start')];
    if (round === 0) continue;
    const [ofBare, ofApp] = round % 2 === 0 ? results : results.toReversed();
    if (ofBare !== undefined) bare.push(ofBare);
    if (ofApp !== undefined) own.push(ofApp);
    if (fresh.length < (bench.quick ? 2 : 7)) fresh.push(await startApp(`user-fresh-${round}`));
  }
  const ms = (from: readonly Started[]) => figure(from.map(({ readable }) => readable));
  const mb = (from: readonly Started[]) => figure(from.map(({ pss }) => pss / 1024 / 1024));
  const start = { name: 'coldStart', unit: 'ms' } as const;
  return [
    ratioRow(
      { ...start, what: 'process to welcome document readable', measured: ms(own) },
      'a bare window with a static page',
      ms(bare),
      1.15,
    ),
    boundRow(
      {
        ...start,
        what: 'the very first start, with a new profile and library',
        measured: ms(fresh),
      },
      null,
    ),
    ratioRow(
      {
        name: 'memoryAll',
        unit: 'MB',
        what: 'memory of all processes, welcome document',
        measured: mb(own),
      },
      'that bare window',
      mb(bare),
      1.2,
    ),
  ];
}

async function staticPage({ folder }: Bench): Promise<string> {
  const place = join(folder, 'static');
  await mkdir(join(place, 'scripts'), { recursive: true });
  const content = contentOf(makeText('A page', 6000, 3));
  const path = await writePeerPage(place, 'static', {
    name: 'plain',
    content,
    marks: [],
    sections: false,
    still: true,
  });
  return path;
}
