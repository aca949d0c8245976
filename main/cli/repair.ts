import { cliCareMessages as help } from '../../core/messages/en/cli-care.ts';
import { cliMessages as messages } from '../../core/messages/en/cli.ts';
import { verifyMessages } from '../../core/messages/en/verify.ts';
import { nodeFiles } from '../store/files.ts';
import type { Finding } from '../store/verify/findings.ts';
import { verifyLibrary } from '../store/verify/verify-library.ts';
import { problem, usage, type CliCommand, type CliContext, type Outcome } from './cli-types.ts';
import { withLibrary } from './with-library.ts';

export const repairCommand: CliCommand = {
  help: help.repair,
  options: {},
  run: async (context) => {
    const { args, terminal } = context;
    const [extra] = args.rest;
    if (extra !== undefined) return usage(messages.tooMany(extra));
    const quiet = { ...context, terminal: { ...terminal, err: () => undefined } };
    const before = await findings(quiet);
    if (!Array.isArray(before)) return before.outcome;
    // What opening mends it says itself, before and while the library is used.
    const heard = new Set<string>();
    const repaired = await withLibrary(quiet, 'write', async (library) => {
      const said = await library.repair();
      if (!said.ok) return problem(said.error.message);
      for (const { message } of library.notices()) heard.add(message);
      for (const message of said.value) heard.add(message);
      return 0;
    });
    if (repaired !== 0) return repaired;
    for (const message of heard) terminal.out(`${message}\n`);
    const after = await findings(quiet);
    if (!Array.isArray(after)) return after.outcome;
    const mended = Math.max(0, before.length - after.length);
    const { nothingToRepair } = verifyMessages;
    terminal.out(`${mended === 0 ? nothingToRepair : verifyMessages.repaired(mended)}\n`);
    if (after.length === 0) return 0;
    terminal.out(`${verifyMessages.left(after.length)}\n`);
    for (const { message } of after) terminal.out(`  ${message}\n`);
    return 1;
  },
};

async function findings(context: CliContext): Promise<Finding[] | { readonly outcome: Outcome }> {
  let found: Finding[] = [];
  const outcome = await withLibrary(context, 'read', async (library) => {
    found = [...(await verifyLibrary(nodeFiles, library)).findings];
    return 0;
  });
  return outcome === 0 ? found : { outcome };
}
