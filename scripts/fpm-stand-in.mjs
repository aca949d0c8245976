#!/usr/bin/env node
// Answers electron-builder's calls to fpm for a deb with Debian's own dpkg-deb (CUSTOM_FPM_PATH=<this file>).
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const WITHOUT_VALUE = new Set(['--force', '--debug']);
/** Options that electron-builder gives more than once. */
const LISTS = new Set(['-d', '--deb-recommends']);

/** @returns the options by name, and the `SOURCE=TARGET` pairs of files to install */
export function readArguments(args) {
  const options = { '-d': [], '--deb-recommends': [] };
  const files = [];
  for (let i = 0; i < args.length; i += 1) {
    const argument = args[i];
    if (WITHOUT_VALUE.has(argument)) continue;
    if (LISTS.has(argument)) options[argument].push(args[(i += 1)]);
    else if (argument.startsWith('-')) options[argument] = args[(i += 1)];
    else files.push(argument);
  }
  return { options, files };
}

export function controlFile(options, installedKilobytes) {
  const iteration = options['--iteration'];
  const [synopsis, ...rest] = options['--description'].trim().split('\n');
  const fields = [
    ['Package', options['--name'].toLowerCase()],
    ['Version', iteration ? `${options['--version']}-${iteration}` : options['--version']],
    ['Section', options['--category'] ?? 'text'],
    ['Priority', options['--deb-priority'] ?? 'optional'],
    ['Architecture', options['--architecture']],
    ['Maintainer', options['--maintainer']],
    ['Installed-Size', String(installedKilobytes)],
    ['Depends', options['-d'].join(', ')],
    ['Recommends', options['--deb-recommends'].join(', ')],
    ['Homepage', options['--url']],
    // The lines after the first are indented; an empty one is written as a dot.
    ['Description', [synopsis.trim(), ...rest.map((line) => ` ${line.trim() || '.'}`)].join('\n')],
  ];
  const filled = fields.filter(([, value]) => value);
  return `${filled.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`;
}

function placeFiles(files, tree) {
  for (const pair of files) {
    const at = pair.lastIndexOf('=');
    const source = pair.slice(0, at);
    const target = path.join(tree, pair.slice(at + 1));
    if (source.endsWith('/')) {
      fs.mkdirSync(target, { recursive: true });
      execFileSync('cp', ['-a', `${source}.`, target]);
    } else {
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.copyFileSync(source, target);
      fs.chmodSync(target, 0o644);
    }
  }
  execFileSync('chmod', ['-R', 'u+rwX,go+rX,go-w', tree]);
}

function writeControl(options, tree) {
  const kilobytes = execFileSync('du', ['-sk', '--apparent-size', tree], { encoding: 'utf8' });
  const sums = execFileSync(
    'sh',
    ['-c', "find . -type f -printf '%P\\0' | sort -z | xargs -0 md5sum"],
    {
      cwd: tree,
    },
  );
  const folder = path.join(tree, 'DEBIAN');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'md5sums'), sums);
  fs.writeFileSync(path.join(folder, 'control'), controlFile(options, parseInt(kilobytes, 10)));
  for (const [option, name] of [
    ['--after-install', 'postinst'],
    ['--after-remove', 'postrm'],
  ]) {
    if (!options[option]) continue;
    fs.copyFileSync(options[option], path.join(folder, name));
    fs.chmodSync(path.join(folder, name), 0o755);
  }
}

function makeDeb({ options, files }) {
  if (options['-t'] !== 'deb')
    throw new Error(`Only deb packages can be made here, not ${options['-t']}.`);
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'commonplace-deb-'));
  try {
    const tree = path.join(work, 'tree');
    placeFiles(files, tree);
    writeControl(options, tree);
    // xz at its fastest: 13 s instead of two minutes, for a few MB more.
    execFileSync(
      'dpkg-deb',
      ['--root-owner-group', '-Zxz', '-z1', '--build', tree, options['--package']],
      {
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) makeDeb(readArguments(process.argv.slice(2)));
