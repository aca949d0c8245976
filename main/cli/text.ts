import { cliMessages as messages } from '../../core/messages/en/cli.ts';
import { problem, type CliCommand } from './cli-types.ts';
import { withDocument } from './with-library.ts';

export const textCommand: CliCommand = {
  help: messages.help.text,
  options: {},
  run: (context) =>
    withDocument(context, 'read', async (library, entry) => {
      const content = await library.content(entry.id);
      if (!content.ok) return problem(content.error.message);
      // No line end is added: the output is the text that offsets count in.
      context.terminal.out(content.value.text);
      return 0;
    }),
};
