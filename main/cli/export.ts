import path from 'node:path';
import { exportFormats, type ExportFormat } from '../../core/exchange/export-formats.ts';
import { cliMessages as messages } from '../../core/messages/en/cli.ts';
import { exportDocument, leftOut } from '../actions/export-document.ts';
import { writeWhole } from '../actions/export-to-file.ts';
import { last } from './arguments.ts';
import { problem, usage, type CliCommand } from './cli-types.ts';
import { withDocument } from './with-library.ts';

export const exportCommand: CliCommand = {
  help: messages.help.export,
  options: { '--format': 'value', '-o': 'value', '--output': 'value' },
  run: (context) => {
    const { args, terminal } = context;
    const named = last(args, '--format');
    if (named === null) return Promise.resolve(usage(messages.noFormat(exportFormats.join('|'))));
    const format = exportFormats.find((one): one is ExportFormat => one === named);
    if (format === undefined) {
      return Promise.resolve(usage(messages.badFormat(named, exportFormats.join(', '))));
    }
    return withDocument(context, 'read', async (library, entry) => {
      const exported = await exportDocument(library, entry, format);
      if (!exported.ok) return problem(exported.error.message);
      const { text, refused } = exported.value;
      const file = last(args, '-o') ?? last(args, '--output');
      if (file === null || file === '-') terminal.out(text);
      else {
        const written = await writeWhole(path.resolve(file), text);
        if (!written.ok) return problem(written.error.message);
      }
      const missing = leftOut(refused);
      return missing === null ? 0 : problem(missing);
    });
  },
};
