import { defineConfig } from 'vitest/config';

// One project per tier. core and main run in plain Node on real files; renderer, e2e and package start a real Electron.
// Core keeps no state, and what is tested in Electron lives there: their files share a process, and load what they need once.
const shared = { isolate: false };
const inElectron = {
  ...shared,
  fileParallelism: false,
  testTimeout: 60_000,
  hookTimeout: 90_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'core', include: ['test/core/**/*.test.ts'], ...shared, testTimeout: 30_000 },
      },
      { test: { name: 'main', include: ['test/main/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'renderer',
          include: ['test/renderer/**/*.test.ts'],
          globalSetup: 'test/renderer/harness/build-harness.ts',
          ...inElectron,
        },
      },
      { test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], ...inElectron } },
      {
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          ...inElectron,
          testTimeout: 180_000,
        },
      },
    ],
  },
});
