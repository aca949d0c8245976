import { expect, it } from 'vitest';
import { sweepFaults } from '../../crash/fault-sweep.ts';

// The short form of `npm run test:crash -- --faults`.

it(
  'a fault at every kind of file operation costs no acknowledged change',
  { timeout: 180_000 },
  async () => {
    const { points, runs, faults } = await sweepFaults(false);
    expect(faults).toEqual([]);
    expect(runs).toBeGreaterThan(60);
    const operations = new Set(points.map(({ operation }) => operation));
    const used = ['copy', 'flush', 'flush folder', 'link', 'list', 'make folder', 'read', 'remove'];
    for (const operation of [...used, 'rename', 'truncate', 'write', 'close']) {
      expect(operations).toContain(operation);
    }
  },
);
