import { cliMessages as messages } from '../../core/messages/en/cli.ts';
import type { DocumentEntry } from '../../core/model/document.ts';
import { installationName } from '../installation.ts';
import { rebuilder } from '../source-importer.ts';
import type { Library } from '../store/library-types.ts';
import { openLibrary } from '../store/library.ts';
import { problem, usage, type CliContext, type Outcome } from './cli-types.ts';
import { findDocument } from './find-document.ts';

type Access = 'read' | 'write';

/** Opens the library for one command; reading ones work beside the window, writing ones need it for themselves. */
export async function withLibrary(
  { folder, terminal, stamp, importer }: CliContext,
  access: Access,
  work: (library: Library) => Promise<Outcome>,
): Promise<Outcome> {
  const write = access === 'write';
  const rebuild = rebuilder(importer);
  const opened = await openLibrary({
    folder,
    write,
    program: 'cli',
    installation: installationName(process.env, process.platform),
    stamp,
    rebuild,
    dailyBackup: write,
  });
  if (!opened.ok) return problem(opened.error.message);
  const library = opened.value;
  try {
    const notices = library.notices().map((notice) => notice.message);
    if (write && !library.writable) return problem(notices.join(' '));
    notices.forEach(terminal.err);
    return await work(library);
  } finally {
    await library.close();
  }
}

/** The same for commands about the one text that their first argument names. */
export async function withDocument(
  context: CliContext,
  access: Access,
  work: (library: Library, entry: DocumentEntry) => Promise<Outcome>,
): Promise<Outcome> {
  const [name, extra] = context.args.rest;
  if (name === undefined) return usage(messages.noText);
  if (extra !== undefined) return usage(messages.tooMany(extra));
  return withLibrary(context, access, async (library) => {
    const found = findDocument(library, name);
    return 'problem' in found ? found : work(library, found);
  });
}
