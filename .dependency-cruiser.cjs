/** The rooms of ARCHITECTURE.md and what each may import. test/core/rooms.test.ts proves every rule by a seeded violation. */
const feature =
  '^renderer/(reader|sidebar|tags|notes|library|settings|search|frame|history|bin|backups)/';
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid(
      'core-is-pure',
      'core imports core and zod, nothing else.',
      { path: '^core/' },
      { pathNot: ['^core/', 'node_modules/zod/'] },
    ),
    forbid(
      'main-never-renderer',
      'main does not know the window.',
      { path: '^main/' },
      { path: '^renderer/' },
    ),
    forbid(
      'electron-only-in-shell',
      'electron stands in main/shell, main/index.ts and main/preload.ts alone.',
      { path: '^main/', pathNot: '^main/(shell/|index\\.ts$|preload\\.ts$)' },
      { path: '(^|/)electron(-33)?(/|$)' },
    ),
    forbid(
      'shell-only-from-index',
      'only the composition root knows the shell.',
      { path: '^main/', pathNot: '^main/(shell/|index\\.ts$)' },
      { path: '^main/shell/' },
    ),
    forbid(
      'preload-is-alone',
      'the preload imports electron and the types of the contract.',
      { path: '^main/preload\\.ts$' },
      { pathNot: ['(^|/)electron(-33)?(/|$)', '^core/contract\\.ts$'] },
    ),
    forbid(
      'renderer-never-main',
      'the window talks to main through bridge.ts.',
      { path: '^renderer/' },
      { path: '^main/' },
    ),
    forbid(
      'renderer-no-node',
      'the window has no Node and no Electron.',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'renderer-no-electron',
      'the window has no Node and no Electron.',
      { path: '^renderer/' },
      { path: '(^|/)electron(-33)?(/|$)' },
    ),
    forbid(
      'ui-knows-no-domain',
      'ui wraps primitives and knows nothing of documents and marks.',
      { path: '^renderer/ui/' },
      { path: ['^renderer/(?!ui/|styles/)', '^core/(?!messages/)'] },
    ),
    forbid(
      'features-stand-alone',
      'a feature does not import another feature.',
      {
        path: '^renderer/(reader|sidebar|tags|notes|library|settings|search|frame|history|bin|backups)/',
      },
      { path: feature, pathNot: '^renderer/$1/' },
    ),
    forbid(
      'bridge-only-from-state',
      'only state talks to main.',
      {
        path: '^renderer/(reader|sidebar|tags|notes|library|settings|search|frame|history|bin|backups|commands|ui)/',
      },
      { path: '^renderer/bridge\\.ts$' },
    ),
    forbid(
      'state-below-features',
      'state does not know the features.',
      { path: '^renderer/state/' },
      { path: [feature, '^renderer/(ui|commands)/'] },
    ),
    forbid('no-circles', 'no file imports itself in a circle.', {}, { circular: true }),
    forbid(
      'importers-have-no-node',
      'importers run in a page of Chromium; only what starts their process and reads the file has Node.',
      { path: '^main/importers/', pathNot: '^main/importers/(node-process|read-file)\\.ts$' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'importers-hold-html',
      'HTML never leaves the importers.',
      { path: '^(core|main|renderer)/', pathNot: '^main/importers/' },
      { path: 'node_modules/(parse5|@mozilla/readability)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
