import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { open, value, withFolder } from './workshop.ts';

const kills = 10;

/** The child as one plain file, so that it starts as quickly as the command line does. */
async function bundleChild(outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'crash-child.ts'),
      outDir,
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  return join(outDir, 'child.mjs');
}

/** Runs the child and kills it some time after its first mark; answers with the lines it printed. */
async function runAndKill(child: string, folder: string): Promise<string[]> {
  const running = spawn(process.execPath, [child, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const killed = new Promise((resolve) => running.once('close', resolve));
  for await (const line of createInterface(running.stdout)) {
    lines.push(line);
    if (lines.length === 1) setTimeout(() => running.kill('SIGKILL'), Math.random() * 150);
  }
  await killed;
  return lines;
}

it(`keeps every acknowledged mark through ${kills} kills`, { timeout: 120_000 }, () =>
  withFolder(async (folder) => {
    const child = await bundleChild(join(folder, 'bundle'));
    const library = join(folder, 'library');
    const present = new Set<string>();
    const noted = new Set<string>();
    for (let kill = 0; kill < kills; kill++) {
      const lines = await runAndKill(child, library);
      for (const line of lines) {
        const id = line.slice(1);
        if (line.startsWith('+')) present.add(id);
        if (line.startsWith('-')) present.delete(id);
        if (line.startsWith('n')) noted.add(id);
        if (line.startsWith('u')) noted.delete(id);
      }
      const reader = await open(library, { write: false });
      const document = reader.documents()[0]?.id ?? '';
      const marks = value(await reader.annotations(document));
      const ids = marks.map((mark) => mark.id);
      expect(new Set(ids).size).toBe(ids.length);
      const there = new Set(ids);
      const lost = [...present].filter((id) => !there.has(id));
      // The one change in flight when the kill came may be on disk without having been acknowledged: an undo, too.
      expect(lost.length).toBeLessThanOrEqual(inFlight(lines, lost));
      for (const id of lost) present.delete(id);
      // So may one new mark, or one note.
      expect(ids.length - present.size).toBeLessThanOrEqual(1);
      for (const id of ids) present.add(id);
      const without = marks.filter((mark) => noted.has(mark.id) && mark.note !== 'noted');
      expect(without.length).toBeLessThanOrEqual(1);
      for (const mark of without) noted.delete(mark.id);
      expect(reader.notices()).toEqual([]);
      await reader.close();
    }
    expect(present.size).toBeGreaterThan(kills);
    const last = await open(library);
    const before = value(await last.annotations(last.documents()[0]?.id ?? '')).length;
    expect(before).toBe(present.size);
    value(await last.undo());
    value(await last.redo());
    await last.close();
    const names = await readdir(library);
    expect(names.filter((name) => /damaged|lock/.test(name))).toEqual([]);
  }),
);

/** An undo follows its mark at once, so only the mark printed last can have been undone unsaid. */
function inFlight(lines: readonly string[], lost: readonly string[]): number {
  return lines.at(-1)?.slice(1) === lost[0] ? 1 : 0;
}
