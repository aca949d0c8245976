import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { ESLint, type Linter } from 'eslint';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
const config = require('../../.dependency-cruiser.cjs') as {
  forbidden: { name: string }[];
  options: ICruiseOptions;
};

/** For each rule a file that breaks it; `needs` are files that the import must find. */
const seeds: Record<string, { file: string; code: string; needs?: string[] }> = {
  'core-is-pure': { file: 'core/a.ts', code: `import 'node:fs';` },
  'main-never-renderer': {
    file: 'main/b.ts',
    code: `import '../renderer/x.ts';`,
    needs: ['renderer/x.ts'],
  },
  'electron-only-in-shell': { file: 'main/store/c.ts', code: `import 'electron';` },
  'shell-only-from-index': {
    file: 'main/d.ts',
    code: `import './shell/x.ts';`,
    needs: ['main/shell/x.ts'],
  },
  'preload-is-alone': {
    file: 'main/preload.ts',
    code: `import './handlers.ts';`,
    needs: ['main/handlers.ts'],
  },
  'renderer-never-main': {
    file: 'renderer/e.ts',
    code: `import '../main/x.ts';`,
    needs: ['main/x.ts'],
  },
  'renderer-no-node': { file: 'renderer/state/f.ts', code: `import 'node:path';` },
  'renderer-no-electron': { file: 'renderer/state/g.ts', code: `import 'electron';` },
  'ui-knows-no-domain': {
    file: 'renderer/ui/h.ts',
    code: `import '../state/x.ts';`,
    needs: ['renderer/state/x.ts'],
  },
  'features-stand-alone': {
    file: 'renderer/reader/i.ts',
    code: `import '../sidebar/x.ts';`,
    needs: ['renderer/sidebar/x.ts'],
  },
  'bridge-only-from-state': {
    file: 'renderer/tags/j.ts',
    code: `import '../bridge.ts';`,
    needs: ['renderer/bridge.ts'],
  },
  'state-below-features': {
    file: 'renderer/state/k.ts',
    code: `import '../library/x.ts';`,
    needs: ['renderer/library/x.ts'],
  },
  'no-circles': {
    file: 'core/l.ts',
    code: `import './m.ts';`,
    needs: ['core/m.ts'],
  },
  'importers-have-no-node': { file: 'main/importers/o.ts', code: `import 'node:fs';` },
  'importers-hold-html': { file: 'main/store/n.ts', code: `import 'parse5';` },
};

async function cruised(folder: string): Promise<ICruiseResult> {
  const { output } = await cruise(['core', 'main', 'renderer'], {
    ...config.options,
    baseDir: folder,
    ruleSet: { forbidden: config.forbidden },
    validate: true,
    tsConfig: { fileName: path.join(root, 'tsconfig.base.json') },
  } as ICruiseOptions);
  return output as ICruiseResult;
}

describe('the rules of the rooms', () => {
  let folder = '';

  beforeAll(async () => {
    // Inside the project, so that the seeds find its packages.
    await mkdir(path.join(root, '.cache'), { recursive: true });
    folder = await mkdtemp(path.join(root, '.cache/rooms-'));
    for (const { file, code, needs = [] } of Object.values(seeds)) {
      for (const need of [...needs, file]) {
        await mkdir(path.dirname(path.join(folder, need)), { recursive: true });
      }
      for (const need of needs) await writeFile(path.join(folder, need), 'export {};\n');
      await writeFile(path.join(folder, file), `${code}\nexport {};\n`);
    }
    await writeFile(path.join(folder, 'core/m.ts'), `import './l.ts';\nexport {};\n`);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('has a seeded violation for every rule', () => {
    expect(Object.keys(seeds).sort()).toEqual(config.forbidden.map((rule) => rule.name).sort());
  });

  it('catches every one of them', async () => {
    const { violations } = (await cruised(folder)).summary;
    const caught = new Set(violations.map(({ rule, from }) => `${rule.name} ${from}`));
    for (const [name, { file }] of Object.entries(seeds)) {
      expect(caught).toContain(`${name} ${file}`);
    }
  });
});

describe('the compiler of each room', () => {
  const errorsOf = (room: string, code: string): string[] => {
    const file = path.join(root, room, 'seed.ts');
    const read = ts.getParsedCommandLineOfConfigFile(
      path.join(root, room, 'tsconfig.json'),
      {},
      {
        ...ts.sys,
        onUnRecoverableConfigFileDiagnostic: () => undefined,
      },
    );
    if (read === undefined) throw new Error(`no tsconfig in ${room}`);
    const options = { ...read.options, composite: false, noEmit: true, emitDeclarationOnly: false };
    const host = ts.createCompilerHost(options);
    const seeded: ts.CompilerHost = {
      ...host,
      fileExists: (name) => name === file || host.fileExists(name),
      getSourceFile: (name, ...rest) =>
        name === file
          ? ts.createSourceFile(name, code, ts.ScriptTarget.ES2023)
          : host.getSourceFile(name, ...rest),
    };
    const program = ts.createProgram([file], options, seeded);
    return program
      .getSemanticDiagnostics(program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  };

  it.each([
    ['core', 'export const a = document.title;'],
    ['core', 'export const a = process.pid;'],
    ['main', 'export const a = document.title;'],
    ['renderer', 'export const a = process.pid;'],
  ])('of %s refuses %s', (room, code) => {
    expect(errorsOf(room, code).join()).toMatch(/Cannot find name/);
  });

  it('takes what the room may use', () => {
    expect(errorsOf('core', 'export const a = new Intl.Segmenter();')).toEqual([]);
    expect(errorsOf('renderer', 'export const a = document.title;')).toEqual([]);
  });
});

describe('the linter', () => {
  // As configured, but for the rules that need the types of the whole room: those asked for here need none.
  const linter = new ESLint({
    cwd: root,
    overrideConfig: tseslint.configs.disableTypeChecked as Linter.Config,
  });
  const rulesBroken = async (file: string, code: string): Promise<(string | null)[]> => {
    const [result] = await linter.lintText(code, {
      filePath: path.join(root, file),
    });
    return (result?.messages ?? []).map(({ ruleId }) => ruleId);
  };

  it('keeps main from the network', async () => {
    expect(await rulesBroken('main/cli.ts', `import 'node:http';`)).toContain(
      'no-restricted-imports',
    );
    expect(await rulesBroken('main/cli.ts', `await fetch('https://example.com');`)).toContain(
      'no-restricted-globals',
    );
  });

  it('keeps HTML out of the window', async () => {
    const code = 'export const a = <p dangerouslySetInnerHTML={{ __html: "" }} />;';
    expect(await rulesBroken('renderer/app.tsx', code)).toContain('no-restricted-syntax');
  });
});
