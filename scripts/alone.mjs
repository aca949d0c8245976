// Work that two programs must not do at once in the same clone: the second waits, and then finds it done.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './process.mjs';

/** Longer than any of this work takes: whoever holds the lock was killed. */
const STALE_AFTER_MS = 5 * 60 * 1000;

export async function alone(name, work) {
  const lock = path.join(root, '.cache', name);
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  while (!take(lock)) await pause(100);
  try {
    await work();
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
}

function take(lock) {
  try {
    fs.mkdirSync(lock);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const since = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  if (Date.now() - since > STALE_AFTER_MS) fs.rmSync(lock, { recursive: true, force: true });
  return false;
}
