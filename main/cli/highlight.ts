import { cliMessages as messages } from '../../core/messages/en/cli.ts';
import { defaultSettings } from '../../core/model/default-settings.ts';
import { markColours } from '../../core/model/colours.ts';
import { markColourSchema } from '../../core/model/annotation.ts';
import { snapToGraphemes } from '../../core/text/graphemes.ts';
import { markPassages } from '../actions/mark-passages.ts';
import { has, last } from './arguments.ts';
import { problem, usage, type CliCommand } from './cli-types.ts';
import { findPassages } from './find-passage.ts';
import { annotationJson, json, short } from './output.ts';
import { withDocument } from './with-library.ts';

export const highlightCommand: CliCommand = {
  help: messages.help.highlight,
  options: {
    '--quote': 'value',
    '--nth': 'value',
    '--tag': 'values',
    '--colour': 'value',
    '--color': 'value',
    '--note': 'value',
    '--json': 'flag',
  },
  run: (context) => {
    const { args, terminal, stamp } = context;
    const wrong = (message: string) => Promise.resolve(usage(message));
    const quote = last(args, '--quote');
    if (quote === null || quote.trim() === '') return wrong(messages.noQuote);
    const nth = last(args, '--nth') ?? '1';
    if (!/^[1-9]\d{0,8}$/.test(nth)) return wrong(messages.badNth(nth));
    const named = last(args, '--colour') ?? last(args, '--color') ?? defaultSettings.lastColour;
    const colour = markColourSchema.safeParse(named);
    if (!colour.success) return wrong(messages.badColour(named, markColours.join(', ')));
    const note = last(args, '--note') ?? '';
    const tags = args.values.get('--tag') ?? [];

    return withDocument(context, 'write', async (library, entry) => {
      const content = await library.content(entry.id);
      if (!content.ok) return problem(content.error.message);
      const { text } = content.value;
      const found = findPassages(text, quote);
      const span = found[Number(nth) - 1];
      if (span === undefined) {
        const [words, title] = [short(quote), short(entry.title)];
        return problem(
          found.length === 0
            ? messages.quoteNotFound(words, title)
            : messages.quoteTooFew(words, title, found.length, Number(nth)),
        );
      }
      const document = { id: entry.id, content: content.value };
      const whole = snapToGraphemes(text, span);
      const passage = { span: whole, colour: colour.data, tags, note, author: '' };
      const marked = markPassages(document, library.tags(), [passage], stamp);
      if ('badTag' in marked) return problem(messages.badTag(short(marked.badTag)));
      const applied = await library.apply(marked.patch);
      if (!applied.ok) return problem(applied.error.message);
      const { annotations } = marked;
      if (has(args, '--json')) terminal.out(json(annotations.map(annotationJson(library.tags()))));
      else for (const { id } of annotations) terminal.out(`${messages.marked(id)}\n`);
      return 0;
    });
  },
};
