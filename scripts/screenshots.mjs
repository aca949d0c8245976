#!/usr/bin/env node
// Makes the pictures in docs/screenshots with the program itself: npm run screenshots (needs a display; xvfb-run will
// do); npm run screenshots files takes those of one kind alone.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron } from 'playwright-core';
import { ensureBuilt } from './build.mjs';
import { bundle } from './bundle.mjs';
import { electronRuntime, runtimeEnv } from './electron-runtime.mjs';

const root = path.resolve(import.meta.dirname, '..');
const pictures = path.join(root, 'docs/screenshots');
const wide = { width: 1440, height: 900 };
const narrow = { width: 1000, height: 720 };

const article = `---
title: The buoys that moved
author: Ilse Maren
site: Harbour Gazette
date: 3 November 2026
---

# The buoys that moved

The harbour office opened at six, an hour late. “Nobody told us,” said the pilot on duty, “that the buoys had moved.” By noon fourteen ships waited outside the bar, and two had left for other ports.

The authority answered in the afternoon. In a statement it called the shift “a routine correction of less than thirty metres”, announced in the spring. The notice it cites, however, gives a distance of three hundred.

An inspector who asked not to be named said the survey had been rushed. “We measured once, at night, in a swell,” she said, and the figures were never compared with the old chart.

## What the log shows

What the log shows is simpler. Between the second and the fifth of October the light on the outer mark was dark for sixty-one hours. Nobody told us, the entry for the fourth repeats, in a hand that presses hard on the paper.

The café on the quay, closed since May, sold coffee again that week. Pilots who could not sail came to talk, and the talk came back to the same question, which the council is to hear on Tuesday.

The ministry keeps the charts in a building without windows. A clerk there counts 214 sheets for this coast alone; the newest is older than the breakwater.
`;

const marks = [
  ['“Nobody told us,” said the pilot on duty,', 'blue', ['source/on the record']],
  ['“that the buoys had moved.”', 'yellow', ['claim']],
  ['fourteen ships waited', 'green', ['figure']],
  ['“a routine correction of less than thirty metres”', 'yellow', ['claim/unsourced']],
  ['less than thirty metres', 'pink', ['contradiction']],
  [
    'a distance of three hundred',
    'pink',
    ['contradiction'],
    'Thirty here, three hundred in the notice. Ask for the survey sheet.',
  ],
  ['asked not to be named', 'blue', ['source/anonymous']],
  ['sixty-one hours', 'green', ['figure', 'to check']],
  [
    'in a hand that presses hard on the paper',
    'purple',
    ['voice'],
    'The log has a *voice* of its own.',
  ],
];

const others = {
  'Interview 07, the night pilot.md':
    '# Interview 07: the night pilot\n\n' +
    'She keeps a lamp on the table though it is noon. “You do not see a buoy,” she says, “you see where it was yesterday.”\n\n'.repeat(
      12,
    ),
  'Field notes, quay walk.md':
    '# Field notes, quay walk\n\nWind from the west. The gate to the old pier is locked.\n',
  'Notice to Mariners 14-26.txt':
    'Notice to Mariners 14/26\n\nThe outer mark has been moved three hundred metres to the south-west.\n',
};

/** Commands that open a view, and the names of its pictures. */
const views = [
  ['go.to', 'goto'],
  ['palette.open', 'palette'],
  ['view.codebook', 'codebook'],
  ['view.passages', 'passages'],
  ['memo.document', 'memo'],
  ['view.filters', 'filters'],
];

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'commonplace-pictures-'));
const library = path.join(folder, 'library');
const makers = path.join(root, '.cache', `pictures-${process.pid}`);

