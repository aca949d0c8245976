// What the `commonplace` command says. Help is written for a terminal of 80 columns.

const library = `  --library DIR   the library's folder (else COMMONPLACE_LIBRARY, else
                  Documents/Commonplace in your home folder)`;
const help = '  --help          show this text';
const which = `DOC is the id of a text or a part of its title that no other title has; case
and accents do not count.`;

export const cliMessages = {
  top: `commonplace: read, mark and find, from the command line.

Usage: commonplace COMMAND [arguments] [--library DIR]

Commands:
  import FILE…        take files and folders into the library
  list                list the texts
  text DOC            print the canonical text
  highlight DOC       mark a passage
  annotations [DOC]   list the marks
  export DOC          write the marks of a text as Markdown, JSON-LD or CSV
  history             list the edits
  backup              make a backup of all marks, or list the backups
  restore FILE        go back to a backup
  verify              check the library, and change nothing
  repair              repair what can be repaired

${library}
  --version       print the version

"commonplace COMMAND --help" tells more. Exit status: 0 done, 1 not possible,
2 wrong usage.
`,
  help: {
    import: `Usage: commonplace import FILE|FOLDER… [--json] [--whole-page] [--library DIR]

Takes files into the library: books, documents, web pages, mails, subtitles and
texts. A folder is taken with all that is in it, up to 10,000 files; a zip
archive like a folder. The same bytes are taken once. Goes on after a file that
cannot be read, and exits with 1 then.

  --whole-page    take all of a web page, not only its article
  --json          print [{id, title, format, characters, file, result}] for each
                  file; {file, result, code, message} for one that failed
${library}
${help}
`,
    list: `Usage: commonplace list [--json] [--library DIR]

Lists the texts of the library: id, number of characters, title.

  --json          print [{id, title, format, characters}]
${library}
${help}
`,
    text: `Usage: commonplace text DOC [--library DIR]

Prints the canonical text, and nothing else: the text that all offsets count in.

${which}

${library}
${help}
`,
    highlight: `Usage: commonplace highlight DOC --quote TEXT [options]

Marks a passage by its words.

  --quote TEXT    the passage; where it does not stand so, differences in white
                  space (such as a line end) do not count
  --nth N         which place of the quote, from 1 (the first is the default)
  --tag NAME      give it a tag, made if it is new; a/b is tag b below tag a;
                  can be given again
  --colour C      yellow, green, blue, purple, pink, orange or teal
  --note MD       a note in Markdown
  --json          print [{id, quote, start, end, tags, colour, note, created}];
                  start and end count UTF-16 units, the end is not included
${which}

${library}
${help}
`,
    annotations: `Usage: commonplace annotations [DOC] [--tag NAME] [--json] [--library DIR]

Lists the marks of a text, or of all texts, in reading order.

  --tag NAME      only marks with this tag (its name, or its path a/b)
  --json          print [{id, quote, start, end, tags, colour, note, created}];
                  start and end count UTF-16 units, the end is not included
${which}

${library}
${help}
`,
    export: `Usage: commonplace export DOC --format FORMAT [-o FILE] [--library DIR]

Writes the marks of a text.

  --format FORMAT markdown, jsonld (W3C Web Annotation, offsets in code points)
                  or csv (RFC 4180)
  -o FILE         write to a file instead of the terminal
${which}

${library}
${help}
`,
  },
  version: (version: string) => `commonplace ${version}`,
  seeHelp: (command: string | null) =>
    `See “commonplace ${command === null ? '' : `${command} `}--help”.`,
  noCommand: 'Say what to do.',
  unknownCommand: (name: string) => `There is no command “${name}”.`,
  unknownOption: (name: string) => `There is no option ${name}.`,
  needsValue: (name: string) => `${name} needs a value.`,
  takesNoValue: (name: string) => `${name} takes no value.`,
  tooMany: (what: string) => `“${what}” is one argument too many.`,
  noFiles: 'Say which files to import.',
  noText: 'Say which text: an id or a part of its title.',
  noQuote: 'Say which passage: --quote TEXT.',
  badNth: (value: string) => `--nth is “${value}”; it counts from 1.`,
  badColour: (value: string, all: string) => `--colour is “${value}”; it can be ${all}.`,
  badFormat: (value: string, all: string) => `--format is “${value}”; it can be ${all}.`,
  noFormat: (all: string) => `Say which format: --format ${all}.`,
  badTag: (path: string) => `“${path}” is no name for a tag.`,
  unknownTag: (name: string) => `There is no tag “${name}”.`,
  ambiguousTag: (name: string) => `Several tags are called “${name}”; give the path, as a/b.`,
  unknownText: (name: string) => `There is no text “${name}” in the library.`,
  ambiguousText: (name: string, candidates: string) =>
    `Several texts fit “${name}”: ${candidates}. Give an id, or more of the title.`,
  quoteNotFound: (quote: string, title: string) => `“${quote}” does not stand in “${title}”.`,
  quoteTooFew: (quote: string, title: string, found: number, nth: number) =>
    `“${quote}” stands in “${title}” ${found === 1 ? 'once' : `${found} times`}, so there is no number ${nth}.`,
  added: (title: string, id: string) => `added ${id} ${title}`,
  known: (title: string, id: string) => `already there ${id} ${title}`,
  importFailed: (name: string, why: string) => `${name}: ${why}`,
  importing: (number: number, total: number, name: string) =>
    `adding ${String(number)} of ${String(total)}: ${name}`,
  importedInAll: (added: number, known: number, failed: number, skipped: number) =>
    `${String(added)} added, ${String(known)} already there, ${String(failed)} failed, ${String(skipped)} skipped`,
  importedNothing: (skipped: number) =>
    `There was nothing to import (${String(skipped)} files skipped).`,
  importedNotAll:
    'There are more files than are taken at once. Import the other folders by themselves.',
  marked: (id: string) => `marked ${id}`,
  failed: (why: string) => `commonplace: ${why}`,
  internal: 'Something went wrong inside the program. What was saved before is safe.',
} as const;
