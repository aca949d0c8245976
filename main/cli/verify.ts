import { cliCareMessages as help } from '../../core/messages/en/cli-care.ts';
import { cliMessages as messages } from '../../core/messages/en/cli.ts';
import { verifyMessages } from '../../core/messages/en/verify.ts';
import { nodeFiles } from '../store/files.ts';
import { verifyLibrary } from '../store/verify/verify-library.ts';
import { has } from './arguments.ts';
import { usage, type CliCommand } from './cli-types.ts';
import { json } from './output.ts';
import { withLibrary } from './with-library.ts';

export const verifyCommand: CliCommand = {
  help: help.verify,
  options: { '--json': 'flag' },
  run: (context) => {
    const { args, terminal } = context;
    const [extra] = args.rest;
    if (extra !== undefined) return Promise.resolve(usage(messages.tooMany(extra)));
    // What the library says on opening is among the findings, one by one.
    const quiet = { ...context, terminal: { ...terminal, err: () => undefined } };
    return withLibrary(quiet, 'read', async (library) => {
      const report = await verifyLibrary(nodeFiles, library);
      const { documents, marks, files, findings } = report;
      if (has(args, '--json')) terminal.out(json({ ok: findings.length === 0, ...report }));
      else {
        for (const { message } of findings) terminal.out(`${message}\n`);
        terminal.out(`${verifyMessages.summary(documents, marks, files)} `);
        const { whole, wrong } = verifyMessages;
        terminal.out(`${findings.length === 0 ? whole : wrong(findings.length)}\n`);
      }
      return findings.length === 0 ? 0 : 1;
    });
  },
};
