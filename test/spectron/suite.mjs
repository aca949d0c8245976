// A reader's first minute, seen from outside through ChromeDriver. Each step builds on the one before.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeApplication } from './application.mjs';

const PATIENCE_MS = 10_000;
const TAG = 'seen from outside';

const reader = '[data-testid="reader"]';
const tagInput = '[data-testid="tag-box"] input';
const markCard = '[data-testid="mark-card"]';

/** Selects the first words of the first paragraph, as a pointer would, and gives them back. */
function selectFirstWords(selector) {
  const paragraph = [...document.querySelectorAll(`${selector} p`)].find(
    (element) => element.textContent.trim().length > 30,
  );
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const text = walker.nextNode();
  window.getSelection().setBaseAndExtent(text, 0, text, Math.min(20, text.length));
  return window.getSelection().toString();
}

async function visible(client, selector) {
  const element = await client.$(selector);
  await element.waitForDisplayed({ timeout: PATIENCE_MS });
  return element;
}

async function cardWith(client, words) {
  await client.waitUntil(
    async () => {
      const card = await client.$(markCard);
      return (await card.isExisting()) && (await card.getText()).includes(words);
    },
    { timeout: PATIENCE_MS, timeoutMsg: `No mark with "${words}" is listed.` },
  );
}

/** @returns {readonly [string, () => Promise<void>][]} */
function steps(app, library) {
  let quote = '';
  return [
    [
      'starts',
      async () => {
        await app.start();
        assert.equal(app.isRunning(), true);
      },
    ],
    ['has one window', async () => assert.equal(await app.client.getWindowCount(), 1)],
    [
      'names itself in the title',
      async () => assert.match(await app.client.getTitle(), /Commonplace/),
    ],
    [
      'opens the welcome document',
      async () => {
        const text = await (await visible(app.client, reader)).getText();
        assert.ok(text.length > 100, `the page shows only "${text}"`);
      },
    ],
    [
      'highlights a selection',
      async () => {
        quote = await app.client.execute(selectFirstWords, reader);
        assert.ok(quote.length > 0, 'nothing was selected');
        await app.client.keys('h');
        await cardWith(app.client, quote.trim());
      },
    ],
    [
      'tags it',
      async () => {
        await app.client.keys('t');
        await (await visible(app.client, tagInput)).setValue(TAG);
        await app.client.keys('Enter');
        await cardWith(app.client, TAG);
      },
    ],
    [
      'still has it after a restart',
      async () => {
        await app.restart();
        await visible(app.client, reader);
        await cardWith(app.client, quote.trim());
        await cardWith(app.client, TAG);
      },
    ],
    [
      'stops, with the mark in the library',
      async () => {
        await app.stop();
        assert.equal(app.isRunning(), false);
        const files = fs.readdirSync(library, { recursive: true, encoding: 'utf8' });
        const marks = files.filter((file) => path.basename(file) === 'annotations.json');
        const texts = marks.map((file) => fs.readFileSync(path.join(library, file), 'utf8'));
        assert.ok(
          texts.some((text) => text.includes(JSON.stringify(quote.trim()).slice(1, -1))),
          'no annotations.json holds the passage',
        );
      },
    ],
  ];
}

/** @returns {Promise<{ passed: number, failed: number, skipped: number }>} */
export async function runSuite(executable) {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'commonplace-spectron-'));
  const library = path.join(folder, 'library');
  const app = makeApplication({ executable, library, userData: path.join(folder, 'user-data') });
  const count = { passed: 0, failed: 0, skipped: 0 };
  try {
    for (const [name, step] of steps(app, library)) {
      if (count.failed > 0) {
        count.skipped += 1;
        process.stdout.write(`  - ${name} (not tried)\n`);
        continue;
      }
      try {
        await step();
        count.passed += 1;
        process.stdout.write(`  ✓ ${name}\n`);
      } catch (error) {
        count.failed += 1;
        process.stdout.write(`  ✗ ${name}: ${error.message}\n`);
      }
    }
  } finally {
    if (app.isRunning()) await app.stop();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return count;
}