function cli(...args) {
  const run = spawnSync(
    process.execPath,
    [path.join(root, 'out/main/cli.js'), ...args, '--library', library],
    { encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(`commonplace ${args.join(' ')}: ${run.stderr}`);
}

function fillLibrary() {
  for (const [name, text] of Object.entries({ ...others, 'The buoys that moved.md': article })) {
    fs.writeFileSync(path.join(folder, name), text);
    cli('import', path.join(folder, name));
  }
  for (const [quote, colour, tags, note] of marks) {
    cli(
      'highlight',
      'buoys',
      '--quote',
      quote,
      '--colour',
      colour,
      ...tags.flatMap((tag) => ['--tag', tag]),
      ...(note ? ['--note', note] : []),
    );
  }
}

async function start(dist, { theme, size, into, args = [] }) {
  const app = await _electron.launch({
    executablePath: path.join(dist, 'electron'),
    args: [root, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--library', into, ...args],
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    env: {
      ...process.env,
      ...runtimeEnv(dist),
      COMMONPLACE_USER_DATA: path.join(folder, `user-${theme}-${size.width}`),
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    },
  });
  const page = await app.firstWindow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await app.evaluate(
    ({ BrowserWindow }, { width, height }) =>
      BrowserWindow.getAllWindows()[0].setContentSize(width, height),
    size,
  );
  await page.getByTestId('reader').locator('[data-start]').first().waitFor();
  if (theme === 'sepia') await chooseTheme(page, 'Sepia');
  await page.waitForFunction(({ width }) => innerWidth === width, size);
  await page.evaluate(() => document.fonts.ready);
  return { app, page };
}

async function chooseTheme(page, name) {
  await page.getByRole('button', { name: /type and theme/i }).click();
  await page.getByRole('radio', { name }).click();
  await page.keyboard.press('Escape');
}

async function picture(page, name) {
  // Two frames, so that what the last action changed is painted.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
  console.log(`docs/screenshots/${name}.png`);
}

/** Selects a sentence with the keys, as a reader would, until it is the wanted one. */
async function selectSentence(page, wanted) {
  await page.getByTestId('reader').focus();
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press('s');
    const selected = await page.evaluate(() => getSelection().toString());
    if (selected.includes(wanted)) return;
  }
  throw new Error(`no sentence with: ${wanted}`);
}

async function takeReader(dist, theme, size, suffix) {
  const { app, page } = await start(dist, {
    theme,
    size,
    into: library,
    args: [path.join(folder, 'The buoys that moved.md')],
  });
  await page.getByTestId('mark-card').first().click();
  await page.getByTestId('reader').press('Escape');
  await picture(page, `reader-${theme}${suffix}`);
  await selectSentence(page, 'We measured once');
  await page.getByTestId('selection-toolbar').waitFor();
  await page.keyboard.press('t');
  await page.getByTestId('tag-box').getByRole('combobox').fill('so');
  await picture(page, `tagging-${theme}${suffix}`);
  await app.close();
}

async function takeOthers(dist, theme) {
  const { app, page } = await start(dist, {
    theme,
    size: wide,
    into: path.join(folder, `first-${theme}`),
  });
  await page.getByTestId('margin-note').first().waitFor();
  await picture(page, `welcome-${theme}`);
  await page.getByRole('button', { name: /type and theme/i }).click();
  await picture(page, `type-${theme}`);
  await page.keyboard.press('Escape');
  await page.getByTestId('reader').focus();
  await page.keyboard.press('?');
  await picture(page, `keys-${theme}`);
  await app.close();
}

/** The panels that bring things back, after a mark was deleted and a backup made. */
async function takeCare(dist, theme) {
  const { app, page } = await start(dist, { theme, size: wide, into: library });
  const choose = (id) =>
    app.evaluate(({ Menu }, item) => Menu.getApplicationMenu().getMenuItemById(item).click(), id);
  await page.getByTestId('mark-card').last().click();
  await page.getByTestId('reader').press('Delete');
  for (const name of ['history', 'bin', 'backups']) {
    await choose(`view.${name}`);
    await page.getByRole('dialog').waitFor();
    if (name === 'backups') {
      await page.getByRole('button', { name: /back up now/i }).click();
      await page.getByRole('dialog').getByRole('listitem').nth(1).waitFor();
    }
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    await picture(page, `${name}-${theme}`);
    await page.keyboard.press('Escape');
  }
  await page.getByTestId('reader').press('Control+z');
  await app.close();
}

/** The views of the tag work, and what finds things. */
async function takeTagWork(dist, theme, size, suffix) {
  const { app, page } = await start(dist, {
    theme,
    size,
    into: library,
    args: [path.join(folder, 'The buoys that moved.md')],
  });
  const choose = (id) =>
    app.evaluate(({ Menu }, item) => Menu.getApplicationMenu().getMenuItemById(item).click(), id);
  await page.getByTestId('mark-card').first().waitFor();
  await page.getByTestId('reader').focus();
  await choose('find.open');
  await page.keyboard.type('buoys');
  await page.getByTestId('find-count').getByText(' of ').waitFor();
  await picture(page, `find-${theme}${suffix}`);
  await page.keyboard.press('Escape');
  await selectSentence(page, 'We measured once');
  await page.keyboard.press('1');
  await picture(page, `coding-${theme}${suffix}`);
  await page.keyboard.press('Control+z');
  for (const [id, name] of views) {
    await choose(id);
    await page.getByRole('dialog').waitFor();
    await picture(page, `${name}-${theme}${suffix}`);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await choose('autotag.open');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('nobody OR "never compared"');
  await page.keyboard.press('Enter');
  await page.getByTestId('rule-hit').first().waitFor();
  await picture(page, `autotag-${theme}${suffix}`);
  await app.close();
}

/** What people have: a PDF with marks of its own, a book, and a folder of which some files cannot be read. */
async function takeFiles(dist, theme, size, suffix) {
  const name = `files-${theme}${suffix}`;
  const { app, page } = await start(dist, {
    theme,
    size,
    into: path.join(folder, name),
    args: [mixed.epub, mixed.pdf],
  });
  const choose = (id) =>
    app.evaluate(({ Menu }, item) => Menu.getApplicationMenu().getMenuItemById(item).click(), id);
  await page.locator('.paper-picture').first().waitFor();
  await page.getByTestId('source-marks').waitFor();
  await page.getByTestId('reader').focus();
  await picture(page, `pages-${theme}${suffix}`);
  await choose('palette.open');
  await page.keyboard.type('/light on the bar');
  await page.getByRole('option', { selected: true }).getByText('The Light on the Bar').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('img', { name: 'Cover' }).waitFor();
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  await picture(page, `book-${theme}${suffix}`);
  await page.locator('a[data-target]').first().focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('back').waitFor();
  await picture(page, `note-${theme}${suffix}`);
  await page.keyboard.press('Alt+z');
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, mixed.papers);
  await choose('file.importFolder');
  await page.getByTestId('importing').getByText('Adding').waitFor();
  await picture(page, `adding-${theme}${suffix}`);
  await page.getByTestId('import-report').waitFor();
  await picture(page, `report-${theme}${suffix}`);
  await app.close();
}

await ensureBuilt();
const dist = await electronRuntime();
fs.mkdirSync(pictures, { recursive: true });
await bundle(makers, ['test/support/mixed-files.ts']);
const { writeMixedFiles } = await import(pathToFileURL(path.join(makers, 'mixed-files.mjs')).href);
/** So many that the line of their progress can be taken. */
const mixed = await writeMixedFiles(path.join(folder, 'files'), 300);
/** Each kind of picture, with the themes that it is taken in in a wide and in a narrow window. */
const takes = {
  reader: [takeReader, ['light', 'sepia', 'dark'], ['light', 'dark']],
  tagging: [takeTagWork, ['light', 'dark'], ['light', 'dark']],
  care: [takeCare, ['light', 'dark'], []],
  others: [takeOthers, ['light', 'dark'], []],
  files: [takeFiles, ['light', 'sepia', 'dark'], ['light', 'dark']],
};
const wanted = process.argv.slice(2);
try {
  fillLibrary();
  for (const [name, [take, inWide, inNarrow]] of Object.entries(takes)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const theme of inWide) await take(dist, theme, wide, '');
    for (const theme of inNarrow) await take(dist, theme, narrow, '-narrow');
  }
} finally {
  fs.rmSync(makers, { recursive: true, force: true });
  fs.rmSync(folder, { recursive: true, force: true });
}
