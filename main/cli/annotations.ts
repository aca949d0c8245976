import { cliMessages as messages } from '../../core/messages/en/cli.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { TagId } from '../../core/model/tag.ts';
import { findTag, tagPaths } from '../../core/text/tag-path.ts';
import type { Library } from '../store/library-types.ts';
import { has, last } from './arguments.ts';
import { problem, usage, type CliCommand, type CliProblem } from './cli-types.ts';
import { findDocument, shelf } from './find-document.ts';
import { annotationJson, json, short } from './output.ts';
import { withLibrary } from './with-library.ts';

export const annotationsCommand: CliCommand = {
  help: messages.help.annotations,
  options: { '--tag': 'value', '--json': 'flag' },
  run: (context) => {
    const { args, terminal } = context;
    const [name, extra] = args.rest;
    if (extra !== undefined) return Promise.resolve(usage(messages.tooMany(extra)));
    return withLibrary(context, 'read', async (library) => {
      const entry = name === undefined ? null : findDocument(library, name);
      if (entry !== null && 'problem' in entry) return entry;
      const tag = wantedTag(library, last(args, '--tag'));
      if (tag !== null && typeof tag === 'object') return tag;
      const marks: Annotation[] = [];
      for (const { id } of entry === null ? shelf(library) : [entry]) {
        const found = await library.annotations(id);
        if (!found.ok) return problem(found.error.message);
        marks.push(...found.value.filter((mark) => tag === null || mark.tags.includes(tag)));
      }
      if (has(args, '--json')) terminal.out(json(marks.map(annotationJson(library.tags()))));
      else for (const mark of marks) terminal.out(`${line(library, mark)}\n`);
      return 0;
    });
  },
};

function wantedTag(library: Library, name: string | null): TagId | null | CliProblem {
  if (name === null) return null;
  const tag = findTag(library.tags(), name);
  if (tag === null) return problem(messages.unknownTag(short(name)));
  return tag === 'ambiguous' ? problem(messages.ambiguousTag(short(name))) : tag.id;
}

function line(library: Library, mark: Annotation): string {
  const paths = tagPaths(library.tags());
  const tags = mark.tags.flatMap((id) => paths.get(id) ?? []).join(', ');
  const parts = [mark.id, `${mark.span.start}-${mark.span.end}`, mark.colour];
  return [...parts, short(mark.selector.quote), short(tags), short(mark.note)].join('\t').trimEnd();
}
