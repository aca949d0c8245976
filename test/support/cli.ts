import { execFile, type ExecFileException } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface BuiltCli {
  /** The built cli.js. */
  readonly file: string;
  /** Runs it as a process of its own. */
  readonly run: (args: readonly string[], env?: NodeJS.ProcessEnv) => Promise<CliRun>;
  readonly remove: () => Promise<void>;
}

/** Builds the command from the sources as they are, into a folder of its own. */
export async function buildCli(): Promise<BuiltCli> {
  const folder = await mkdtemp(path.join(tmpdir(), 'commonplace-cli-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: path.join(folder, 'out/main'),
      rolldownOptions: {
        input: {
          cli: path.join(root, 'main/cli.ts'),
          'import-child': path.join(root, 'main/importers/import-child.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  });
  const file = path.join(folder, 'out/main/cli.js');
  // Outside of a package Node must be told that these are modules.
  const manifest = JSON.stringify({ type: 'module', version: '0.0.0-test' });
  await writeFile(path.join(folder, 'package.json'), manifest);
  return {
    file,
    run: (args, env) => runNode([file, ...args], env),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function runNode(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<CliRun> {
  const options = { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    const done = (error: ExecFileException | null, stdout: string, stderr: string) => {
      if (error !== null && typeof error.code !== 'number') reject(new Error(error.message));
      else resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    };
    execFile(process.execPath, [...args], options, done);
  });
}
